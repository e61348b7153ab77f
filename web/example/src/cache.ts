/** What graphcache must be told of Doorstep: what has no id, and what an item changes beside the objects that it brings. */
import type { Cache, CacheExchangeOpts, UpdateResolver } from '@urql/exchange-graphcache'
import type { EventsSubscription } from 'doorstep-queries'
import possibleTypes from 'doorstep-queries/possibleTypes.json' with { type: 'json' }

/** Parts of their parents: they have no id of their own. */
const PARTS = [
  'Appeal', 'Badge', 'EvidenceMessage', 'FilterEntry', 'FirstContact', 'Messageability', 'OwnAppeal', 'OwnReport', 'ReportNote',
  'ReportedProfile', 'RequestPause', 'RequestPolicy', 'Restriction', 'Standing', 'Warning',
]

/** The parts of the page that an item may change. */
const SHOWN = ['viewer', 'user', 'people', 'inbox', 'requests', 'sentRequests', 'blockedUsers', 'thread']

function readAgain(cache: Cache, shown: string[]) {
  for (const { fieldName, arguments: given } of cache.inspectFields('Query')) {
    if (shown.includes(fieldName)) cache.invalidate('Query', fieldName, given)
  }
}

/** What an item brings with it is merged by id. What is on the screen is read again. */
const onEvent: UpdateResolver = (parent, _args, cache) => {
  const { events: item } = parent as unknown as EventsSubscription
  if (item && item.__typename !== 'Position') readAgain(cache, SHOWN)
}

/** No event tells of these changes. */
const after = (...shown: string[]): UpdateResolver => (_parent, _args, cache) => readAgain(cache, shown)

export const CACHE: CacheExchangeOpts = {
  possibleTypes,
  keys: Object.fromEntries(PARTS.map((name) => [name, () => null])),
  updates: {
    Subscription: { events: onEvent },
    Mutation: { report: after('viewer'), claimReport: after('reports'), resolveReport: after('reports'), resolveAppeal: after('appeals') },
  },
}
