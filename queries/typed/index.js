import gql from 'graphql-tag';
export const ThreadNowFragmentDoc = gql `
    fragment ThreadNow on Thread {
  id
  state
  openedAt
  unreadCount
  isMarkedUnread
  isMuted
  startedByMe
  messagesLeftBeforeAccept
  pendingNotice
  peer {
    id
    username
    displayName
    avatarUrl
    isVerified
  }
  lastMessage {
    id
    text
    sentAt
    isMine
    receipt
  }
}
    `;
export const RequestNowFragmentDoc = gql `
    fragment RequestNow on Request {
  id
  receivedAt
  folder
  hiddenReasons
  notice
  firstContact {
    accountAgeMonths
    followsMe
    followedByMe
    mutualFollows
    deletedBefore
    nameChangedAt
    similarTo {
      id
      username
      displayName
      avatarUrl
      isVerified
    }
  }
  sender {
    id
    username
    displayName
    avatarUrl
    isVerified
    followsMe
    followedByMe
  }
  thread {
    id
  }
  pendingMessages {
    id
    text
    sentAt
  }
}
    `;
export const AppealNowFragmentDoc = gql `
    fragment AppealNow on OwnAppeal {
  text
  appealedAt
  state
  answer
  answeredAt
}
    `;
export const AcceptDocument = gql `
    mutation Accept($input: AcceptInput!) {
  accept(input: $input) {
    __typename
    ... on AcceptSuccess {
      eventCursor
      requestId
      thread {
        id
        state
        openedAt
        peer {
          id
          username
        }
        unreadCount
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
    ... on MessagingRestricted {
      until
      restrictionReason
    }
  }
}
    `;
export const AcceptRequestsDocument = gql `
    mutation AcceptRequests($input: AcceptRequestsInput!) {
  acceptRequests(input: $input) {
    __typename
    ... on AcceptRequestsSuccess {
      eventCursor
      count
      remaining
      requestIds
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
    ... on MessagingRestricted {
      until
      restrictionReason
    }
  }
}
    `;
export const AcknowledgePushesDocument = gql `
    mutation AcknowledgePushes($input: AcknowledgePushesInput!) {
  acknowledgePushes(input: $input) {
    __typename
    ... on AcknowledgePushesSuccess {
      eventCursor
      count
    }
    ... on Problem {
      code
      message
    }
  }
}
    `;
export const AppealRestrictionDocument = gql `
    mutation AppealRestriction($input: AppealRestrictionInput!) {
  appealRestriction(input: $input) {
    __typename
    ... on AppealRestrictionSuccess {
      eventCursor
      viewer {
        id
        standing {
          restriction {
            decisionId
            appeal {
              state
            }
          }
          warnings {
            decisionId
            appeal {
              state
            }
          }
          appeals {
            decisionId
            state
          }
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
    ... on DailyLimitReached {
      limit
      resetsAt
    }
  }
}
    `;
export const AppealsDocument = gql `
    query Appeals($state: AppealState, $first: Int, $after: String) {
  appeals(state: $state, first: $first, after: $after) {
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        user {
          id
          username
          displayName
        }
        decision {
          id
          action
          at
          actor {
            id
            username
          }
          report {
            id
          }
        }
        text
        appealedAt
        state
        answer
        answeredAt
        answeredBy {
          id
          username
        }
      }
    }
  }
}
    `;
export const AuditLogDocument = gql `
    query AuditLog($subject: ID, $first: Int, $after: String) {
  auditLog(subject: $subject, first: $first, after: $after) {
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        action
        at
        actor {
          id
          username
        }
        subject {
          id
          username
        }
        report {
          id
          status
        }
      }
    }
  }
}
    `;
