/** One person's connection: urql with a normalised cache, and all their events on one socket. */
import { cacheExchange } from '@urql/exchange-graphcache'
import { createDoorstepClient } from 'doorstep-client'
import type { Sink } from 'graphql-ws'
import { Client, fetchExchange, subscriptionExchange } from 'urql'
import { CACHE } from './cache'
import { pause, readAgain } from './reader'
import { EventsDocument, InboxDocument, type EventsSubscription } from 'doorstep-queries'

export type Live = 'connecting' | 'live' | 'away'
export interface Person { username: string; displayName: string; note: string }
export interface Session { client: Client; close: () => void }
interface Told { onLive: (live: Live) => void; onNews: (text: string) => void }

export const PAGE = 20

/** Milliseconds: a network that broke without a word answers nothing, and fetch would wait for minutes. */
const PATIENCE = 15_000
const impatient: typeof fetch = (input, init) => {
  const given = init?.signal ? [init.signal] : []
  return fetch(input, { ...init, signal: AbortSignal.any([...given, AbortSignal.timeout(PATIENCE)]) })
}

export async function cast(): Promise<Person[]> {
  const { users } = (await (await impatient('/demo/users')).json()) as { users: Person[] }
  return users
}

/** Tries until it succeeds, for as long as the server is away. */
export async function lasting<T>(run: () => T | Promise<T>, onFailure = () => {}): Promise<T> {
  for (let wait = 200; ; wait = Math.min(2 * wait, 5_000)) {
    try { return await run() } catch { onFailure() }
    await pause(wait)
  }
}

/** The host app signs people in; the demo gives a token to everyone who asks. */
async function signIn(username: string): Promise<string> {
  const answer = await impatient('/demo/token', { method: 'POST', body: JSON.stringify({ username }) })
  if (!answer.ok) throw new Error('The server does not answer.')
  return ((await answer.json()) as { token: string }).token
}

export async function open(username: string, { onLive, onNews }: Told): Promise<Session> {
  let token = await signIn(username)
  const url = `${location.origin}/graphql`
  const socket = createDoorstepClient({
    url: url.replace(/^http/, 'ws'),
    token: async (refused) => (refused ? (token = await signIn(username)) : token),
    onResync: () => onNews('Reading everything again.'),
    on: { connected: () => onLive('live'), closed: () => onLive('away') },
  })
  const live = subscriptionExchange({
    forwardSubscription: ({ query = '', variables }) => ({
      subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables: variables as Record<string, unknown> }, sink as Sink) }),
    }),
  })
  const client = new Client({
    url,
    fetch: impatient,
    preferGetMethod: false,
    // A list that was not on the screen when an item came is read again when it is opened.
    requestPolicy: 'cache-and-network',
    exchanges: [readAgain, cacheExchange(CACHE), fetchExchange, live],
    fetchOptions: () => ({ headers: { Authorization: `Bearer ${token}` } }),
  })
  // The snapshot says where the events go on: nothing falls between the two.
  const { data, error } = await client.query(InboxDocument, { first: PAGE }).toPromise()
  if (error?.networkError) throw error
  const events = client.subscription(EventsDocument, { after: data?.inbox?.eventCursor })
  const { unsubscribe } = events.subscribe(({ data }) => { const news = data && told(data); if (news) onNews(news) })
  return { client, close: () => { unsubscribe(); void socket.dispose() } }
}

/** What a screen reader hears of an item. */
function told({ events: item }: EventsSubscription): string | undefined {
  if (item?.__typename === 'MessageAdded' && !item.message.isMine) return `${item.thread.peer.displayName} wrote: ${item.message.text}`
  if (item?.__typename === 'RequestReceived' && item.notify) return `A request of ${item.request.sender.displayName}.`
  if (item?.__typename === 'RequestAccepted') return `${item.thread.peer.displayName} accepted your request.`
}
