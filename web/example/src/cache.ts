/** What graphcache must be told of Doorstep: what has no id, and what an item changes beside the objects that it brings. */
import type { CacheExchangeOpts, UpdateResolver } from '@urql/exchange-graphcache'
import possibleTypes from '../../../queries/possibleTypes.json' with { type: 'json' }
import type { EventsSubscription } from './gql/graphql'

/** Parts of their parents: they have no id of their own. */
const PARTS = ['Badge', 'Standing', 'Warning', 'FirstContact', 'Messageability']

/** The parts of the page that an item may change. */
const SHOWN = ['viewer', 'user', 'people', 'inbox', 'requests', 'sentRequests', 'blockedUsers', 'thread']

/** What an item brings with it is merged by id. What is on the screen is read again. */
const onEvent: UpdateResolver = (parent, _args, cache) => {
  const { events: item } = parent as unknown as EventsSubscription
  if (!item || item.__typename === 'Position') return
  for (const { fieldName, arguments: given } of cache.inspectFields('Query')) {
    if (SHOWN.includes(fieldName)) cache.invalidate('Query', fieldName, given)
  }
}

export const CACHE: CacheExchangeOpts = {
  possibleTypes,
  keys: Object.fromEntries(PARTS.map((name) => [name, () => null])),
  updates: { Subscription: { events: onEvent } },
}
