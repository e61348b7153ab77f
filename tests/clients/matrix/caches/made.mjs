/** The caches as docs/frontends.md makes them. */
import { InMemoryCache } from '@apollo/client'
import { cacheExchange } from '@urql/exchange-graphcache'
import parts from 'doorstep-queries/parts.json' with { type: 'json' }
import possibleTypes from 'doorstep-queries/possibleTypes.json' with { type: 'json' }

export const apolloCache = () =>
  new InMemoryCache({ possibleTypes, typePolicies: Object.fromEntries(parts.map((name) => [name, { merge: true }])) })
export const graphcacheExchange = () =>
  cacheExchange({ possibleTypes, keys: Object.fromEntries(parts.map((name) => [name, () => null])) })
/** Of each query: a list may have changed while it was not on the screen. */
export const POLICY = 'cache-and-network'
