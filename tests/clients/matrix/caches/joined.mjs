/** Pages as one list in Apollo, as docs/frontends.md has it. */
import { relayStylePagination } from '@apollo/client/utilities'

const joined = (keyArgs = false) => {
  const { merge, ...policy } = relayStylePagination(keyArgs)
  const keep = (list, page, options) => {
    const isFurther = list && (options.args?.after || options.args?.before)
    return { ...merge(list, page, options), ...(isFurther && { eventCursor: list.eventCursor }) }
  }
  return { ...policy, merge: keep }
}
export const lists = {
  Query: {
    fields: {
      inbox: joined(['search', 'unreadOnly']),
      requests: joined(['folder', 'search', 'filter', 'orderBy']),
      people: joined(['search']),
      sentRequests: joined(),
      blockedUsers: joined(),
    },
  },
  Thread: { fields: { messages: joined() } },
}
export const readList = (list, rows, most = 100) => list.refetch({ first: Math.min(Math.max(rows, 20), most) })
