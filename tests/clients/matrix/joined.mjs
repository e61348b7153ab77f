/** Lists of joined pages in Apollo, while others write: node joined.mjs BASE_URL */
import assert from 'node:assert/strict'
import { ApolloClient, HttpLink } from '@apollo/client'
import { prepare } from './caches/acts.mjs'
import { lists, readList } from './caches/joined.mjs'
import { documentOf } from './caches/documents.mjs'
import { apolloCache } from './caches/made.mjs'
import { plain, until } from './caches/shown.mjs'

const [base] = process.argv.slice(2)
const { bob, people } = await prepare(base)
const headers = { Authorization: `Bearer ${bob.token}` }
const cache = apolloCache()
cache.policies.addTypePolicies(lists)
const client = new ApolloClient({ link: new HttpLink({ uri: `${base}/graphql`, headers }), cache })

/** The list, kept up to date as on a screen. */
function open(name, variables, listOf = (data) => data[name]) {
  const list = client.watchQuery({ query: documentOf(name), variables })
  list.subscribe(() => {})
  const shown = () => list.getCurrentResult().data && listOf(list.getCurrentResult().data)
  const rows = () => shown()?.edges.length ?? 0
  return { list, shown, rows, has: (count) => until(() => rows() === count, () => `${name}: ${rows()} rows, not ${count}`) }
}
const freshly = async (name, variables) => plain((await bob.run(name, variables))[name])

const requests = open('requests', { first: 1 })
await requests.has(1)
const first = requests.shown()
const { username } = first.edges[0].node.sender
await people[username].say('bob', 'And there is more.')
await requests.list.fetchMore({ variables: { first: 2, after: first.pageInfo.endCursor } })
await requests.has(3)
assert.equal(requests.shown().eventCursor, first.eventCursor)
const ids = requests.shown().edges.map(({ node }) => node.id)
const { requestIds } = await bob.do('deleteRequests', { asOf: requests.shown().eventCursor, requests: { ids } })
assert.deepEqual(new Set(requestIds), new Set(ids.slice(1)), 'whose message was not on the screen stays')

await people.trent.say('bob', 'Hello Bob, is there bread on Monday?')
await readList(requests.list, requests.rows())
const wanted = await freshly('requests', { first: 20 })
await until(() => JSON.stringify(plain(requests.shown())) === JSON.stringify(wanted), () => 'the list differs from a fresh query')

const { threadId: id } = await people.carol.with('bob')
const mine = (await bob.with('carol')).threadId
for (let at = 0; at < 9; at++) await people.carol.do('sendMessage', { threadId: id, text: `Message ${at}` })
const texts = async (count) => (await bob.run('thread', { id: mine, first: count })).thread.messages.edges.map(({ cursor, node }) => [cursor, node.text])
const all = await texts(9)
const thread = open('thread', { id: mine, first: 2, after: all[3][0] }, (data) => data.thread.messages)
await thread.has(2)
const { startCursor: before, endCursor: after } = thread.shown().pageInfo
await thread.list.fetchMore({ variables: { first: null, after: null, last: 4, before } })
await thread.has(6)
await thread.list.fetchMore({ variables: { first: 3, after } })
await thread.has(9)
assert.deepEqual(thread.shown().edges.map(({ node }) => node.text), all.map(([, text]) => text))
assert.equal(thread.shown().pageInfo.hasPreviousPage, false)
console.log('joined')
process.exit(0)
