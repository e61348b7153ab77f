/** What every client of the matrix asks. Relay compiles the same from relay/Matrix.js. */
export const LIVE = `subscription MatrixLiveSubscription($after: EventCursor) { messageAdded(after: $after) {
  __typename ... on Event { eventCursor } ... on MessageAdded { message { id text } thread { id unreadCount lastMessage { id text } } } } }`
export const INBOX = 'query MatrixInboxQuery { inbox { edges { node { id unreadCount lastMessage { id text } } } } }'
export const MARK = `mutation MatrixMarkMutation($input: UpdateReadReceiptsInput!) {
  updateReadReceipts(input: $input) { __typename ... on Problem { code } } }`
export const WHO = 'query MatrixWhoQuery { viewer { id user { id } } }'
export const ALL = [LIVE, INBOX, MARK, WHO]
