/** Who this browser tab is. Kept in the tab alone, so that two tabs can be two people. */
import { createGraphiQLFetcher } from '@graphiql/toolkit'

const STORED = 'doorstep:username'
let token = null

/** The demo's users, each { username, displayName, note }; none where the server runs no demo. */
export async function loadCast() {
  const response = await fetch('/demo/users')
  return response.ok ? (await response.json()).users : []
}

/** The user this tab chose before, else the first one, signed in; null without a cast. */
export async function resume(cast) {
  const stored = sessionStorage.getItem(STORED)
  const user = cast.find(({ username }) => username === stored) ?? cast[0]
  return user ? signIn(user) : null
}

/** From here on this tab's requests and sockets are the user's. */
export async function signIn(user) {
  const response = await fetch('/demo/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: user.username }),
  })
  if (!response.ok) throw new Error(`No token for ${user.username}: HTTP ${response.status}`)
  token = (await response.json()).token
  sessionStorage.setItem(STORED, user.username)
  document.title = `${user.displayName} · Doorstep`
  return user
}

const send = createGraphiQLFetcher({
  url: '/graphql',
  subscriptionUrl: `${location.origin.replace(/^http/, 'ws')}/graphql`,
})

function withToken(headers = {}) {
  const hasOwn = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')
  return hasOwn || !token ? headers : { ...headers, Authorization: `Bearer ${token}` }
}

/** A subscription opens a socket of its own, with these headers as its connection_init payload. */
export function fetcher(operation, options) {
  return send(operation, { ...options, headers: withToken(options?.headers) })
}
