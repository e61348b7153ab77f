/** urql's graphcache, by the rules and with the reader of the example client. */
import { Client, fetchExchange, subscriptionExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import * as documents from 'doorstep-queries'
import { CACHE } from '../build/cache.js'
import { readAgain } from '../build/reader.js'
import { documentOf } from './documents.mjs'
import { plain } from './shown.mjs'
import { socketOf } from './socket.mjs'

export function graphcache({ base, token, asked, seen }) {
  const socket = socketOf(base, token, () => {})
  const forwardSubscription = ({ query = '', variables }) => ({
    subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
  })
  const client = new Client({
    url: `${base}/graphql`,
    preferGetMethod: false,
    exchanges: [readAgain, cacheExchange(CACHE), fetchExchange, subscriptionExchange({ forwardSubscription })],
    fetchOptions: { headers: { Authorization: `Bearer ${token}` } },
  })
  const latest = asked.map(() => undefined)
  asked.forEach(([name, variables], at) =>
    client.query(documentOf(name), variables).subscribe(({ data, error }) => { latest[at] = error ? String(error) : plain(data) }))
  const listen = (after) => client.subscription(documents.EventsDocument, { after }).subscribe(({ data }) => {
    // graphcache tells its queries of the item in a moment.
    if (data?.events) setTimeout(() => seen.set(data.events.__typename, [...latest]))
  })
  return { listen, shown: () => latest }
}
