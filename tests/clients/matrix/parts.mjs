/** All queries of `queries/`, then less of a part than one of them read: node --conditions=development parts.mjs BASE_URL */
import assert from 'node:assert/strict'
import { ApolloClient, gql, HttpLink } from '@apollo/client'
import { loadDevMessages } from '@apollo/client/dev'
import { Client, fetchExchange } from '@urql/core'
import * as documents from 'doorstep-queries'
import { apolloCache, graphcacheExchange } from './caches/made.mjs'

loadDevMessages()
const [base] = process.argv.slice(2)
const url = `${base}/graphql`
const warned = []
console.warn = console.error = (...words) => warned.push(words.join(' '))

async function tokenOf(username) {
  const answer = await fetch(`${base}/demo/token`, { method: 'POST', body: JSON.stringify({ username }) })
  return (await answer.json()).token
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

function apollo(headers) {
  const client = new ApolloClient({ link: new HttpLink({ uri: url, headers }), cache: apolloCache() })
  const ask = ({ query, variables }) => client.query({ query, variables, fetchPolicy: 'network-only' })
  return { ask, kept: () => client.cache.readQuery({ query: WHOLE }) }
}

function graphcache(headers) {
  const client = new Client({ url, preferGetMethod: false, exchanges: [graphcacheExchange(), fetchExchange], fetchOptions: { headers } })
  const ask = async ({ query, variables }) => {
    const { error } = await client.query(query, variables, { requestPolicy: 'network-only' }).toPromise()
    if (error) throw error
  }
  return { ask, kept: () => client.readQuery(WHOLE, {})?.data }
}

for (const [name, make] of Object.entries({ apollo, graphcache })) {
  for (const username of ['bob', 'judy']) {
    const client = make({ Authorization: `Bearer ${await tokenOf(username)}` })
    for (const one of QUERIES) await client.ask(one)
    await client.ask({ query: LESS, variables: {} })
    assert.ok(client.kept()?.viewer.badge.unseenRequests >= 0, `${name} lost a part of ${username}`)
  }
  assert.deepEqual(warned, [], name)
}
console.log(`${QUERIES.length} queries`)
