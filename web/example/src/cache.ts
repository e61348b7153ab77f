/** What graphcache must be told of Doorstep: what has no id, and what an item changes beside the objects that it brings. */
import type { Cache, CacheExchangeOpts, UpdateResolver } from '@urql/exchange-graphcache'
import possibleTypes from '../../../queries/possibleTypes.json' with { type: 'json' }
import type { EventsSubscription } from './gql/graphql'

/** Parts of their parents: they have no id of their own. */
const PARTS = ['Badge', 'Standing', 'Warning', 'FirstContact', 'Messageability']

/** What an item brings with it is merged by id. Lists, counts and settings that it may have changed are read again. */
const onEvent: UpdateResolver = (parent, _args, cache) => {
  const { events: item } = parent as unknown as EventsSubscription
  if (!item || item.__typename === 'Position') return
  forget(cache, 'Query', ['viewer', 'user', 'people', 'inbox', 'requests', 'sentRequests', 'blockedUsers'])
  if (item.__typename === 'ResyncRequired') forget(cache, 'Query', ['thread'])
  const threadId = 'thread' in item ? item.thread.id : 'threadId' in item ? item.threadId : null
  if (threadId) forget(cache, { __typename: 'Thread', id: threadId }, ['messages', 'request', 'sentRequest'])
}

function forget(cache: Cache, entity: Parameters<Cache['inspectFields']>[0], names: string[]) {
  for (const field of cache.inspectFields(entity)) {
    if (names.includes(field.fieldName)) cache.invalidate(entity, field.fieldName, field.arguments)
  }
}

export const CACHE: CacheExchangeOpts = {
  possibleTypes,
  keys: Object.fromEntries(PARTS.map((name) => [name, () => null])),
  updates: { Subscription: { events: onEvent } },
}
