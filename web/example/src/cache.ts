/** What graphcache must be told of Doorstep: what has no id, and what a mutation changes beside its success. */
import type { CacheExchangeOpts, UpdateResolver } from '@urql/exchange-graphcache'
import parts from 'doorstep-queries/parts.json' with { type: 'json' }
import possibleTypes from 'doorstep-queries/possibleTypes.json' with { type: 'json' }

/** No event tells of these changes. */
const after = (name: string): UpdateResolver => (_parent, _args, cache) => {
  for (const { fieldName, arguments: given } of cache.inspectFields('Query')) {
    if (fieldName === name) cache.invalidate('Query', fieldName, given)
  }
}

export const CACHE: CacheExchangeOpts = {
  possibleTypes,
  keys: Object.fromEntries(parts.map((name) => [name, () => null])),
  updates: {
    Mutation: { report: after('viewer'), claimReport: after('reports'), resolveReport: after('reports'), resolveAppeal: after('appeals') },
  },
}
