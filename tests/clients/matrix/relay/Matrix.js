/** Read by relay-compiler alone: the texts of ../documents.mjs. */
graphql`subscription MatrixLiveSubscription($after: EventCursor) { messageAdded(after: $after) {
  __typename ... on Event { eventCursor } ... on MessageAdded { message { id text } thread { id unreadCount lastMessage { id text } } } } }`
graphql`query MatrixInboxQuery { inbox { edges { node { id unreadCount lastMessage { id text } } } } }`
graphql`mutation MatrixMarkMutation($input: UpdateReadReceiptsInput!) {
  updateReadReceipts(input: $input) { __typename ... on Problem { code } } }`
graphql`query MatrixWhoQuery { viewer { id user { id } } }`
