/** What the enums of the schema are called on the page. */
import type { DmAudience, HiddenReason, ReportReason, RequestOrder, Resolution } from 'doorstep-queries'

export const AUDIENCES: [DmAudience, string][] = [['EVERYONE', 'Everyone'], ['PEOPLE_I_FOLLOW', 'People I follow'], ['FRIENDS', 'Friends'], ['NO_ONE', 'No one']]

export const REASONS: [ReportReason, string][] = [
  ['SPAM', 'Spam'], ['HARASSMENT', 'Harassment'], ['HATE', 'Hate'], ['SEXUAL', 'Sexual content'], ['MINOR_SAFETY', 'Safety of a minor'],
  ['SCAM', 'Fraud'], ['SELF_HARM', 'Self-harm'], ['IMPERSONATION', 'Impersonation'], ['OTHER', 'Something else'],
]

export const ORDERS: [RequestOrder, string][] = [['NEWEST', 'Newest first'], ['OLDEST', 'Oldest first'], ['MUTUAL_FOLLOWS', 'Most in common']]

export const HIDDEN_REASONS: [HiddenReason, string][] = [
  ['BANNED_WORD', 'a banned word'], ['LINK', 'a link'], ['CONTACT_DETAILS', 'contact details'], ['OWN_WORD', 'a word of yours'],
  ['OWN_WORD_NAME', 'a name of yours'], ['NEW_ACCOUNT', 'a new account'], ['POLICY', 'your choice by sender'], ['PAUSED', 'quiet time'],
]

export const RESOLUTIONS: [Resolution, string][] = [['DISMISS', 'Dismiss'], ['WARN', 'Warn'], ['RESTRICT', 'Restrict for a week'], ['BAN', 'Ban']]

export const nameOf = <Value extends string>(names: [Value, string][], value: Value) => names.find(([one]) => one === value)?.[1] ?? value
