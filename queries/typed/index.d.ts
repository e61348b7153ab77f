/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends {
    [key: string]: unknown;
}> = {
    [K in keyof T]: T[K];
};
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | {
    [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never;
};
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Accept a request: the thread opens for both, and the sender is told. */
export type AcceptInput = {
    /** A Request's id. */
    requestId: string;
};
/** Accept many requests, each as `accept` does. */
export type AcceptRequestsInput = {
    /** An `eventCursor` of the viewer, best that of the page on the screen; of several pages, of the first that was read. Requests that came or got a message after it are left alone. A cursor of another user or epoch, or ahead of the log, is InvalidInput. */
    asOf: string;
    /** Which requests to take, of those in the viewer's folders. */
    requests: RequestSelection;
};
/** Say that all pushes of a lease are delivered. */
export type AcknowledgePushesInput = {
    /** The `leaseId` of `takePushes`. */
    leaseId: string;
};
/** Appeal a decision of moderators, once. */
export type AppealRestrictionInput = {
    /** The `decisionId` of `standing.restriction`, now or before, or of one of `standing.warnings`; the restriction of now unless given. NotFound for any other id, and if it was appealed already. */
    decisionId?: string | null | undefined;
    /** Why the decision is wrong: 1 to 2,000 code points after trimming; else InvalidInput. */
    text: string;
};
/** The state of an appeal. */
export type AppealState = 
/** It waits for a moderator. */
'OPEN'
/** The decision was wrong: a restriction that it made has ended. */
 | 'REVERSED'
/** The decision stays. */
 | 'UPHELD';
/** Block a user silently: their messages no longer reach the viewer. */
export type BlockInput = {
    /** When the block ends, as by `unblock`: in the future and at most ten years ahead, else InvalidInput. It replaces the end that a block had. Null: it does not end by itself. */
    until?: string | null | undefined;
    /** A User's id. */
    userId: string;
};
/** Where a profile shows the Message button. */
export type ButtonPlace = 
/** In the menu, for a user who follows the viewer and is not followed back. */
'MENU'
/** In full view. */
 | 'PROFILE';
/** Tell the other moderators that the viewer looks at a report. */
export type ClaimReportInput = {
    /** A Report's id. */
    reportId: string;
};
/** Make a contact code to give away: by it others open a thread with the viewer, past the audience. */
export type CreateContactCodeInput = {
    /** When it ends: in the future and at most ten years ahead, else InvalidInput. Null: it does not end by itself. */
    expiresAt?: string | null | undefined;
    /** To tell the viewer's codes apart: 1 to 64 code points after trimming, else InvalidInput. No one else sees it. */
    label: string;
    /** How many threads it may open: 1 to 1000, else InvalidInput. */
    uses?: number;
};
/** Ask for a ticket, since a browser's EventSource cannot send a token. */
export type CreateStreamTicketInput = {
    /** How long the ticket may wait to be used, 1 to 30 seconds. Any other number is InvalidInput. */
    validSeconds?: number;
};
/** Remove a request or a thread for the viewer only. The other side sees no change. */
export type DeleteInput = {
    /** A Request's, SentRequest's or Thread's id. */
    id: string;
    /** For a request to the viewer: further messages of its sender never arrive while the thread is pending. For any other thread, true is InvalidInput. */
    never?: boolean;
};
/** Remove many requests for the viewer only, each as `delete` does. The senders see no change. */
export type DeleteRequestsInput = {
    /** Block the senders. An undo does not bring back requests of blocked senders. */
    alsoBlock?: boolean;
    /** Report each sender for this reason, with the request as evidence. */
    alsoReport?: ReportReason | null | undefined;
    /** An `eventCursor` of the viewer, best that of the page on the screen; of several pages, of the first that was read. Requests that came or got a message after it are left alone. A cursor of another user or epoch, or ahead of the log, is InvalidInput. */
    asOf: string;
    /** Further messages of these senders never arrive while their threads are pending. */
    never?: boolean;
    /** Which requests to take, of those in the viewer's folders. */
    requests: RequestSelection;
};
/** Who may start a thread with a user. It never closes an open thread. */
export type DmAudience = 
/** Anyone. */
'EVERYONE'
/** Users that the user follows and that follow back. */
 | 'FRIENDS'
/** No one; the user can still write first. */
 | 'NO_ONE'
/** Users that the user follows. */
 | 'PEOPLE_I_FOLLOW';
/** Advice to improve a text before it is sent as a request. */
export type DraftHint = 
/** It is in capitals throughout. */
'ALL_CAPITALS'
/** It is a greeting and nothing else. */
 | 'BARE_GREETING'
/** It has an e-mail address or a phone number, which hides the request. */
 | 'CONTACT_DETAILS'
/** It has a link, which hides the request. */
 | 'LINK'
/** It has no question. */
 | 'NO_QUESTION'
/** It is a single word. */
 | 'ONE_WORD'
/** It is the first message of one of the viewer's last five requests. */
 | 'REPEATED'
/** It has more than 3 sentences, or more than 300 code points. */
 | 'TOO_LONG';
/** Erase a user, for good. */
export type EraseUserInput = {
    /** The host's id of the user, as `sub` of a token names it. An unknown subject counts as erased. */
    subject: string;
};
/** The kind of an item of an export. More kinds may come. */
export type ExportKind = 
/** An appeal of the viewer, with its answer. */
'APPEAL'
/** A user whom the viewer blocks. */
 | 'BLOCK'
/** A contact code of the viewer, without its text. */
 | 'CONTACT_CODE'
/** A user whom the viewer follows. */
 | 'FOLLOW'
/** A user who follows the viewer. */
 | 'FOLLOWER'
/** A message in a thread that the viewer can read. */
 | 'MESSAGE'
/** The viewer's profile, as the host app keeps it. */
 | 'PROFILE'
/** The viewer's own words and reason in a report. */
 | 'REPORT'
/** A request to the viewer. */
 | 'REQUEST'
/** A request of the viewer that is not accepted. */
 | 'SENT_REQUEST'
/** The viewer's settings. */
 | 'SETTINGS'
/** The viewer's last restriction, if any. */
 | 'STANDING'
/** An open thread. */
 | 'THREAD'
/** A warning to the viewer. */
 | 'WARNING';
/** A filter word that ends by itself, or that is looked for in names. */
export type FilterEntryInput = {
    /** Where it is looked for; texts unless given. */
    place?: FilterPlace;
    /** When it ends: in the future and at most ten years ahead. Null: it does not end by itself. */
    until?: string | null | undefined;
    /** The word or phrase, as in `words`: 1 to 64 code points after trimming. */
    word: string;
};
/** Where a filter word is looked for. */
export type FilterPlace = 
/** In the display name and the username of its sender. */
'NAME'
/** In the texts of a request. */
 | 'TEXT';
/** Follow a user. */
export type FollowInput = {
    /** A User's id. */
    userId: string;
};
/** Why a request is hidden. */
export type HiddenReason = 
/** A text has a word that the service bans. */
'BANNED_WORD'
/** A text has an e-mail address or a phone number. */
 | 'CONTACT_DETAILS'
/** A text has a link. */
 | 'LINK'
/** The sender is a young account with many unanswered requests. */
 | 'NEW_ACCOUNT'
/** A text has one of the viewer's filter words. */
 | 'OWN_WORD'
/** The sender's name has one of the viewer's filter words for names. */
 | 'OWN_WORD_NAME'
/** The request began, or came back from the archive, while the viewer had paused requests. */
 | 'PAUSED'
/** The viewer's own policy sends requests of this class of senders to Hidden. */
 | 'POLICY';
/** One user who follows another, both by the host's ids. */
export type HostFollow = {
    /** The subject of the user that is followed; it must differ from `follower`. */
    followee: string;
    /** The subject of the user that follows. */
    follower: string;
};
/** All fields of a user that the host app owns. A field that is left out is stored as its default; it does not keep its old value. */
export type HostUser = {
    /** The URL of a picture: http or https, up to 2,048 code points. */
    avatarUrl?: string | null | undefined;
    /** The day of birth. A user without one counts as under age (behaviour 2.15). */
    birthDate?: string | null | undefined;
    /** When the account was made; now unless given. Only the call that creates the user stores it. */
    createdAt?: string | null | undefined;
    /** The name to show; 1 to 100 code points, no white space at either end, no control character, end of line or override of direction. */
    displayName: string;
    /** An inactive user cannot sign in, and open subscriptions end. Deactivation withdraws the user's pending requests for good. */
    isActive?: boolean;
    /** Whether the host app has verified the user's identity. */
    isVerified?: boolean;
    /** Whether the phone number is verified. */
    phoneVerified?: boolean;
    /** The user's region as the table of minimum ages spells it, such as `KR`, in any case; 1 to 16 code points. Phone numbers in the user's texts are looked up in this region (behaviour 6.22). */
    region?: string | null | undefined;
    /** The host's id of the user, as `sub` of a token names it; 1 to 255 code points. */
    subject: string;
    /** Unique, and not `deleted`, without regard to case; else the rules of `displayName` hold. */
    username: string;
};
/** The reason why a value of an input cannot be used. More reasons may come. */
export type InvalidInputReason = 
/** It has a character that cannot be stored or shown, such as NUL or a lone surrogate. */
'BAD_CHARACTER'
/** It does not have the format of the field. */
 | 'BAD_FORMAT'
/** It is given twice. */
 | 'DUPLICATE'
/** It is empty: a text without a visible character, or a filter without a condition. */
 | 'EMPTY'
/** It is a time in the future. */
 | 'IN_FUTURE'
/** It cannot be used together with the other values of the input. */
 | 'NOT_APPLICABLE'
/** It is a time in the past. */
 | 'NOT_IN_FUTURE'
/** A value is needed together with the other values of the input. */
 | 'REQUIRED'
/** It names the viewer, or both sides of a follow are one user. */
 | 'SAME_USER'
/** It is a username that another user has, or that is reserved. */
 | 'TAKEN'
/** It is a time more than ten years ahead. */
 | 'TOO_FAR'
/** It has more code points than `bound`. */
 | 'TOO_LONG'
/** It has more entries than `bound`. */
 | 'TOO_MANY'
/** The API did not give this id or cursor to the viewer for this field. In the host app's mutations: no user has this subject. */
 | 'UNKNOWN'
/** It is a filter word that no text can match, or a search that no name can match. */
 | 'UNMATCHABLE';
/** End a user's restriction before its time. */
export type LiftRestrictionInput = {
    /** A User's id. */
    userId: string;
};
/** Mark a thread as read up to a message. The mark never moves back. */
export type MarkReadInput = {
    /** A Thread's id. */
    threadId: string;
    /** The id of a Message in this thread. */
    upTo: string;
};
/** Say that the viewer has looked at the Requests folder. No sender learns of it. */
export type MarkRequestsSeenInput = {
    /** The `eventCursor` of the page that the viewer looked at. Later requests stay unseen. The mark never moves back. A cursor of another user or epoch, or ahead of the log, is InvalidInput. */
    upTo: string;
};
/** Mark threads as read, each as `markRead` does. */
export type MarkThreadsReadInput = {
    /** The `eventCursor` of the page that the viewer looked at. Messages that came after it stay unread, and so do threads marked unread after it. A cursor of another user or epoch, ahead of the log, or too old to resume from is InvalidInput. */
    upTo: string;
};
/** Mark an open thread as unread, to come back to it. The peer is not told. */
export type MarkUnreadInput = {
    /** A Thread's id. */
    threadId: string;
};
/** The effect that a `sendRequest` to a user would have now. */
export type MessageAction = 
/** An OPEN thread. */
'MESSAGE'
/** A PENDING thread, until the user accepts. */
 | 'REQUEST'
/** A problem. */
 | 'UNAVAILABLE';
/** The kind of an act in the audit log. More kinds may come. */
export type ModerationActionKind = 
/** Resolved a report with BAN. */
'BAN'
/** Claimed a report. */
 | 'CLAIM'
/** Resolved a report with DISMISS. */
 | 'DISMISS'
/** Ended a restriction before its time. */
 | 'LIFT'
/** Resolved a report with RESTRICT. */
 | 'RESTRICT'
/** Answered an appeal: the decision is reversed. */
 | 'REVERSE'
/** The host app revoked the user's tokens. */
 | 'REVOKE_TOKENS'
/** Answered an appeal: the decision stays. */
 | 'UPHOLD'
/** Resolved a report with WARN. */
 | 'WARN';
/** Move a request from Hidden to Requests, for good. */
export type MoveRequestInput = {
    /** A Request's id. */
    requestId: string;
};
/** Mute a thread, or unmute it. Its messages still arrive. */
export type MuteInput = {
    /** True to mute, false to unmute. */
    muted: boolean;
    /** A Thread's id. */
    threadId: string;
    /** When the mute ends: in the future and at most ten years ahead, else InvalidInput, as is any time to unmute. Null: it does not end by itself. */
    until?: string | null | undefined;
};
/** Whether a report is done, as its reporter sees it. */
export type OwnReportState = 
/** It is closed; the outcome is not told. */
'HANDLED'
/** Moderators have not decided on it. */
 | 'OPEN';
/** Pause requests until a time, or end the pause. A pause that is on is made longer or shorter. */
export type PauseRequestsInput = {
    /** When the quiet time ends: in the future and at most ten years ahead, else InvalidInput. Null ends it now; if none is on, nothing changes. */
    until?: string | null | undefined;
};
/** The problem, one code for each problem type. */
export type ProblemCode = 
/** Of `AgeRestricted`. */
'AGE_RESTRICTED'
/** Of `ContactCodeLimitReached`. */
 | 'CONTACT_CODE_LIMIT_REACHED'
/** Of `DailyLimitReached`. */
 | 'DAILY_LIMIT_REACHED'
/** Of `IdempotencyConflict`. */
 | 'IDEMPOTENCY_CONFLICT'
/** Of `InvalidInput`. */
 | 'INVALID_INPUT'
/** Of `MessagingRestricted`. */
 | 'MESSAGING_RESTRICTED'
/** Of `NotAllowed`. */
 | 'NOT_ALLOWED'
/** Of `NotFound`. */
 | 'NOT_FOUND'
/** Of `PendingLimitReached`. */
 | 'PENDING_LIMIT_REACHED'
/** Of `PhoneVerificationRequired`. */
 | 'PHONE_VERIFICATION_REQUIRED'
/** Of `RateLimited`. */
 | 'RATE_LIMITED'
/** Of `RecipientUnavailable`. */
 | 'RECIPIENT_UNAVAILABLE'
/** Of `UndoExpired`. */
 | 'UNDO_EXPIRED'
/** Of `YouBlockedThisUser`. */
 | 'YOU_BLOCKED_THIS_USER';
/** Why a phone may ring. More kinds may come. */
export type PushKind = 
/** Moderators decided on the recipient's account: `viewer.standing` has the decision. */
'ACCOUNT_DECIDED'
/** A message came in an open thread. */
 | 'MESSAGE_ADDED'
/** A request of the recipient was accepted. */
 | 'REQUEST_ACCEPTED'
/** A request reached the recipient's Requests folder, or got a further message there. */
 | 'REQUEST_RECEIVED';
/** How far a message of the viewer has come. */
export type Receipt = 
/** Read by the peer, while both had read receipts on. */
'SEEN'
/** Stored. */
 | 'SENT';
/** Report a user, a thread or a message to the moderators. */
export type ReportInput = {
    /** Block the user in the same transaction. */
    alsoBlock?: boolean;
    /** Delete the thread in the same transaction. */
    alsoDelete?: boolean;
    /** The viewer's own words, up to 2,000 code points; more is InvalidInput. */
    note?: string | null | undefined;
    /** The reason of the report. */
    reason: ReportReason;
    /** The id of a User, Thread or Message. The id of a Request or SentRequest reports its thread. */
    subjectId: string;
};
/** The reason of a report. */
export type ReportReason = 
/** Bullying, stalking or threats. */
'HARASSMENT'
/** Attacks a group of people. */
 | 'HATE'
/** Pretends to be another person. */
 | 'IMPERSONATION'
/** Puts a child at risk. */
 | 'MINOR_SAFETY'
/** Anything else; say it in the note. */
 | 'OTHER'
/** Fraud. */
 | 'SCAM'
/** Shows or encourages self-harm. */
 | 'SELF_HARM'
/** Unwanted sexual content. */
 | 'SEXUAL'
/** Advertising, or the same message to many users. */
 | 'SPAM';
/** How far a report has come. */
export type ReportStatus = 
/** A moderator looks at it. */
'CLAIMED'
/** Waits for a moderator. */
 | 'OPEN'
/** A moderator ended it. */
 | 'RESOLVED';
/** The kind of object that a report is about. */
export type ReportSubject = 
/** A message. */
'MESSAGE'
/** A thread, or the request in it. */
 | 'THREAD'
/** A user. */
 | 'USER';
/** The folder for the requests of a class of senders. */
export type RequestDestination = 
/** Hidden, with the reason POLICY: no event, not in the badge. */
'HIDDEN'
/** Requests, unless another filter hides it. */
 | 'REQUESTS';
/** Selects the requests that meet every condition given. A bulk mutation answers a filter without a condition with InvalidInput; use `all` to select all. */
export type RequestFilter = {
    /** Every request that meets the other conditions; all requests if there are none. */
    all?: boolean;
    /** Only requests in this folder now; any folder unless given. */
    folder?: RequestFolder | null | undefined;
    /** True: only from senders who follow the viewer; false: only from others. */
    followsMe?: boolean | null | undefined;
    /** True: only requests with a message in which the filter found a link; false: only others. Also of requests that the viewer moved to Requests. */
    hasLink?: boolean | null | undefined;
    /** Only requests hidden for this reason, alone or together with others. */
    hiddenReason?: HiddenReason | null | undefined;
    /** True: only from senders followed by someone whom the viewer follows; false: only from others. */
    mutualFollows?: boolean | null | undefined;
    /** Only requests from senders that the viewer does not follow. */
    notFollowedByMe?: boolean;
    /** Only requests with a newest message from before this time. */
    olderThan?: string | null | undefined;
    /** Only requests from senders found by the beginning of the username or of any word of the display name, as in `inbox(search:)`: 1 to 100 code points with a letter or digit that names can match. */
    search?: string | null | undefined;
    /** Only requests with a message that contains this text, 1 to 100 code points. Case, and how letters are composed, make no difference; accents do. */
    text?: string | null | undefined;
    /** True: only from senders with a verified mark; false: only from others. */
    verified?: boolean | null | undefined;
};
/** The viewer's folder that a request is in. Its sender cannot tell which. */
export type RequestFolder = 
/** Unanswered for 90 days since its last message. */
'ARCHIVED'
/** A filter caught the request: it makes no event and does not count in the badge. */
 | 'HIDDEN'
/** New requests that no filter caught. */
 | 'REQUESTS';
/** The order of a page of requests. */
export type RequestOrder = 
/** By the mutual follows with their sender, most first; of as many, the newest first. */
'MUTUAL_FOLLOWS'
/** By their newest message, newest first. */
 | 'NEWEST'
/** By their newest message, oldest first. */
 | 'OLDEST';
/** Selects requests by their ids or by a filter. */
export type RequestSelection = {
    filter: RequestFilter;
    ids?: never;
} | {
    filter?: never; /** Ids of Requests, at most 500; more is InvalidInput. Ids that are no longer pending are skipped. */
    ids: Array<string>;
};
/** The outcome that a moderator gives a report. */
export type Resolution = 
/** A restriction without end. */
'BAN'
/** No consequence. */
 | 'DISMISS'
/** The user can neither send nor accept until a time. */
 | 'RESTRICT'
/** The user sees a warning, with reason and time. */
 | 'WARN';
/** Answer an appeal of another moderator's decision. */
export type ResolveAppealInput = {
    /** The text for the user: 1 to 2,000 code points after trimming; else InvalidInput. */
    answer: string;
    /** The id of the appeal's `decision`. */
    decisionId: string;
    /** True: the decision stays. False: it is reversed, and a restriction that it made ends at once; another one that moderators decided on, and that is not over, holds then. */
    uphold: boolean;
};
/** End a report. No claim is needed. */
export type ResolveReportInput = {
    /** A Report's id. */
    reportId: string;
    /** The outcome for the reported user. */
    resolution: Resolution;
    /** The end of a RESTRICT, in the future and at most ten years ahead. It is InvalidInput if it is missing for RESTRICT, or given for another resolution. */
    until?: string | null | undefined;
};
/** Why a stream cannot be resumed from `after`. */
export type ResyncReason = 
/** The cursor is ahead of the log. */
'CURSOR_AHEAD'
/** The log was restored from a backup. */
 | 'EPOCH_CHANGED'
/** The cursor is older than the oldest event that is kept. */
 | 'EXPIRED'
/** The cursor is not one of this viewer. */
 | 'UNKNOWN';
/** End a contact code of the viewer. Threads that it opened stay open. */
export type RevokeContactCodeInput = {
    /** The id of a ContactCode, else InvalidInput; NotFound if the viewer has no such code. */
    contactCodeId: string;
};
/** Refuse the tokens of a user that were issued before a time. */
export type RevokeTokensInput = {
    /** Tokens whose `iat` is before this time are refused; those issued at it or later stay good. `iat` counts in whole seconds, so give one. More than a minute in the future is InvalidInput. An earlier time than that of another call changes nothing. */
    before: string;
    /** The host's id of the user, as `sub` of a token names it; 1 to 255 code points. InvalidInput with UNKNOWN if no user has it. */
    subject: string;
};
/** A message in a thread that the viewer can read. */
export type SendMessageInput = {
    /** 1 to 64 characters that the client chooses; any other length is InvalidInput. The same send with the same key is sent once: a repeat answers as the first did, for 30 days. Another send with the same key is IdempotencyConflict. */
    clientKey?: string | null | undefined;
    /** 1 to 2,000 code points after trimming; 1 to 500 in the viewer's own pending thread. */
    text: string;
    /** A Thread's id. */
    threadId: string;
};
/** A message to a user, whether or not there is a thread. */
export type SendRequestInput = {
    /** 1 to 64 characters that the client chooses; any other length is InvalidInput. The same send with the same key is sent once: a repeat answers as the first did, for 30 days. Another send with the same key is IdempotencyConflict. */
    clientKey?: string | null | undefined;
    /** A contact code of the recipient. A good one opens the thread at once, whatever the audience and the messages left; with any other, and where it may not open the thread, the result is the same as without one. Case, hyphens and spaces make no difference. */
    code?: string | null | undefined;
    /** A User's id. */
    recipientId: string;
    /** 1 to 500 code points after trimming. */
    text: string;
};
/** Follows to add and to remove, at most 500 together, stored as a whole or not at all. InvalidInput names in `fields` every value that cannot be stored, as `add[3].follower`; more than 500 entries and a follow in both lists are InvalidInput too. */
export type SetFollowsInput = {
    /** Follows to add. A subject without a user is InvalidInput. */
    add?: Array<HostFollow>;
    /** Follows to remove. A follow that does not exist counts as removed. */
    remove?: Array<HostFollow>;
};
/** Take pushes that wait, under a lease. */
export type TakePushesInput = {
    /** How many recipients at most, 1 to 100: those that have waited longest, each with its pushes of the next 8 events of its log. Any other number is InvalidInput. */
    first?: number;
    /** How long no one else gets these recipients' pushes, 5 to 300 seconds. Any other number is InvalidInput. */
    leaseSeconds?: number;
};
/** Whether a thread's two sides can write freely. */
export type ThreadState = 
/** Accepted; it never turns back. */
'OPEN'
/** Waits for the recipient's accept. */
 | 'PENDING';
/** Lift a block. Messages that the user sent during the block stay unseen. */
export type UnblockInput = {
    /** A User's id. */
    userId: string;
};
/** Bring back deleted requests or threads until `undoUntil` of their delete; it also lifts `never`. */
export type UndoDeleteInput = {
    /** The `deletedId` of `delete`, or the `undoId` of `deleteRequests`. */
    id: string;
};
/** Unfollow a user. */
export type UnfollowInput = {
    /** A User's id. */
    userId: string;
};
/** Choose who may start a thread with the viewer. */
export type UpdateDmAudienceInput = {
    /** The new audience; it applies to every send from now on. */
    audience: DmAudience;
};
/** Choose the words that send a request to Hidden. They replace the words set before. */
export type UpdateFilterWordsInput = {
    /** At most 200 further words, each with an end or for names. They replace the entries set before; null, or not given: those stay. A flaw of one is InvalidInput, and no word is set. */
    entries?: Array<FilterEntryInput> | null | undefined;
    /** At most 200 words or phrases, each of 1 to 64 code points after trimming; repeated ones are kept once. A word with symbols, such as `c++`, is found only with them. A longer list or word, an empty word, or one that no text could match, such as `!!!`, is InvalidInput, and no word is set. */
    words: Array<string>;
};
/** Turn the viewer's read receipts on or off. */
export type UpdateReadReceiptsInput = {
    /** True to turn them on, false to turn them off. */
    enabled: boolean;
};
/** Choose where requests go by the class of their sender. The choices replace those set before; the audience still decides who may write at all. */
export type UpdateRequestPolicyInput = {
    /** Senders who follow the viewer. Null: this class decides nothing. */
    followers?: RequestDestination | null | undefined;
    /** Senders followed by someone whom the viewer follows: friends of friends. Null: this class decides nothing. */
    mutualFollows?: RequestDestination | null | undefined;
    /** Senders with an account younger than 30 days. Null: this class decides nothing. */
    recentAccounts?: RequestDestination | null | undefined;
    /** All senders. Null: this class decides nothing. */
    strangers?: RequestDestination | null | undefined;
    /** Senders without a verified mark. Null: this class decides nothing. */
    unverified?: RequestDestination | null | undefined;
};
/** Users to create or to overwrite, stored as a whole or not at all. InvalidInput names in `fields` every value that cannot be stored, as `users[3].username`: it is out of bounds, twice in the call, or taken by another user. */
export type UpsertUsersInput = {
    /** 0 to 500, in any order; more is InvalidInput. */
    users: Array<HostUser>;
};
export type AcceptMutationVariables = Exact<{
    input: AcceptInput;
}>;
export type AcceptMutation = {
    accept: {
        __typename: 'AcceptSuccess';
        eventCursor: string;
        requestId: string;
        thread: {
            id: string;
            state: ThreadState;
            openedAt: string | null;
            unreadCount: number;
            peer: {
                id: string;
                username: string;
            };
        };
    } | {
        __typename: 'AgeRestricted';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MessagingRestricted';
        code: ProblemCode;
        message: string;
        until: string | null;
        restrictionReason: ReportReason;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'YouBlockedThisUser';
        code: ProblemCode;
        message: string;
    } | null;
};
export type AcceptRequestsMutationVariables = Exact<{
    input: AcceptRequestsInput;
}>;
export type AcceptRequestsMutation = {
    acceptRequests: {
        __typename: 'AcceptRequestsSuccess';
        eventCursor: string;
        count: number;
        remaining: number;
        requestIds: Array<string>;
    } | {
        __typename: 'AgeRestricted';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MessagingRestricted';
        code: ProblemCode;
        message: string;
        until: string | null;
        restrictionReason: ReportReason;
    } | null;
};
export type AcknowledgePushesMutationVariables = Exact<{
    input: AcknowledgePushesInput;
}>;
export type AcknowledgePushesMutation = {
    acknowledgePushes: {
        __typename: 'AcknowledgePushesSuccess';
        eventCursor: string;
        count: number;
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | null;
};
export type AppealRestrictionMutationVariables = Exact<{
    input: AppealRestrictionInput;
}>;
export type AppealRestrictionMutation = {
    appealRestriction: {
        __typename: 'AppealRestrictionSuccess';
        eventCursor: string;
        viewer: {
            id: string;
            standing: {
                restriction: {
                    decisionId: string;
                    appeal: {
                        state: AppealState;
                    } | null;
                } | null;
                warnings: Array<{
                    decisionId: string | null;
                    appeal: {
                        state: AppealState;
                    } | null;
                }>;
                appeals: Array<{
                    decisionId: string;
                    state: AppealState;
                }>;
            };
        };
    } | {
        __typename: 'DailyLimitReached';
        code: ProblemCode;
        message: string;
        limit: number;
        resetsAt: string;
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type AppealsQueryVariables = Exact<{
    state?: AppealState | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
}>;
export type AppealsQuery = {
    appeals: {
        eventCursor: string;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        edges: Array<{
            cursor: string;
            node: {
                text: string;
                appealedAt: string;
                state: AppealState;
                answer: string | null;
                answeredAt: string | null;
                user: {
                    id: string;
                    username: string;
                    displayName: string;
                };
                decision: {
                    id: string;
                    action: ModerationActionKind;
                    at: string;
                    actor: {
                        id: string;
                        username: string;
                    } | null;
                    report: {
                        id: string;
                    } | null;
                } | null;
                answeredBy: {
                    id: string;
                    username: string;
                } | null;
            };
        }>;
    } | null;
};
export type AuditLogQueryVariables = Exact<{
    subject?: string | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
}>;
export type AuditLogQuery = {
    auditLog: {
        eventCursor: string;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        edges: Array<{
            cursor: string;
            node: {
                id: string;
                action: ModerationActionKind;
                at: string;
                actor: {
                    id: string;
                    username: string;
                } | null;
                subject: {
                    id: string;
                    username: string;
                };
                report: {
                    id: string;
                    status: ReportStatus;
                } | null;
            };
        }>;
    } | null;
};
export type BlockMutationVariables = Exact<{
    input: BlockInput;
}>;
export type BlockMutation = {
    block: {
        __typename: 'BlockSuccess';
        eventCursor: string;
        removedIds: Array<string>;
        user: {
            id: string;
            username: string;
            blockedByMe: boolean;
            blockedUserEdge: {
                cursor: string;
            } | null;
        };
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type BlockedUsersQueryVariables = Exact<{
    first?: number | null | undefined;
    after?: string | null | undefined;
}>;
export type BlockedUsersQuery = {
    blockedUsers: {
        eventCursor: string;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        edges: Array<{
            cursor: string;
            node: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
                blockedByMe: boolean;
                blockedUntil: string | null;
                threadWithMe: {
                    id: string;
                } | null;
            };
        }>;
    } | null;
};
export type ClaimReportMutationVariables = Exact<{
    input: ClaimReportInput;
}>;
export type ClaimReportMutation = {
    claimReport: {
        __typename: 'ClaimReportSuccess';
        eventCursor: string;
        report: {
            id: string;
            status: ReportStatus;
            claimedBy: {
                id: string;
                username: string;
            } | null;
        };
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type CreateContactCodeMutationVariables = Exact<{
    input: CreateContactCodeInput;
}>;
export type CreateContactCodeMutation = {
    createContactCode: {
        __typename: 'ContactCodeLimitReached';
        code: ProblemCode;
        message: string;
        limit: number;
    } | {
        __typename: 'CreateContactCodeSuccess';
        eventCursor: string;
        plainCode: string;
        contactCode: {
            id: string;
            label: string;
            uses: number;
            usesLeft: number;
            createdAt: string;
            expiresAt: string | null;
        };
        viewer: {
            id: string;
            contactCodes: Array<{
                id: string;
                label: string;
                uses: number;
                usesLeft: number;
                createdAt: string;
                expiresAt: string | null;
            }>;
        };
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | null;
};
export type CreateStreamTicketMutationVariables = Exact<{
    input: CreateStreamTicketInput;
}>;
export type CreateStreamTicketMutation = {
    createStreamTicket: {
        __typename: 'CreateStreamTicketSuccess';
        eventCursor: string;
        ticket: string;
        endsAt: string;
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | null;
};
export type DeleteMutationVariables = Exact<{
    input: DeleteInput;
}>;
export type DeleteMutation = {
    delete: {
        __typename: 'DeleteSuccess';
        eventCursor: string;
        deletedId: string;
        removedIds: Array<string>;
        undoUntil: string;
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type DeleteRequestsMutationVariables = Exact<{
    input: DeleteRequestsInput;
}>;
export type DeleteRequestsMutation = {
    deleteRequests: {
        __typename: 'DeleteRequestsSuccess';
        eventCursor: string;
        count: number;
        remaining: number;
        requestIds: Array<string>;
        undoId: string | null;
        undoUntil: string | null;
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | null;
};
export type DraftHintsQueryVariables = Exact<{
    text: string;
}>;
export type DraftHintsQuery = {
    draftHints: Array<DraftHint> | null;
};
export type EraseUserMutationVariables = Exact<{
    input: EraseUserInput;
}>;
export type EraseUserMutation = {
    eraseUser: {
        __typename: 'EraseUserSuccess';
        eventCursor: string;
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | null;
};
export type EventsSubscriptionVariables = Exact<{
    after?: string | null | undefined;
}>;
export type EventsSubscription = {
    events: {
        __typename: 'BadgeChanged';
        eventCursor: string;
        at: string;
        viewer: {
            id: string;
            badge: {
                pendingRequests: number;
                unseenRequests: number;
                unreadThreads: number;
                suggestsPause: boolean;
            };
        };
    } | {
        __typename: 'FollowChanged';
        eventCursor: string;
        at: string;
        user: {
            id: string;
            followedByMe: boolean;
        };
    } | {
        __typename: 'MessageAdded';
        eventCursor: string;
        at: string;
        notify: boolean;
        message: {
            id: string;
            text: string;
            sentAt: string;
            isMine: boolean;
            receipt: Receipt;
        };
        thread: {
            id: string;
            state: ThreadState;
            openedAt: string | null;
            unreadCount: number;
            isMarkedUnread: boolean;
            isMuted: boolean;
            startedByMe: boolean;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
            peer: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
            };
            lastMessage: {
                id: string;
                text: string;
                sentAt: string;
                isMine: boolean;
                receipt: Receipt;
            } | null;
        };
    } | {
        __typename: 'Position';
        eventCursor: string;
        at: string;
    } | {
        __typename: 'ReportClosed';
        eventCursor: string;
        at: string;
        viewer: {
            id: string;
        };
    } | {
        __typename: 'RequestAccepted';
        eventCursor: string;
        at: string;
        thread: {
            id: string;
            state: ThreadState;
            openedAt: string | null;
            unreadCount: number;
            isMarkedUnread: boolean;
            isMuted: boolean;
            startedByMe: boolean;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
            peer: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
            };
            lastMessage: {
                id: string;
                text: string;
                sentAt: string;
                isMine: boolean;
                receipt: Receipt;
            } | null;
        };
    } | {
        __typename: 'RequestDeleted';
        eventCursor: string;
        at: string;
        requestId: string;
        threadId: string;
    } | {
        __typename: 'RequestMoved';
        eventCursor: string;
        at: string;
        request: {
            id: string;
            receivedAt: string;
            folder: RequestFolder;
            hiddenReasons: Array<HiddenReason>;
            notice: string;
            firstContact: {
                accountAgeMonths: number;
                followsMe: boolean;
                followedByMe: boolean;
                mutualFollows: number;
                deletedBefore: number;
                nameChangedAt: string | null;
                similarTo: {
                    id: string;
                    username: string;
                    displayName: string;
                    avatarUrl: string | null;
                    isVerified: boolean;
                } | null;
            };
            sender: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
                followsMe: boolean;
                followedByMe: boolean;
            };
            thread: {
                id: string;
            };
            pendingMessages: Array<{
                id: string;
                text: string;
                sentAt: string;
            }>;
        };
    } | {
        __typename: 'RequestPauseChanged';
        eventCursor: string;
        at: string;
        viewer: {
            id: string;
            requestPause: {
                since: string;
                until: string;
                isOn: boolean;
                requestsHidden: number | null;
            } | null;
        };
    } | {
        __typename: 'RequestReceived';
        eventCursor: string;
        at: string;
        notify: boolean;
        request: {
            id: string;
            receivedAt: string;
            folder: RequestFolder;
            hiddenReasons: Array<HiddenReason>;
            notice: string;
            firstContact: {
                accountAgeMonths: number;
                followsMe: boolean;
                followedByMe: boolean;
                mutualFollows: number;
                deletedBefore: number;
                nameChangedAt: string | null;
                similarTo: {
                    id: string;
                    username: string;
                    displayName: string;
                    avatarUrl: string | null;
                    isVerified: boolean;
                } | null;
            };
            sender: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
                followsMe: boolean;
                followedByMe: boolean;
            };
            thread: {
                id: string;
            };
            pendingMessages: Array<{
                id: string;
                text: string;
                sentAt: string;
            }>;
        };
    } | {
        __typename: 'RequestRestored';
        eventCursor: string;
        at: string;
        request: {
            id: string;
            receivedAt: string;
            folder: RequestFolder;
            hiddenReasons: Array<HiddenReason>;
            notice: string;
            firstContact: {
                accountAgeMonths: number;
                followsMe: boolean;
                followedByMe: boolean;
                mutualFollows: number;
                deletedBefore: number;
                nameChangedAt: string | null;
                similarTo: {
                    id: string;
                    username: string;
                    displayName: string;
                    avatarUrl: string | null;
                    isVerified: boolean;
                } | null;
            };
            sender: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
                followsMe: boolean;
                followedByMe: boolean;
            };
            thread: {
                id: string;
            };
            pendingMessages: Array<{
                id: string;
                text: string;
                sentAt: string;
            }>;
        };
    } | {
        __typename: 'RequestUpdated';
        eventCursor: string;
        at: string;
        request: {
            id: string;
            receivedAt: string;
            folder: RequestFolder;
            hiddenReasons: Array<HiddenReason>;
            notice: string;
            firstContact: {
                accountAgeMonths: number;
                followsMe: boolean;
                followedByMe: boolean;
                mutualFollows: number;
                deletedBefore: number;
                nameChangedAt: string | null;
                similarTo: {
                    id: string;
                    username: string;
                    displayName: string;
                    avatarUrl: string | null;
                    isVerified: boolean;
                } | null;
            };
            sender: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
                followsMe: boolean;
                followedByMe: boolean;
            };
            thread: {
                id: string;
            };
            pendingMessages: Array<{
                id: string;
                text: string;
                sentAt: string;
            }>;
        };
    } | {
        __typename: 'RequestWithdrawn';
        eventCursor: string;
        at: string;
        requestId: string;
        threadId: string;
    } | {
        __typename: 'RequestsSeen';
        eventCursor: string;
        at: string;
    } | {
        __typename: 'ResyncRequired';
        eventCursor: string;
        at: string;
        reason: ResyncReason;
    } | {
        __typename: 'SettingsChanged';
        eventCursor: string;
        at: string;
        viewer: {
            id: string;
            dmAudience: DmAudience;
            readReceipts: boolean;
            filterWords: Array<string>;
            requestPolicy: {
                mutualFollows: RequestDestination | null;
                recentAccounts: RequestDestination | null;
                followers: RequestDestination | null;
                unverified: RequestDestination | null;
                strangers: RequestDestination | null;
            };
        };
    } | {
        __typename: 'StandingChanged';
        eventCursor: string;
        at: string;
        viewer: {
            id: string;
            standing: {
                canSend: boolean;
                messagesLeftNow: number;
                newPairsLeftToday: number;
                resetsAt: string;
                obstacles: Array<{
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                } | {
                    code: ProblemCode;
                }>;
                restriction: {
                    reason: ReportReason;
                    at: string;
                    until: string | null;
                    decisionId: string;
                    appeal: {
                        state: AppealState;
                        answer: string | null;
                    } | null;
                } | null;
                warnings: Array<{
                    reason: ReportReason;
                    at: string;
                    decisionId: string | null;
                    appeal: {
                        state: AppealState;
                    } | null;
                }>;
                appeals: Array<{
                    decisionId: string;
                    state: AppealState;
                    answer: string | null;
                }>;
            };
        };
    } | {
        __typename: 'ThreadDeleted';
        eventCursor: string;
        at: string;
        threadId: string;
    } | {
        __typename: 'ThreadMarkedUnread';
        eventCursor: string;
        at: string;
        thread: {
            id: string;
            state: ThreadState;
            openedAt: string | null;
            unreadCount: number;
            isMarkedUnread: boolean;
            isMuted: boolean;
            startedByMe: boolean;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
            peer: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
            };
            lastMessage: {
                id: string;
                text: string;
                sentAt: string;
                isMine: boolean;
                receipt: Receipt;
            } | null;
        };
    } | {
        __typename: 'ThreadMuted';
        eventCursor: string;
        at: string;
        thread: {
            mutedUntil: string | null;
            id: string;
            state: ThreadState;
            openedAt: string | null;
            unreadCount: number;
            isMarkedUnread: boolean;
            isMuted: boolean;
            startedByMe: boolean;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
            peer: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
            };
            lastMessage: {
                id: string;
                text: string;
                sentAt: string;
                isMine: boolean;
                receipt: Receipt;
            } | null;
        };
    } | {
        __typename: 'ThreadOpened';
        eventCursor: string;
        at: string;
        thread: {
            id: string;
            state: ThreadState;
            openedAt: string | null;
            unreadCount: number;
            isMarkedUnread: boolean;
            isMuted: boolean;
            startedByMe: boolean;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
            peer: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
            };
            lastMessage: {
                id: string;
                text: string;
                sentAt: string;
                isMine: boolean;
                receipt: Receipt;
            } | null;
        };
    } | {
        __typename: 'ThreadRead';
        eventCursor: string;
        at: string;
        thread: {
            id: string;
            state: ThreadState;
            openedAt: string | null;
            unreadCount: number;
            isMarkedUnread: boolean;
            isMuted: boolean;
            startedByMe: boolean;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
            peer: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
            };
            lastMessage: {
                id: string;
                text: string;
                sentAt: string;
                isMine: boolean;
                receipt: Receipt;
            } | null;
        };
    } | {
        __typename: 'ThreadRestored';
        eventCursor: string;
        at: string;
        thread: {
            id: string;
            state: ThreadState;
            openedAt: string | null;
            unreadCount: number;
            isMarkedUnread: boolean;
            isMuted: boolean;
            startedByMe: boolean;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
            peer: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
            };
            lastMessage: {
                id: string;
                text: string;
                sentAt: string;
                isMine: boolean;
                receipt: Receipt;
            } | null;
        };
    } | {
        __typename: 'ThreadSeen';
        eventCursor: string;
        at: string;
        thread: {
            id: string;
            state: ThreadState;
            openedAt: string | null;
            unreadCount: number;
            isMarkedUnread: boolean;
            isMuted: boolean;
            startedByMe: boolean;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
            peer: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
            };
            lastMessage: {
                id: string;
                text: string;
                sentAt: string;
                isMine: boolean;
                receipt: Receipt;
            } | null;
        };
    } | {
        __typename: 'UserBlocked';
        eventCursor: string;
        at: string;
        user: {
            id: string;
            blockedByMe: boolean;
        };
    } | {
        __typename: 'UserUnblocked';
        eventCursor: string;
        at: string;
        user: {
            id: string;
            blockedByMe: boolean;
            threadWithMe: {
                id: string;
                state: ThreadState;
                openedAt: string | null;
                unreadCount: number;
                isMarkedUnread: boolean;
                isMuted: boolean;
                startedByMe: boolean;
                messagesLeftBeforeAccept: number | null;
                pendingNotice: string | null;
                peer: {
                    id: string;
                    username: string;
                    displayName: string;
                    avatarUrl: string | null;
                    isVerified: boolean;
                };
                lastMessage: {
                    id: string;
                    text: string;
                    sentAt: string;
                    isMine: boolean;
                    receipt: Receipt;
                } | null;
            } | null;
        };
    } | null;
};
export type ThreadNowFragment = {
    id: string;
    state: ThreadState;
    openedAt: string | null;
    unreadCount: number;
    isMarkedUnread: boolean;
    isMuted: boolean;
    startedByMe: boolean;
    messagesLeftBeforeAccept: number | null;
    pendingNotice: string | null;
    peer: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
        isVerified: boolean;
    };
    lastMessage: {
        id: string;
        text: string;
        sentAt: string;
        isMine: boolean;
        receipt: Receipt;
    } | null;
};
export type RequestNowFragment = {
    id: string;
    receivedAt: string;
    folder: RequestFolder;
    hiddenReasons: Array<HiddenReason>;
    notice: string;
    firstContact: {
        accountAgeMonths: number;
        followsMe: boolean;
        followedByMe: boolean;
        mutualFollows: number;
        deletedBefore: number;
        nameChangedAt: string | null;
        similarTo: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
            isVerified: boolean;
        } | null;
    };
    sender: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
        isVerified: boolean;
        followsMe: boolean;
        followedByMe: boolean;
    };
    thread: {
        id: string;
    };
    pendingMessages: Array<{
        id: string;
        text: string;
        sentAt: string;
    }>;
};
export type ExportMyDataQueryVariables = Exact<{
    first?: number | null | undefined;
    after?: string | null | undefined;
}>;
export type ExportMyDataQuery = {
    exportMyData: {
        eventCursor: string;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        edges: Array<{
            cursor: string;
            node: {
                kind: ExportKind;
                json: string;
            };
        }>;
    } | null;
};
export type FilterWordsQueryVariables = Exact<{
    [key: string]: never;
}>;
export type FilterWordsQuery = {
    viewer: {
        id: string;
        filterWords: Array<string>;
        filterEntries: Array<{
            word: string;
            place: FilterPlace;
            until: string | null;
        }>;
    } | null;
};
export type FollowMutationVariables = Exact<{
    input: FollowInput;
}>;
export type FollowMutation = {
    follow: {
        __typename: 'FollowSuccess';
        eventCursor: string;
        user: {
            id: string;
            username: string;
            followedByMe: boolean;
        };
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type InboxQueryVariables = Exact<{
    first?: number | null | undefined;
    after?: string | null | undefined;
    search?: string | null | undefined;
    unreadOnly?: boolean | null | undefined;
}>;
export type InboxQuery = {
    inbox: {
        eventCursor: string;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        edges: Array<{
            cursor: string;
            node: {
                id: string;
                state: ThreadState;
                openedAt: string | null;
                unreadCount: number;
                isMarkedUnread: boolean;
                isMuted: boolean;
                startedByMe: boolean;
                messagesLeftBeforeAccept: number | null;
                pendingNotice: string | null;
                peer: {
                    id: string;
                    username: string;
                    displayName: string;
                    avatarUrl: string | null;
                    isVerified: boolean;
                };
                lastMessage: {
                    id: string;
                    text: string;
                    sentAt: string;
                    isMine: boolean;
                    receipt: Receipt;
                } | null;
            };
        }>;
    } | null;
};
export type LiftRestrictionMutationVariables = Exact<{
    input: LiftRestrictionInput;
}>;
export type LiftRestrictionMutation = {
    liftRestriction: {
        __typename: 'LiftRestrictionSuccess';
        eventCursor: string;
        user: {
            id: string;
            username: string;
        };
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type MarkReadMutationVariables = Exact<{
    input: MarkReadInput;
}>;
export type MarkReadMutation = {
    markRead: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MarkReadSuccess';
        eventCursor: string;
        thread: {
            id: string;
            unreadCount: number;
            isMarkedUnread: boolean;
        };
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type MarkRequestsSeenMutationVariables = Exact<{
    input: MarkRequestsSeenInput;
}>;
export type MarkRequestsSeenMutation = {
    markRequestsSeen: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MarkRequestsSeenSuccess';
        eventCursor: string;
        viewer: {
            id: string;
            badge: {
                pendingRequests: number;
                unseenRequests: number;
                unreadThreads: number;
            };
        };
    } | null;
};
export type MarkThreadsReadMutationVariables = Exact<{
    input: MarkThreadsReadInput;
}>;
export type MarkThreadsReadMutation = {
    markThreadsRead: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MarkThreadsReadSuccess';
        eventCursor: string;
        count: number;
        remaining: number;
        query: {
            viewer: {
                id: string;
                badge: {
                    unreadThreads: number;
                };
            } | null;
        };
    } | null;
};
export type MarkUnreadMutationVariables = Exact<{
    input: MarkUnreadInput;
}>;
export type MarkUnreadMutation = {
    markUnread: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MarkUnreadSuccess';
        eventCursor: string;
        thread: {
            id: string;
            unreadCount: number;
            isMarkedUnread: boolean;
        };
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type MessageAddedSubscriptionVariables = Exact<{
    threadId?: string | null | undefined;
    after?: string | null | undefined;
}>;
export type MessageAddedSubscription = {
    messageAdded: {
        __typename: 'MessageAdded';
        eventCursor: string;
        at: string;
        notify: boolean;
        message: {
            id: string;
            text: string;
            sentAt: string;
            isMine: boolean;
            receipt: Receipt;
            sender: {
                id: string;
                username: string;
            };
        };
        thread: {
            id: string;
            unreadCount: number;
        };
    } | {
        __typename: 'Position';
        eventCursor: string;
        at: string;
    } | {
        __typename: 'ResyncRequired';
        eventCursor: string;
        at: string;
        reason: ResyncReason;
    } | null;
};
export type MoveRequestMutationVariables = Exact<{
    input: MoveRequestInput;
}>;
export type MoveRequestMutation = {
    moveRequest: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MoveRequestSuccess';
        eventCursor: string;
        request: {
            id: string;
            folder: RequestFolder;
            hiddenReasons: Array<HiddenReason>;
            thread: {
                id: string;
            };
        };
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type MuteMutationVariables = Exact<{
    input: MuteInput;
}>;
export type MuteMutation = {
    mute: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MuteSuccess';
        eventCursor: string;
        thread: {
            id: string;
            isMuted: boolean;
            mutedUntil: string | null;
        };
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | null;
};
export type NodeQueryVariables = Exact<{
    id: string;
    notesFirst?: number | null | undefined;
    notesAfter?: string | null | undefined;
    evidenceFirst?: number | null | undefined;
    evidenceAfter?: string | null | undefined;
}>;
export type NodeQuery = {
    node: {
        __typename: 'ContactCode';
        label: string;
        usesLeft: number;
        id: string;
    } | {
        __typename: 'Message';
        text: string;
        sentAt: string;
        id: string;
    } | {
        __typename: 'ModerationAction';
        action: ModerationActionKind;
        at: string;
        id: string;
    } | {
        __typename: 'Report';
        reasons: Array<ReportReason>;
        id: string;
        notes: {
            pageInfo: {
                hasNextPage: boolean;
                endCursor: string | null;
            };
            edges: Array<{
                cursor: string;
                node: {
                    reason: ReportReason;
                    text: string;
                    at: string;
                };
            }>;
        };
        evidence: {
            pageInfo: {
                hasNextPage: boolean;
                endCursor: string | null;
            };
            edges: Array<{
                cursor: string;
                node: {
                    text: string;
                    sentAt: string;
                    reported: boolean;
                    sender: {
                        id: string;
                        username: string;
                    } | null;
                };
            }>;
        };
    } | {
        __typename: 'Request';
        receivedAt: string;
        folder: RequestFolder;
        id: string;
        sender: {
            id: string;
            username: string;
        };
    } | {
        __typename: 'SentRequest';
        messagesLeft: number;
        id: string;
        recipient: {
            id: string;
            username: string;
        };
    } | {
        __typename: 'Thread';
        state: ThreadState;
        unreadCount: number;
        id: string;
    } | {
        __typename: 'User';
        username: string;
        id: string;
    } | {
        __typename: 'Viewer';
        id: string;
        badge: {
            pendingRequests: number;
            unreadThreads: number;
        };
    } | null;
};
export type NodesQueryVariables = Exact<{
    ids: Array<string> | string;
}>;
export type NodesQuery = {
    nodes: Array<{
        __typename: 'ContactCode';
        id: string;
    } | {
        __typename: 'Message';
        id: string;
    } | {
        __typename: 'ModerationAction';
        id: string;
    } | {
        __typename: 'Report';
        id: string;
    } | {
        __typename: 'Request';
        id: string;
    } | {
        __typename: 'SentRequest';
        id: string;
    } | {
        __typename: 'Thread';
        id: string;
    } | {
        __typename: 'User';
        id: string;
    } | {
        __typename: 'Viewer';
        id: string;
    } | null> | null;
};
export type OwnReportsQueryVariables = Exact<{
    first?: number | null | undefined;
    after?: string | null | undefined;
}>;
export type OwnReportsQuery = {
    viewer: {
        id: string;
        reports: {
            eventCursor: string;
            pageInfo: {
                hasNextPage: boolean;
                endCursor: string | null;
            };
            edges: Array<{
                cursor: string;
                node: {
                    subject: ReportSubject | null;
                    text: string | null;
                    reasons: Array<ReportReason>;
                    state: OwnReportState;
                    reportedAt: string;
                    handledAt: string | null;
                    profile: {
                        username: string;
                        displayName: string;
                        avatarUrl: string | null;
                    } | null;
                };
            }>;
        };
    } | null;
};
export type PauseRequestsMutationVariables = Exact<{
    input: PauseRequestsInput;
}>;
export type PauseRequestsMutation = {
    pauseRequests: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'PauseRequestsSuccess';
        eventCursor: string;
        viewer: {
            id: string;
            requestPause: {
                since: string;
                until: string;
                isOn: boolean;
                requestsHidden: number | null;
            } | null;
            badge: {
                suggestsPause: boolean;
            };
        };
    } | null;
};
export type PeopleQueryVariables = Exact<{
    search?: string | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
}>;
export type PeopleQuery = {
    people: {
        eventCursor: string;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        edges: Array<{
            cursor: string;
            node: {
                id: string;
                username: string;
                displayName: string;
                avatarUrl: string | null;
                isVerified: boolean;
                followsMe: boolean;
                followedByMe: boolean;
                messageability: {
                    action: MessageAction;
                    place: ButtonPlace | null;
                    messagesLeft: number | null;
                    notice: string | null;
                };
                threadWithMe: {
                    id: string;
                    state: ThreadState;
                } | null;
            };
        }>;
    } | null;
};
export type PushesWaitingSubscriptionVariables = Exact<{
    [key: string]: never;
}>;
export type PushesWaitingSubscription = {
    pushesWaiting: {
        __typename: 'Position';
        eventCursor: string;
        at: string;
    } | {
        __typename: 'PushesWaiting';
        eventCursor: string;
        at: string;
    } | null;
};
export type ReportMutationVariables = Exact<{
    input: ReportInput;
}>;
export type ReportMutation = {
    report: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'ReportSuccess';
        eventCursor: string;
        removedIds: Array<string>;
        blockedUser: {
            id: string;
            blockedByMe: boolean;
            blockedUserEdge: {
                cursor: string;
            } | null;
        } | null;
    } | null;
};
export type ReportsQueryVariables = Exact<{
    status?: ReportStatus | null | undefined;
    subject?: string | null | undefined;
    olderThan?: string | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
}>;
export type ReportsQuery = {
    reports: {
        eventCursor: string;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        edges: Array<{
            cursor: string;
            node: {
                id: string;
                status: ReportStatus;
                reasons: Array<ReportReason>;
                createdAt: string;
                resolution: Resolution | null;
                until: string | null;
                subject: {
                    id: string;
                    username: string;
                };
                notes: {
                    pageInfo: {
                        hasNextPage: boolean;
                    };
                    edges: Array<{
                        cursor: string;
                        node: {
                            reason: ReportReason;
                            text: string;
                            at: string;
                        };
                    }>;
                };
                profile: {
                    username: string;
                    displayName: string;
                    avatarUrl: string | null;
                };
                evidence: {
                    pageInfo: {
                        hasNextPage: boolean;
                    };
                    edges: Array<{
                        cursor: string;
                        node: {
                            text: string;
                            sentAt: string;
                            reported: boolean;
                            sender: {
                                id: string;
                                username: string;
                            } | null;
                        };
                    }>;
                };
                claimedBy: {
                    id: string;
                    username: string;
                } | null;
            };
        }>;
    } | null;
};
export type RequestAcceptedSubscriptionVariables = Exact<{
    after?: string | null | undefined;
}>;
export type RequestAcceptedSubscription = {
    requestAccepted: {
        __typename: 'Position';
        eventCursor: string;
        at: string;
    } | {
        __typename: 'RequestAccepted';
        eventCursor: string;
        at: string;
        thread: {
            id: string;
            state: ThreadState;
            peer: {
                id: string;
                username: string;
            };
        };
    } | {
        __typename: 'ResyncRequired';
        eventCursor: string;
        at: string;
        reason: ResyncReason;
    } | null;
};
export type RequestCountQueryVariables = Exact<{
    filter: RequestFilter;
    asOf: string;
}>;
export type RequestCountQuery = {
    requestCount: number | null;
};
export type RequestInsightsQueryVariables = Exact<{
    since?: string | null | undefined;
}>;
export type RequestInsightsQuery = {
    requestInsights: {
        sent: number;
        accepted: number;
        rate: number | null;
        medianSecondsToAccept: number | null;
        slots: Array<{
            weekday: number;
            hour: number;
            sent: number;
            accepted: number;
        }>;
        byHint: Array<{
            hint: DraftHint;
            sent: number;
            accepted: number;
        }>;
    } | null;
};
export type RequestReceivedSubscriptionVariables = Exact<{
    after?: string | null | undefined;
}>;
export type RequestReceivedSubscription = {
    requestReceived: {
        __typename: 'Position';
        eventCursor: string;
        at: string;
    } | {
        __typename: 'RequestReceived';
        eventCursor: string;
        at: string;
        notify: boolean;
        request: {
            id: string;
            sender: {
                id: string;
                username: string;
            };
            pendingMessages: Array<{
                id: string;
                text: string;
            }>;
            thread: {
                id: string;
            };
        };
    } | {
        __typename: 'ResyncRequired';
        eventCursor: string;
        at: string;
        reason: ResyncReason;
    } | null;
};
export type RequestsQueryVariables = Exact<{
    folder?: RequestFolder | null | undefined;
    search?: string | null | undefined;
    filter?: RequestFilter | null | undefined;
    orderBy?: RequestOrder | null | undefined;
    first?: number | null | undefined;
    after?: string | null | undefined;
}>;
export type RequestsQuery = {
    requests: {
        eventCursor: string;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        edges: Array<{
            cursor: string;
            node: {
                id: string;
                receivedAt: string;
                folder: RequestFolder;
                hiddenReasons: Array<HiddenReason>;
                notice: string;
                firstContact: {
                    accountAgeMonths: number;
                    followsMe: boolean;
                    followedByMe: boolean;
                    mutualFollows: number;
                    deletedBefore: number;
                    nameChangedAt: string | null;
                    similarTo: {
                        id: string;
                        username: string;
                        displayName: string;
                        avatarUrl: string | null;
                        isVerified: boolean;
                    } | null;
                };
                sender: {
                    id: string;
                    username: string;
                    displayName: string;
                    avatarUrl: string | null;
                    isVerified: boolean;
                    followsMe: boolean;
                    followedByMe: boolean;
                };
                thread: {
                    id: string;
                };
                pendingMessages: Array<{
                    id: string;
                    text: string;
                    sentAt: string;
                }>;
            };
        }>;
    } | null;
};
export type ResolveAppealMutationVariables = Exact<{
    input: ResolveAppealInput;
}>;
export type ResolveAppealMutation = {
    resolveAppeal: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'ResolveAppealSuccess';
        eventCursor: string;
        appeal: {
            state: AppealState;
            answer: string | null;
            answeredAt: string | null;
            decision: {
                id: string;
            } | null;
            answeredBy: {
                id: string;
                username: string;
            } | null;
        };
    } | null;
};
export type ResolveReportMutationVariables = Exact<{
    input: ResolveReportInput;
}>;
export type ResolveReportMutation = {
    resolveReport: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'ResolveReportSuccess';
        eventCursor: string;
        report: {
            id: string;
            status: ReportStatus;
            resolution: Resolution | null;
            until: string | null;
        };
    } | null;
};
export type RevokeContactCodeMutationVariables = Exact<{
    input: RevokeContactCodeInput;
}>;
export type RevokeContactCodeMutation = {
    revokeContactCode: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'RevokeContactCodeSuccess';
        eventCursor: string;
        removedId: string;
        viewer: {
            id: string;
            contactCodes: Array<{
                id: string;
            }>;
        };
    } | null;
};
export type RevokeTokensMutationVariables = Exact<{
    input: RevokeTokensInput;
}>;
export type RevokeTokensMutation = {
    revokeTokens: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'RevokeTokensSuccess';
        eventCursor: string;
        validFrom: string;
    } | null;
};
export type SendMessageMutationVariables = Exact<{
    input: SendMessageInput;
}>;
export type SendMessageMutation = {
    sendMessage: {
        __typename: 'AgeRestricted';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'IdempotencyConflict';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MessagingRestricted';
        code: ProblemCode;
        message: string;
        until: string | null;
        restrictionReason: ReportReason;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'PendingLimitReached';
        code: ProblemCode;
        message: string;
        limit: number;
    } | {
        __typename: 'PhoneVerificationRequired';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'RateLimited';
        code: ProblemCode;
        message: string;
        retryAfterSeconds: number;
    } | {
        __typename: 'RecipientUnavailable';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'SendMessageSuccess';
        eventCursor: string;
        removedIds: Array<string>;
        thread: {
            id: string;
            state: ThreadState;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
        };
        sentMessage: {
            id: string;
            text: string;
            sentAt: string;
            isMine: boolean;
            receipt: Receipt;
        };
    } | {
        __typename: 'YouBlockedThisUser';
        code: ProblemCode;
        message: string;
    } | null;
};
export type SendRequestMutationVariables = Exact<{
    input: SendRequestInput;
}>;
export type SendRequestMutation = {
    sendRequest: {
        __typename: 'AgeRestricted';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'DailyLimitReached';
        code: ProblemCode;
        message: string;
        limit: number;
        resetsAt: string;
    } | {
        __typename: 'IdempotencyConflict';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'MessagingRestricted';
        code: ProblemCode;
        message: string;
        until: string | null;
        restrictionReason: ReportReason;
    } | {
        __typename: 'PendingLimitReached';
        code: ProblemCode;
        message: string;
        limit: number;
    } | {
        __typename: 'PhoneVerificationRequired';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'RateLimited';
        code: ProblemCode;
        message: string;
        retryAfterSeconds: number;
    } | {
        __typename: 'RecipientUnavailable';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'SendRequestSuccess';
        eventCursor: string;
        removedIds: Array<string>;
        thread: {
            id: string;
            state: ThreadState;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
        };
        sentMessage: {
            id: string;
            text: string;
            sentAt: string;
            isMine: boolean;
            receipt: Receipt;
        };
    } | {
        __typename: 'YouBlockedThisUser';
        code: ProblemCode;
        message: string;
    } | null;
};
export type SentRequestsQueryVariables = Exact<{
    first?: number | null | undefined;
    after?: string | null | undefined;
}>;
export type SentRequestsQuery = {
    sentRequests: {
        eventCursor: string;
        pageInfo: {
            hasNextPage: boolean;
            endCursor: string | null;
        };
        edges: Array<{
            cursor: string;
            node: {
                id: string;
                sentAt: string;
                messagesLeft: number;
                recipient: {
                    id: string;
                    username: string;
                    displayName: string;
                    avatarUrl: string | null;
                    isVerified: boolean;
                };
                thread: {
                    id: string;
                    state: ThreadState;
                    pendingNotice: string | null;
                    lastMessage: {
                        id: string;
                        text: string;
                        sentAt: string;
                    } | null;
                };
            };
        }>;
    } | null;
};
export type SetFollowsMutationVariables = Exact<{
    input: SetFollowsInput;
}>;
export type SetFollowsMutation = {
    setFollows: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        fields: Array<string>;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'SetFollowsSuccess';
        eventCursor: string;
        count: number;
    } | null;
};
export type TakePushesMutationVariables = Exact<{
    input: TakePushesInput;
}>;
export type TakePushesMutation = {
    takePushes: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'TakePushesSuccess';
        eventCursor: string;
        leaseId: string;
        leaseEndsAt: string;
        pushes: Array<{
            id: string;
            subject: string;
            kind: PushKind;
            threadId: string | null;
            senderId: string | null;
            senderSubject: string | null;
            notify: boolean;
            at: string;
            badge: {
                pendingRequests: number;
                unseenRequests: number;
                unreadThreads: number;
            };
        }>;
    } | null;
};
export type ThreadQueryVariables = Exact<{
    id: string;
    first?: number | null | undefined;
    after?: string | null | undefined;
    last?: number | null | undefined;
    before?: string | null | undefined;
}>;
export type ThreadQuery = {
    thread: {
        id: string;
        state: ThreadState;
        openedAt: string | null;
        startedByMe: boolean;
        messagesLeftBeforeAccept: number | null;
        pendingNotice: string | null;
        unreadCount: number;
        isMarkedUnread: boolean;
        isMuted: boolean;
        mutedUntil: string | null;
        request: {
            id: string;
            folder: RequestFolder;
        } | null;
        sentRequest: {
            id: string;
            messagesLeft: number;
        } | null;
        peer: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
            isVerified: boolean;
            blockedByMe: boolean;
        };
        messages: {
            eventCursor: string;
            pageInfo: {
                hasNextPage: boolean;
                hasPreviousPage: boolean;
                startCursor: string | null;
                endCursor: string | null;
            };
            edges: Array<{
                cursor: string;
                node: {
                    id: string;
                    text: string;
                    sentAt: string;
                    isMine: boolean;
                    receipt: Receipt;
                };
            }>;
        };
    } | null;
};
export type UnblockMutationVariables = Exact<{
    input: UnblockInput;
}>;
export type UnblockMutation = {
    unblock: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'UnblockSuccess';
        eventCursor: string;
        user: {
            id: string;
            username: string;
            blockedByMe: boolean;
        };
    } | null;
};
export type UndoDeleteMutationVariables = Exact<{
    input: UndoDeleteInput;
}>;
export type UndoDeleteMutation = {
    undoDelete: {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'UndoDeleteSuccess';
        eventCursor: string;
        count: number;
    } | {
        __typename: 'UndoExpired';
        code: ProblemCode;
        message: string;
    } | null;
};
export type UnfollowMutationVariables = Exact<{
    input: UnfollowInput;
}>;
export type UnfollowMutation = {
    unfollow: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotFound';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'UnfollowSuccess';
        eventCursor: string;
        user: {
            id: string;
            username: string;
            followedByMe: boolean;
        };
    } | null;
};
export type UpdateDmAudienceMutationVariables = Exact<{
    input: UpdateDmAudienceInput;
}>;
export type UpdateDmAudienceMutation = {
    updateDmAudience: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'UpdateDmAudienceSuccess';
        eventCursor: string;
        viewer: {
            id: string;
            dmAudience: DmAudience;
            readReceipts: boolean;
        };
    } | null;
};
export type UpdateFilterWordsMutationVariables = Exact<{
    input: UpdateFilterWordsInput;
}>;
export type UpdateFilterWordsMutation = {
    updateFilterWords: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'UpdateFilterWordsSuccess';
        eventCursor: string;
        viewer: {
            id: string;
            filterWords: Array<string>;
            filterEntries: Array<{
                word: string;
                place: FilterPlace;
                until: string | null;
            }>;
        };
    } | null;
};
export type UpdateReadReceiptsMutationVariables = Exact<{
    input: UpdateReadReceiptsInput;
}>;
export type UpdateReadReceiptsMutation = {
    updateReadReceipts: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'UpdateReadReceiptsSuccess';
        eventCursor: string;
        viewer: {
            id: string;
            dmAudience: DmAudience;
            readReceipts: boolean;
        };
    } | null;
};
export type UpdateRequestPolicyMutationVariables = Exact<{
    input: UpdateRequestPolicyInput;
}>;
export type UpdateRequestPolicyMutation = {
    updateRequestPolicy: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'UpdateRequestPolicySuccess';
        eventCursor: string;
        viewer: {
            id: string;
            requestPolicy: {
                mutualFollows: RequestDestination | null;
                recentAccounts: RequestDestination | null;
                followers: RequestDestination | null;
                unverified: RequestDestination | null;
                strangers: RequestDestination | null;
            };
        };
    } | null;
};
export type UpsertUsersMutationVariables = Exact<{
    input: UpsertUsersInput;
}>;
export type UpsertUsersMutation = {
    upsertUsers: {
        __typename: 'InvalidInput';
        code: ProblemCode;
        message: string;
        field: string;
        fields: Array<string>;
        reason: InvalidInputReason;
        bound: number | null;
    } | {
        __typename: 'NotAllowed';
        code: ProblemCode;
        message: string;
    } | {
        __typename: 'UpsertUsersSuccess';
        eventCursor: string;
        count: number;
    } | null;
};
export type UserQueryVariables = Exact<{
    username: string;
}>;
export type UserQuery = {
    user: {
        id: string;
        username: string;
        displayName: string;
        avatarUrl: string | null;
        isVerified: boolean;
        followsMe: boolean;
        followedByMe: boolean;
        blockedByMe: boolean;
        messageability: {
            action: MessageAction;
            place: ButtonPlace | null;
            messagesLeft: number | null;
            notice: string | null;
            obstacle: {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | null;
        };
        threadWithMe: {
            id: string;
            state: ThreadState;
            messagesLeftBeforeAccept: number | null;
            pendingNotice: string | null;
            lastMessage: {
                id: string;
                text: string;
            } | null;
        } | null;
    } | null;
};
export type ViewerQueryVariables = Exact<{
    [key: string]: never;
}>;
export type ViewerQuery = {
    viewer: {
        id: string;
        dmAudience: DmAudience;
        readReceipts: boolean;
        filterWords: Array<string>;
        user: {
            id: string;
            username: string;
            displayName: string;
            avatarUrl: string | null;
            isVerified: boolean;
        };
        requestPolicy: {
            mutualFollows: RequestDestination | null;
            recentAccounts: RequestDestination | null;
            followers: RequestDestination | null;
            unverified: RequestDestination | null;
            strangers: RequestDestination | null;
        };
        requestPause: {
            since: string;
            until: string;
            isOn: boolean;
            requestsHidden: number | null;
        } | null;
        contactCodes: Array<{
            id: string;
            label: string;
            uses: number;
            usesLeft: number;
            createdAt: string;
            expiresAt: string | null;
        }>;
        badge: {
            pendingRequests: number;
            unseenRequests: number;
            unreadThreads: number;
            suggestsPause: boolean;
        };
        standing: {
            canSend: boolean;
            messagesLeftNow: number;
            newPairsLeftToday: number;
            resetsAt: string;
            obstacles: Array<{
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                until: string | null;
                restrictionReason: ReportReason;
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                retryAfterSeconds: number;
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            } | {
                code: ProblemCode;
                message: string;
            }>;
            restriction: {
                reason: ReportReason;
                at: string;
                until: string | null;
                decisionId: string;
                appeal: {
                    text: string;
                    appealedAt: string;
                    state: AppealState;
                    answer: string | null;
                    answeredAt: string | null;
                } | null;
            } | null;
            warnings: Array<{
                reason: ReportReason;
                at: string;
                decisionId: string | null;
                appeal: {
                    text: string;
                    appealedAt: string;
                    state: AppealState;
                    answer: string | null;
                    answeredAt: string | null;
                } | null;
            }>;
            appeals: Array<{
                decisionId: string;
                text: string;
                appealedAt: string;
                state: AppealState;
                answer: string | null;
                answeredAt: string | null;
            }>;
        };
    } | null;
};
export type AppealNowFragment = {
    text: string;
    appealedAt: string;
    state: AppealState;
    answer: string | null;
    answeredAt: string | null;
};
export declare const ThreadNowFragmentDoc: DocumentNode<ThreadNowFragment, unknown>;
export declare const RequestNowFragmentDoc: DocumentNode<RequestNowFragment, unknown>;
export declare const AppealNowFragmentDoc: DocumentNode<AppealNowFragment, unknown>;
export declare const AcceptDocument: DocumentNode<AcceptMutation, AcceptMutationVariables>;
export declare const AcceptRequestsDocument: DocumentNode<AcceptRequestsMutation, AcceptRequestsMutationVariables>;
export declare const AcknowledgePushesDocument: DocumentNode<AcknowledgePushesMutation, AcknowledgePushesMutationVariables>;
export declare const AppealRestrictionDocument: DocumentNode<AppealRestrictionMutation, AppealRestrictionMutationVariables>;
export declare const AppealsDocument: DocumentNode<AppealsQuery, AppealsQueryVariables>;
export declare const AuditLogDocument: DocumentNode<AuditLogQuery, AuditLogQueryVariables>;
export declare const BlockDocument: DocumentNode<BlockMutation, BlockMutationVariables>;
export declare const BlockedUsersDocument: DocumentNode<BlockedUsersQuery, BlockedUsersQueryVariables>;
export declare const ClaimReportDocument: DocumentNode<ClaimReportMutation, ClaimReportMutationVariables>;
export declare const CreateContactCodeDocument: DocumentNode<CreateContactCodeMutation, CreateContactCodeMutationVariables>;
export declare const CreateStreamTicketDocument: DocumentNode<CreateStreamTicketMutation, CreateStreamTicketMutationVariables>;
export declare const DeleteDocument: DocumentNode<DeleteMutation, DeleteMutationVariables>;
export declare const DeleteRequestsDocument: DocumentNode<DeleteRequestsMutation, DeleteRequestsMutationVariables>;
export declare const DraftHintsDocument: DocumentNode<DraftHintsQuery, DraftHintsQueryVariables>;
export declare const EraseUserDocument: DocumentNode<EraseUserMutation, EraseUserMutationVariables>;
export declare const EventsDocument: DocumentNode<EventsSubscription, EventsSubscriptionVariables>;
export declare const ExportMyDataDocument: DocumentNode<ExportMyDataQuery, ExportMyDataQueryVariables>;
export declare const FilterWordsDocument: DocumentNode<FilterWordsQuery, FilterWordsQueryVariables>;
export declare const FollowDocument: DocumentNode<FollowMutation, FollowMutationVariables>;
export declare const InboxDocument: DocumentNode<InboxQuery, InboxQueryVariables>;
export declare const LiftRestrictionDocument: DocumentNode<LiftRestrictionMutation, LiftRestrictionMutationVariables>;
export declare const MarkReadDocument: DocumentNode<MarkReadMutation, MarkReadMutationVariables>;
export declare const MarkRequestsSeenDocument: DocumentNode<MarkRequestsSeenMutation, MarkRequestsSeenMutationVariables>;
export declare const MarkThreadsReadDocument: DocumentNode<MarkThreadsReadMutation, MarkThreadsReadMutationVariables>;
export declare const MarkUnreadDocument: DocumentNode<MarkUnreadMutation, MarkUnreadMutationVariables>;
export declare const MessageAddedDocument: DocumentNode<MessageAddedSubscription, MessageAddedSubscriptionVariables>;
export declare const MoveRequestDocument: DocumentNode<MoveRequestMutation, MoveRequestMutationVariables>;
export declare const MuteDocument: DocumentNode<MuteMutation, MuteMutationVariables>;
export declare const NodeDocument: DocumentNode<NodeQuery, NodeQueryVariables>;
export declare const NodesDocument: DocumentNode<NodesQuery, NodesQueryVariables>;
export declare const OwnReportsDocument: DocumentNode<OwnReportsQuery, OwnReportsQueryVariables>;
export declare const PauseRequestsDocument: DocumentNode<PauseRequestsMutation, PauseRequestsMutationVariables>;
export declare const PeopleDocument: DocumentNode<PeopleQuery, PeopleQueryVariables>;
export declare const PushesWaitingDocument: DocumentNode<PushesWaitingSubscription, PushesWaitingSubscriptionVariables>;
export declare const ReportDocument: DocumentNode<ReportMutation, ReportMutationVariables>;
export declare const ReportsDocument: DocumentNode<ReportsQuery, ReportsQueryVariables>;
export declare const RequestAcceptedDocument: DocumentNode<RequestAcceptedSubscription, RequestAcceptedSubscriptionVariables>;
export declare const RequestCountDocument: DocumentNode<RequestCountQuery, RequestCountQueryVariables>;
export declare const RequestInsightsDocument: DocumentNode<RequestInsightsQuery, RequestInsightsQueryVariables>;
export declare const RequestReceivedDocument: DocumentNode<RequestReceivedSubscription, RequestReceivedSubscriptionVariables>;
export declare const RequestsDocument: DocumentNode<RequestsQuery, RequestsQueryVariables>;
export declare const ResolveAppealDocument: DocumentNode<ResolveAppealMutation, ResolveAppealMutationVariables>;
export declare const ResolveReportDocument: DocumentNode<ResolveReportMutation, ResolveReportMutationVariables>;
export declare const RevokeContactCodeDocument: DocumentNode<RevokeContactCodeMutation, RevokeContactCodeMutationVariables>;
export declare const RevokeTokensDocument: DocumentNode<RevokeTokensMutation, RevokeTokensMutationVariables>;
export declare const SendMessageDocument: DocumentNode<SendMessageMutation, SendMessageMutationVariables>;
export declare const SendRequestDocument: DocumentNode<SendRequestMutation, SendRequestMutationVariables>;
export declare const SentRequestsDocument: DocumentNode<SentRequestsQuery, SentRequestsQueryVariables>;
export declare const SetFollowsDocument: DocumentNode<SetFollowsMutation, SetFollowsMutationVariables>;
export declare const TakePushesDocument: DocumentNode<TakePushesMutation, TakePushesMutationVariables>;
export declare const ThreadDocument: DocumentNode<ThreadQuery, ThreadQueryVariables>;
export declare const UnblockDocument: DocumentNode<UnblockMutation, UnblockMutationVariables>;
export declare const UndoDeleteDocument: DocumentNode<UndoDeleteMutation, UndoDeleteMutationVariables>;
export declare const UnfollowDocument: DocumentNode<UnfollowMutation, UnfollowMutationVariables>;
export declare const UpdateDmAudienceDocument: DocumentNode<UpdateDmAudienceMutation, UpdateDmAudienceMutationVariables>;
export declare const UpdateFilterWordsDocument: DocumentNode<UpdateFilterWordsMutation, UpdateFilterWordsMutationVariables>;
export declare const UpdateReadReceiptsDocument: DocumentNode<UpdateReadReceiptsMutation, UpdateReadReceiptsMutationVariables>;
export declare const UpdateRequestPolicyDocument: DocumentNode<UpdateRequestPolicyMutation, UpdateRequestPolicyMutationVariables>;
export declare const UpsertUsersDocument: DocumentNode<UpsertUsersMutation, UpsertUsersMutationVariables>;
export declare const UserDocument: DocumentNode<UserQuery, UserQueryVariables>;
export declare const ViewerDocument: DocumentNode<ViewerQuery, ViewerQueryVariables>;
export {};
