/** A message that was sent, and one that came, are put into the thread on the screen: node appended.mjs BASE_URL STREAM */
import assert from 'node:assert/strict'
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import * as documents from 'doorstep-queries'
import { prepare } from './caches/acts.mjs'
import { apolloCache } from './caches/made.mjs'
import { until } from './caches/shown.mjs'
import { socketOf } from './caches/socket.mjs'

const STREAMS = { events: documents.EventsDocument, messageAdded: documents.MessageAddedDocument }
const [base, stream] = process.argv.slice(2)
const { bob, people } = await prepare(base)
const http = new HttpLink({ uri: `${base}/graphql`, headers: { Authorization: `Bearer ${bob.token}` } })
const socket = new GraphQLWsLink(socketOf(base, bob.token, () => {}))
const link = ApolloLink.split(({ operationType }) => operationType === 'subscription', socket, http)
const client = new ApolloClient({ link, cache: apolloCache() })
const { threadId } = await bob.with('carol')
const screen = { query: documents.ThreadDocument, variables: { id: threadId, first: 100 } }
await client.query(screen)

const put = (message) => client.cache.modify({
  id: client.cache.identify({ __typename: 'Thread', id: threadId }),
  fields: {
    messages: (page, { toReference }) => ({ ...page, edges: [{ __typename: 'MessageEdge', cursor: '', node: toReference(message) }, ...page.edges] }),
  },
})
/** Nothing where the cache lacks a field of the screen, which Apollo then reads whole. */
const shown = () => client.cache.readQuery(screen)?.thread.messages.edges.map(({ node }) => node.text)

const came = []
client.subscribe({ query: STREAMS[stream] }).subscribe(({ data }) => came.push(Object.values(data)[0]))
await until(() => came.length > 0, () => 'no stream')
const carols = (await people.carol.with('bob')).threadId
for (const text of ['One', 'Two']) await people.carol.do('sendMessage', { threadId: carols, text })
await until(() => came.some(({ message }) => message?.text === 'Two'), () => 'no items')
put(came.find(({ message }) => message?.text === 'One').message)
assert.equal(shown()?.[0], 'One', 'an item')
const { data } = await client.mutate({ mutation: documents.SendMessageDocument, variables: { input: { threadId, text: 'Three' } } })
put(data.sendMessage.sentMessage)
assert.equal(shown()?.[0], 'Three', 'a success')
process.exit(0)