export const BlockDocument = gql `
    mutation Block($input: BlockInput!) {
  block(input: $input) {
    __typename
    ... on BlockSuccess {
      eventCursor
      removedIds
      user {
        id
        username
        blockedByMe
        blockedUserEdge {
          cursor
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const BlockedUsersDocument = gql `
    query BlockedUsers($first: Int, $after: String) {
  blockedUsers(first: $first, after: $after) {
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        username
        displayName
        avatarUrl
        isVerified
        blockedByMe
        blockedUntil
        threadWithMe {
          id
        }
      }
    }
  }
}
    `;
export const ClaimReportDocument = gql `
    mutation ClaimReport($input: ClaimReportInput!) {
  claimReport(input: $input) {
    __typename
    ... on ClaimReportSuccess {
      eventCursor
      report {
        id
        status
        claimedBy {
          id
          username
        }
      }
    }
    ... on Problem {
      code
      message
    }
  }
}
    `;
export const CreateContactCodeDocument = gql `
    mutation CreateContactCode($input: CreateContactCodeInput!) {
  createContactCode(input: $input) {
    __typename
    ... on CreateContactCodeSuccess {
      eventCursor
      plainCode
      contactCode {
        id
        label
        uses
        usesLeft
        createdAt
        expiresAt
      }
      viewer {
        id
        contactCodes {
          id
          label
          uses
          usesLeft
          createdAt
          expiresAt
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
    ... on ContactCodeLimitReached {
      limit
    }
  }
}
    `;
export const CreateStreamTicketDocument = gql `
    mutation CreateStreamTicket($input: CreateStreamTicketInput!) {
  createStreamTicket(input: $input) {
    __typename
    ... on CreateStreamTicketSuccess {
      eventCursor
      ticket
      endsAt
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const DeleteDocument = gql `
    mutation Delete($input: DeleteInput!) {
  delete(input: $input) {
    __typename
    ... on DeleteSuccess {
      eventCursor
      deletedId
      removedIds
      undoUntil
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const DeleteRequestsDocument = gql `
    mutation DeleteRequests($input: DeleteRequestsInput!) {
  deleteRequests(input: $input) {
    __typename
    ... on DeleteRequestsSuccess {
      eventCursor
      count
      remaining
      requestIds
      undoId
      undoUntil
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const DraftHintsDocument = gql `
    query DraftHints($text: String!) {
  draftHints(text: $text)
}
    `;
export const EraseUserDocument = gql `
    mutation EraseUser($input: EraseUserInput!) {
  eraseUser(input: $input) {
    __typename
    ... on EraseUserSuccess {
      eventCursor
    }
    ... on Problem {
      code
      message
    }
  }
}
    `;
export const EventsDocument = gql `
    subscription Events($after: EventCursor) {
  events(after: $after) {
    __typename
    ... on Event {
      eventCursor
      at
    }
    ... on MessageAdded {
      notify
      message {
        id
        text
        sentAt
        isMine
        receipt
      }
      thread {
        ...ThreadNow
      }
    }
    ... on RequestReceived {
      notify
      request {
        ...RequestNow
      }
    }
    ... on RequestUpdated {
      request {
        ...RequestNow
      }
    }
    ... on RequestAccepted {
      thread {
        ...ThreadNow
      }
    }
    ... on RequestMoved {
      request {
        ...RequestNow
      }
    }
    ... on RequestDeleted {
      requestId
      threadId
    }
    ... on RequestRestored {
      request {
        ...RequestNow
      }
    }
    ... on RequestWithdrawn {
      requestId
      threadId
    }
    ... on ThreadOpened {
      thread {
        ...ThreadNow
      }
    }
    ... on ThreadRead {
      thread {
        ...ThreadNow
      }
    }
    ... on ThreadMarkedUnread {
      thread {
        ...ThreadNow
      }
    }
    ... on ThreadSeen {
      thread {
        ...ThreadNow
      }
    }
    ... on ThreadMuted {
      thread {
        ...ThreadNow
        mutedUntil
      }
    }
    ... on ThreadDeleted {
      threadId
    }
    ... on ThreadRestored {
      thread {
        ...ThreadNow
      }
    }
    ... on UserBlocked {
      user {
        id
        blockedByMe
      }
    }
    ... on UserUnblocked {
      user {
        id
        blockedByMe
        threadWithMe {
          ...ThreadNow
        }
      }
    }
    ... on FollowChanged {
      user {
        id
        followedByMe
      }
    }
    ... on SettingsChanged {
      viewer {
        id
        dmAudience
        readReceipts
        filterWords
        requestPolicy {
          mutualFollows
          recentAccounts
          followers
          unverified
          strangers
        }
      }
    }
    ... on RequestPauseChanged {
      viewer {
        id
        requestPause {
          since
          until
          isOn
          requestsHidden
        }
      }
    }
    ... on StandingChanged {
      viewer {
        id
        standing {
          canSend
          obstacles {
            code
          }
          restriction {
            reason
            at
            until
            decisionId
            appeal {
              state
              answer
            }
          }
          warnings {
            reason
            at
            decisionId
            appeal {
              state
            }
          }
          appeals {
            decisionId
            state
            answer
          }
          messagesLeftNow
          newPairsLeftToday
          resetsAt
        }
      }
    }
    ... on ReportClosed {
      viewer {
        id
      }
    }
    ... on BadgeChanged {
      viewer {
        id
        badge {
          pendingRequests
          unseenRequests
          unreadThreads
          suggestsPause
        }
      }
    }
    ... on ResyncRequired {
      reason
    }
  }
}
    ${ThreadNowFragmentDoc}
${RequestNowFragmentDoc}`;
export const ExportMyDataDocument = gql `
    query ExportMyData($first: Int = 100, $after: String) {
  exportMyData(first: $first, after: $after) {
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        kind
        json
      }
    }
  }
}
    `;
export const FilterWordsDocument = gql `
    query FilterWords {
  viewer {
    id
    filterWords
    filterEntries {
      word
      place
      until
    }
  }
}
    `;
export const FollowDocument = gql `
    mutation Follow($input: FollowInput!) {
  follow(input: $input) {
    __typename
    ... on FollowSuccess {
      eventCursor
      user {
        id
        username
        followedByMe
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const InboxDocument = gql `
    query Inbox($first: Int, $after: String, $search: String, $unreadOnly: Boolean = false) {
  inbox(first: $first, after: $after, search: $search, unreadOnly: $unreadOnly) {
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        state
        openedAt
        unreadCount
        isMarkedUnread
        isMuted
        startedByMe
        messagesLeftBeforeAccept
        pendingNotice
        peer {
          id
          username
          displayName
          avatarUrl
          isVerified
        }
        lastMessage {
          id
          text
          sentAt
          isMine
          receipt
        }
      }
    }
  }
}
    `;
export const LiftRestrictionDocument = gql `
    mutation LiftRestriction($input: LiftRestrictionInput!) {
  liftRestriction(input: $input) {
    __typename
    ... on LiftRestrictionSuccess {
      eventCursor
      user {
        id
        username
      }
    }
    ... on Problem {
      code
      message
    }
  }
}
    `;
export const MarkReadDocument = gql `
    mutation MarkRead($input: MarkReadInput!) {
  markRead(input: $input) {
    __typename
    ... on MarkReadSuccess {
      eventCursor
      thread {
        id
        unreadCount
        isMarkedUnread
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const MarkRequestsSeenDocument = gql `
    mutation MarkRequestsSeen($input: MarkRequestsSeenInput!) {
  markRequestsSeen(input: $input) {
    __typename
    ... on MarkRequestsSeenSuccess {
      eventCursor
      viewer {
        id
        badge {
          pendingRequests
          unseenRequests
          unreadThreads
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const MarkThreadsReadDocument = gql `
    mutation MarkThreadsRead($input: MarkThreadsReadInput!) {
  markThreadsRead(input: $input) {
    __typename
    ... on MarkThreadsReadSuccess {
      eventCursor
      count
      remaining
      query {
        viewer {
          id
          badge {
            unreadThreads
          }
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const MarkUnreadDocument = gql `
    mutation MarkUnread($input: MarkUnreadInput!) {
  markUnread(input: $input) {
    __typename
    ... on MarkUnreadSuccess {
      eventCursor
      thread {
        id
        unreadCount
        isMarkedUnread
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const MessageAddedDocument = gql `
    subscription MessageAdded($threadId: ID, $after: EventCursor) {
  messageAdded(threadId: $threadId, after: $after) {
    __typename
    ... on Event {
      eventCursor
      at
    }
    ... on MessageAdded {
      notify
      message {
        id
        text
        sentAt
        isMine
        receipt
        sender {
          id
          username
        }
      }
      thread {
        id
        unreadCount
      }
    }
    ... on ResyncRequired {
      reason
    }
  }
}
    `;
export const MoveRequestDocument = gql `
    mutation MoveRequest($input: MoveRequestInput!) {
  moveRequest(input: $input) {
    __typename
    ... on MoveRequestSuccess {
      eventCursor
      request {
        id
        folder
        hiddenReasons
        thread {
          id
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const MuteDocument = gql `
    mutation Mute($input: MuteInput!) {
  mute(input: $input) {
    __typename
    ... on MuteSuccess {
      eventCursor
      thread {
        id
        isMuted
        mutedUntil
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const NodeDocument = gql `
    query Node($id: ID!, $notesFirst: Int, $notesAfter: String, $evidenceFirst: Int, $evidenceAfter: String) {
  node(id: $id) {
    __typename
    id
    ... on Viewer {
      badge {
        pendingRequests
        unreadThreads
      }
    }
    ... on User {
      username
    }
    ... on Thread {
      state
      unreadCount
    }
    ... on Message {
      text
      sentAt
    }
    ... on Request {
      receivedAt
      folder
      sender {
        id
        username
      }
    }
    ... on SentRequest {
      messagesLeft
      recipient {
        id
        username
      }
    }
    ... on ContactCode {
      label
      usesLeft
    }
    ... on Report {
      reasons
      notes(first: $notesFirst, after: $notesAfter) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            reason
            text
            at
          }
        }
      }
      evidence(first: $evidenceFirst, after: $evidenceAfter) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          cursor
          node {
            sender {
              id
              username
            }
            text
            sentAt
            reported
          }
        }
      }
    }
    ... on ModerationAction {
      action
      at
    }
  }
}
    `;
export const NodesDocument = gql `
    query Nodes($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
  }
}
    `;
export const OwnReportsDocument = gql `
    query OwnReports($first: Int, $after: String) {
  viewer {
    id
    reports(first: $first, after: $after) {
      eventCursor
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          subject
          profile {
            username
            displayName
            avatarUrl
          }
          text
          reasons
          state
          reportedAt
          handledAt
        }
      }
    }
  }
}
    `;
export const PauseRequestsDocument = gql `
    mutation PauseRequests($input: PauseRequestsInput!) {
  pauseRequests(input: $input) {
    __typename
    ... on PauseRequestsSuccess {
      eventCursor
      viewer {
        id
        requestPause {
          since
          until
          isOn
          requestsHidden
        }
        badge {
          suggestsPause
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const PeopleDocument = gql `
    query People($search: String, $first: Int, $after: String) {
  people(search: $search, first: $first, after: $after) {
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        username
        displayName
        avatarUrl
        isVerified
        followsMe
        followedByMe
        messageability {
          action
          place
          messagesLeft
          notice
        }
        threadWithMe {
          id
          state
        }
      }
    }
  }
}
    `;
export const PushesWaitingDocument = gql `
    subscription PushesWaiting {
  pushesWaiting {
    __typename
    ... on Event {
      eventCursor
      at
    }
  }
}
    `;
export const ReportDocument = gql `
    mutation Report($input: ReportInput!) {
  report(input: $input) {
    __typename
    ... on ReportSuccess {
      eventCursor
      removedIds
      blockedUser {
        id
        blockedByMe
        blockedUserEdge {
          cursor
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const ReportsDocument = gql `
    query Reports($status: ReportStatus, $subject: ID, $olderThan: DateTime, $first: Int, $after: String) {
  reports(
    status: $status
    subject: $subject
    olderThan: $olderThan
    first: $first
    after: $after
  ) {
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        status
        subject {
          id
          username
        }
        reasons
        notes(first: 3) {
          pageInfo {
            hasNextPage
          }
          edges {
            cursor
            node {
              reason
              text
              at
            }
          }
        }
        profile {
          username
          displayName
          avatarUrl
        }
        evidence(first: 11) {
          pageInfo {
            hasNextPage
          }
          edges {
            cursor
            node {
              sender {
                id
                username
              }
              text
              sentAt
              reported
            }
          }
        }
        createdAt
        claimedBy {
          id
          username
        }
        resolution
        until
      }
    }
  }
}
    `;
export const RequestAcceptedDocument = gql `
    subscription RequestAccepted($after: EventCursor) {
  requestAccepted(after: $after) {
    __typename
    ... on Event {
      eventCursor
      at
    }
    ... on RequestAccepted {
      thread {
        id
        state
        peer {
          id
          username
        }
      }
    }
    ... on ResyncRequired {
      reason
    }
  }
}
    `;
export const RequestCountDocument = gql `
    query RequestCount($filter: RequestFilter!, $asOf: EventCursor!) {
  requestCount(filter: $filter, asOf: $asOf)
}
    `;
export const RequestInsightsDocument = gql `
    query RequestInsights($since: DateTime) {
  requestInsights(since: $since) {
    sent
    accepted
    rate
    medianSecondsToAccept
    slots {
      weekday
      hour
      sent
      accepted
    }
    byHint {
      hint
      sent
      accepted
    }
  }
}
    `;
export const RequestReceivedDocument = gql `
    subscription RequestReceived($after: EventCursor) {
  requestReceived(after: $after) {
    __typename
    ... on Event {
      eventCursor
      at
    }
    ... on RequestReceived {
      notify
      request {
        id
        sender {
          id
          username
        }
        pendingMessages {
          id
          text
        }
        thread {
          id
        }
      }
    }
    ... on ResyncRequired {
      reason
    }
  }
}
    `;
export const RequestsDocument = gql `
    query Requests($folder: RequestFolder = REQUESTS, $search: String, $filter: RequestFilter, $orderBy: RequestOrder = NEWEST, $first: Int, $after: String) {
  requests(
    folder: $folder
    search: $search
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
  ) {
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        receivedAt
        folder
        hiddenReasons
        notice
        firstContact {
          accountAgeMonths
          followsMe
          followedByMe
          mutualFollows
          deletedBefore
          nameChangedAt
          similarTo {
            id
            username
            displayName
            avatarUrl
            isVerified
          }
        }
        sender {
          id
          username
          displayName
          avatarUrl
          isVerified
          followsMe
          followedByMe
        }
        thread {
          id
        }
        pendingMessages {
          id
          text
          sentAt
        }
      }
    }
  }
}
    `;
export const ResolveAppealDocument = gql `
    mutation ResolveAppeal($input: ResolveAppealInput!) {
  resolveAppeal(input: $input) {
    __typename
    ... on ResolveAppealSuccess {
      eventCursor
      appeal {
        decision {
          id
        }
        state
        answer
        answeredAt
        answeredBy {
          id
          username
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const ResolveReportDocument = gql `
    mutation ResolveReport($input: ResolveReportInput!) {
  resolveReport(input: $input) {
    __typename
    ... on ResolveReportSuccess {
      eventCursor
      report {
        id
        status
        resolution
        until
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const RevokeContactCodeDocument = gql `
    mutation RevokeContactCode($input: RevokeContactCodeInput!) {
  revokeContactCode(input: $input) {
    __typename
    ... on RevokeContactCodeSuccess {
      eventCursor
      removedId
      viewer {
        id
        contactCodes {
          id
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const RevokeTokensDocument = gql `
    mutation RevokeTokens($input: RevokeTokensInput!) {
  revokeTokens(input: $input) {
    __typename
    ... on RevokeTokensSuccess {
      eventCursor
      validFrom
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const SendMessageDocument = gql `
    mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) {
    __typename
    ... on SendMessageSuccess {
      eventCursor
      removedIds
      thread {
        id
        state
        messagesLeftBeforeAccept
        pendingNotice
      }
      sentMessage {
        id
        text
        sentAt
        isMine
        receipt
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
    ... on MessagingRestricted {
      until
      restrictionReason
    }
    ... on RateLimited {
      retryAfterSeconds
    }
    ... on PendingLimitReached {
      limit
    }
  }
}
    `;
export const SendRequestDocument = gql `
    mutation SendRequest($input: SendRequestInput!) {
  sendRequest(input: $input) {
    __typename
    ... on SendRequestSuccess {
      eventCursor
      removedIds
      thread {
        id
        state
        messagesLeftBeforeAccept
        pendingNotice
      }
      sentMessage {
        id
        text
        sentAt
        isMine
        receipt
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
    ... on MessagingRestricted {
      until
      restrictionReason
    }
    ... on RateLimited {
      retryAfterSeconds
    }
    ... on PendingLimitReached {
      limit
    }
    ... on DailyLimitReached {
      limit
      resetsAt
    }
  }
}
    `;
export const SentRequestsDocument = gql `
    query SentRequests($first: Int, $after: String) {
  sentRequests(first: $first, after: $after) {
    eventCursor
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      cursor
      node {
        id
        sentAt
        messagesLeft
        recipient {
          id
          username
          displayName
          avatarUrl
          isVerified
        }
        thread {
          id
          state
          pendingNotice
          lastMessage {
            id
            text
            sentAt
          }
        }
      }
    }
  }
}
    `;
export const SetFollowsDocument = gql `
    mutation SetFollows($input: SetFollowsInput!) {
  setFollows(input: $input) {
    __typename
    ... on SetFollowsSuccess {
      eventCursor
      count
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      fields
      reason
      bound
    }
  }
}
    `;
export const TakePushesDocument = gql `
    mutation TakePushes($input: TakePushesInput!) {
  takePushes(input: $input) {
    __typename
    ... on TakePushesSuccess {
      eventCursor
      leaseId
      leaseEndsAt
      pushes {
        id
        subject
        kind
        threadId
        senderId
        senderSubject
        notify
        at
        badge {
          pendingRequests
          unseenRequests
          unreadThreads
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const ThreadDocument = gql `
    query Thread($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  thread(id: $id) {
    id
    state
    openedAt
    startedByMe
    messagesLeftBeforeAccept
    pendingNotice
    unreadCount
    isMarkedUnread
    isMuted
    mutedUntil
    request {
      id
      folder
    }
    sentRequest {
      id
      messagesLeft
    }
    peer {
      id
      username
      displayName
      avatarUrl
      isVerified
      blockedByMe
    }
    messages(first: $first, after: $after, last: $last, before: $before) {
      eventCursor
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      edges {
        cursor
        node {
          id
          text
          sentAt
          isMine
          receipt
        }
      }
    }
  }
}
    `;
export const UnblockDocument = gql `
    mutation Unblock($input: UnblockInput!) {
  unblock(input: $input) {
    __typename
    ... on UnblockSuccess {
      eventCursor
      user {
        id
        username
        blockedByMe
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const UndoDeleteDocument = gql `
    mutation UndoDelete($input: UndoDeleteInput!) {
  undoDelete(input: $input) {
    __typename
    ... on UndoDeleteSuccess {
      eventCursor
      count
    }
    ... on Problem {
      code
      message
    }
  }
}
    `;
export const UnfollowDocument = gql `
    mutation Unfollow($input: UnfollowInput!) {
  unfollow(input: $input) {
    __typename
    ... on UnfollowSuccess {
      eventCursor
      user {
        id
        username
        followedByMe
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const UpdateDmAudienceDocument = gql `
    mutation UpdateDmAudience($input: UpdateDmAudienceInput!) {
  updateDmAudience(input: $input) {
    __typename
    ... on UpdateDmAudienceSuccess {
      eventCursor
      viewer {
        id
        dmAudience
        readReceipts
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const UpdateFilterWordsDocument = gql `
    mutation UpdateFilterWords($input: UpdateFilterWordsInput!) {
  updateFilterWords(input: $input) {
    __typename
    ... on UpdateFilterWordsSuccess {
      eventCursor
      viewer {
        id
        filterWords
        filterEntries {
          word
          place
          until
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const UpdateReadReceiptsDocument = gql `
    mutation UpdateReadReceipts($input: UpdateReadReceiptsInput!) {
  updateReadReceipts(input: $input) {
    __typename
    ... on UpdateReadReceiptsSuccess {
      eventCursor
      viewer {
        id
        dmAudience
        readReceipts
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const UpdateRequestPolicyDocument = gql `
    mutation UpdateRequestPolicy($input: UpdateRequestPolicyInput!) {
  updateRequestPolicy(input: $input) {
    __typename
    ... on UpdateRequestPolicySuccess {
      eventCursor
      viewer {
        id
        requestPolicy {
          mutualFollows
          recentAccounts
          followers
          unverified
          strangers
        }
      }
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      reason
      bound
    }
  }
}
    `;
export const UpsertUsersDocument = gql `
    mutation UpsertUsers($input: UpsertUsersInput!) {
  upsertUsers(input: $input) {
    __typename
    ... on UpsertUsersSuccess {
      eventCursor
      count
    }
    ... on Problem {
      code
      message
    }
    ... on InvalidInput {
      field
      fields
      reason
      bound
    }
  }
}
    `;
export const UserDocument = gql `
    query User($username: String!) {
  user(username: $username) {
    id
    username
    displayName
    avatarUrl
    isVerified
    followsMe
    followedByMe
    blockedByMe
    messageability {
      action
      place
      messagesLeft
      notice
      obstacle {
        code
        message
      }
    }
    threadWithMe {
      id
      state
      messagesLeftBeforeAccept
      pendingNotice
      lastMessage {
        id
        text
      }
    }
  }
}
    `;
export const ViewerDocument = gql `
    query Viewer {
  viewer {
    id
    user {
      id
      username
      displayName
      avatarUrl
      isVerified
    }
    dmAudience
    readReceipts
    requestPolicy {
      mutualFollows
      recentAccounts
      followers
      unverified
      strangers
    }
    requestPause {
      since
      until
      isOn
      requestsHidden
    }
    filterWords
    contactCodes {
      id
      label
      uses
      usesLeft
      createdAt
      expiresAt
    }
    badge {
      pendingRequests
      unseenRequests
      unreadThreads
      suggestsPause
    }
    standing {
      canSend
      obstacles {
        code
        message
        ... on MessagingRestricted {
          until
          restrictionReason
        }
        ... on RateLimited {
          retryAfterSeconds
        }
      }
      restriction {
        reason
        at
        until
        decisionId
        appeal {
          ...AppealNow
        }
      }
      warnings {
        reason
        at
        decisionId
        appeal {
          ...AppealNow
        }
      }
      appeals {
        decisionId
        ...AppealNow
      }
      messagesLeftNow
      newPairsLeftToday
      resetsAt
    }
  }
}
    ${AppealNowFragmentDoc}`;
