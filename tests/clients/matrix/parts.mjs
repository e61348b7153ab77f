/** All queries of `queries/`, less of a part than one of them read, then items: node --conditions=development parts.mjs BASE_URL */
import assert from 'node:assert/strict'
import { ApolloClient, ApolloLink, gql, HttpLink } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { loadDevMessages } from '@apollo/client/dev'
import { Client, fetchExchange, subscriptionExchange } from '@urql/core'
import * as documents from 'doorstep-queries'
import { apolloCache, graphcacheExchange } from './caches/made.mjs'
import { until } from './caches/shown.mjs'
import { socketOf } from './caches/socket.mjs'

loadDevMessages()
const [base] = process.argv.slice(2)
const url = `${base}/graphql`
/** Without a schema graphcache writes an item by the fragments of all kinds, and says that their fields are missing. */
const HARMLESS = 'https://bit.ly/2XbVrpR#13'
const warned = []
console.warn = console.error = (...words) => { if (!words.join(' ').includes(HARMLESS)) warned.push(words.join(' ')) }

async function post(path, body, headers = {}) {
  const answer = await fetch(base + path, { method: 'POST', body: JSON.stringify(body), headers: { ...headers, 'Content-Type': 'application/json' } })
  return answer.json()
}

/** What the required variables of a query are, by the name of the operation. */
const GIVEN = { User: { username: 'erin' }, DraftHints: { text: 'hello' }, People: { search: 'e' }, RequestCount: null, Node: null, Nodes: null, Thread: null }
const QUERIES = Object.values(documents).flatMap((document) => {
  const [operation] = document.definitions?.filter(({ operation }) => operation === 'query') ?? []
  const variables = operation && (operation.name.value in GIVEN ? GIVEN[operation.name.value] : {})
  return variables ? [{ query: document, variables }] : []
})
const LESS = gql`{ viewer { id badge { unreadThreads } standing { canSend } requestPolicy { strangers } } }`
const { ViewerDocument: WHOLE } = documents
function apollo(headers, socket) {
  const http = new HttpLink({ uri: url, headers })
  const link = ApolloLink.split(({ operationType }) => operationType === 'subscription', new GraphQLWsLink(socket), http)
  const client = new ApolloClient({ link, cache: apolloCache() })
  const ask = ({ query, variables }) => client.query({ query, variables, fetchPolicy: 'network-only' })
  const listen = (query, take) => client.subscribe({ query }).subscribe(({ data }) => take(data))
  return { ask, listen, kept: () => client.cache.readQuery({ query: WHOLE }) }
}

function graphcache(headers, socket) {
  const forwardSubscription = ({ query = '', variables }) => ({
    subscribe: (sink) => ({ unsubscribe: socket.subscribe({ query, variables }, sink) }),
  })
  const exchanges = [graphcacheExchange(), fetchExchange, subscriptionExchange({ forwardSubscription })]
  const client = new Client({ url, preferGetMethod: false, exchanges, fetchOptions: { headers } })
  const ask = async ({ query, variables }) => {
    const { error } = await client.query(query, variables, { requestPolicy: 'network-only' }).toPromise()
    if (error) throw error
  }
  const listen = (query, take) => client.subscription(query, {}).subscribe(({ data }) => take(data))
  return { ask, listen, kept: () => client.readQuery(WHOLE, {})?.data }
}

/** Items of two kinds, one after the other, in the one place that a cache has for a subscription. */
async function live({ listen }, headers) {
  const kinds = []
  listen(documents.EventsDocument, ({ events }) => kinds.push(events.__typename))
  await until(() => kinds.includes('Position'), () => 'no stream')
  const { data } = await post('/graphql', { query: '{ inbox(first: 1) { edges { node { id isMuted } } } }' }, headers)
  const [{ node: { id, isMuted } }] = data.inbox.edges
  const query = `mutation($id: ID!, $is: Boolean!) {
    updateReadReceipts(input: { enabled: $is }) { __typename } mute(input: { threadId: $id, muted: $is }) { __typename } }`
  await post('/graphql', { query, variables: { id, is: !isMuted } }, headers)
  await until(() => ['SettingsChanged', 'ThreadMuted'].every((kind) => kinds.includes(kind)), () => `only ${kinds}`)
}

for (const [name, make] of Object.entries({ apollo, graphcache })) {
  for (const username of ['bob', 'judy']) {
    const { token } = await post('/demo/token', { username })
    const headers = { Authorization: `Bearer ${token}` }
    const client = make(headers, socketOf(base, token, () => {}))
    for (const one of QUERIES) await client.ask(one)
    await client.ask({ query: LESS, variables: {} })
    assert.ok(client.kept()?.viewer.badge.unseenRequests >= 0, `${name} lost a part of ${username}`)
    if (username === 'bob') await live(client, headers)
  }
  assert.deepEqual(warned, [], name)
}
console.log(`${QUERIES.length} queries`)
process.exit(0)
