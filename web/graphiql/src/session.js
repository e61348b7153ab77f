/** Who this browser tab is. Kept in the tab alone, so that two tabs can be two people. */
import { createGraphiQLFetcher } from '@graphiql/toolkit'
import { createClient } from 'graphql-ws'

const STORED = 'doorstep:username'
const SOCKETS = `${location.origin.replace(/^http/, 'ws')}/graphql`
const FORBIDDEN = 4403
const SILENCE = 'The server does not answer.'
let user = null
let token = null

/** The demo's users, each { username, displayName, note }; none where the server runs no demo. */
export async function loadCast() {
  const response = await fetch('/demo/users')
  return response.ok ? (await response.json()).users : []
}

/** The user this tab chose before, else the first one, signed in; null without a cast. */
export async function resume(cast) {
  const stored = sessionStorage.getItem(STORED)
  const found = cast.find(({ username }) => username === stored) ?? cast[0]
  return found ? signIn(found) : null
}

/** From here on this tab's requests and sockets are the user's. */
export async function signIn(chosen) {
  const response = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: chosen.username }),
  })
  if (!response.ok) throw new Error(`No token for ${chosen.username}: HTTP ${response.status}`)
  token = (await response.json()).token
  user = chosen
  sessionStorage.setItem(STORED, user.username)
  document.title = `${user.displayName} · Doorstep`
  return user
}

/** Everything that GraphiQL asks, as this tab's user unless the headers editor has an Authorization of its own. */
export function fetcher(operation, options) {
  const headers = options?.headers
  const send = createGraphiQLFetcher({ url: '/graphql', fetch: ask, wsClient: live(headers) })
  return send(operation, { ...options, headers: withToken(headers) })
}

function withToken(headers = {}) {
  return hasOwn(headers) || !token ? headers : { ...headers, Authorization: bearer() }
}

function hasOwn(headers = {}) {
  return Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')
}

function bearer() {
  return `Bearer ${token}`
}

/** A demo that was restarted knows no token of before: the tab signs in again, and asks once more. */
async function ask(url, init) {
  try {
    const response = await fetch(url, init)
    if (response.status !== 401 || !user || init.headers.Authorization !== bearer()) return response
    await signIn(user)
    return await fetch(url, { ...init, headers: { ...init.headers, Authorization: bearer() } })
  } catch {
    return Response.json({ errors: [{ message: SILENCE }] })
  }
}

/** A client with a socket of its own for each subscription. It outlasts a restart: it comes back, with a new token. */
function live(headers) {
  let renewals = 0
  const client = createClient({
    url: SOCKETS,
    connectionParams: async () => {
      if (renewals > 0) await signIn(user)
      return withToken(headers)
    },
    retryAttempts: 20,
    retryWait: (attempt) => new Promise((go) => setTimeout(go, Math.min(5, 2 ** attempt) * 1000)),
    shouldRetry: ({ code }) => code !== FORBIDDEN || (user && !hasOwn(headers) && renewals++ === 0),
    on: { message: ({ type }) => type === 'next' && (renewals = 0) },
  })
  return { subscribe: (operation, sink) => client.subscribe(operation, { ...sink, error: (why) => end(sink, why) }) }
}

/** The last answer of a subscription says in words why it ended. */
function end(sink, why) {
  sink.next({ errors: Array.isArray(why) ? why : [{ message: reason(why) }] })
  sink.complete()
}

function reason(why) {
  if (why instanceof Error) return why.message
  return why.code ? `The socket was closed: ${why.code} ${why.reason}`.trim() : SILENCE
}
