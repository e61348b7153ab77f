/** Stock clients whose server is killed under them: node reconnects.mjs BASE_URL; a line of input says that it is up again. */
import assert from 'node:assert/strict'
import { createInterface } from 'node:readline/promises'
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { Client, fetchExchange } from '@urql/core'
import { EventSource } from 'eventsource'
import { createClient as createEventClient } from 'graphql-sse'
import { createClient } from 'graphql-ws'
import { subscribe as follow } from 'wonka'
import WebSocket from 'ws'

const [base] = process.argv.slice(2)
const url = `${base}/graphql`
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const query = `subscription { messageAdded { __typename ... on Event { eventCursor } ... on MessageAdded { message { text } } } }`

async function signIn(username) {
  const body = JSON.stringify({ username })
  const headers = { 'Content-Type': 'application/json' }
  const { token } = await (await fetch(`${base}/demo/token`, { method: 'POST', body, headers })).json()
  return { Authorization: `Bearer ${token}` }
}

async function ask(headers, text, variables) {
  const answer = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({ query: text, variables }),
    headers: { ...headers, 'Content-Type': 'application/json' },
  })
  const { data, errors } = await answer.json()
  assert.ok(!errors, JSON.stringify(errors))
  return data
}

/** What one client has seen, and the end of its stream if it has one. */
class Seen {
  texts = []
  places = 0
  ended = null
  take(result) {
    const item = result.data?.messageAdded
    if (item?.__typename === 'Position') this.places += 1
    if (item?.message) this.texts.push(item.message.text)
  }
  async has(text) {
    await until(() => this.texts.includes(text), () => `${text}: ${JSON.stringify(this)}`)
  }
}

async function until(holds, told) {
  for (let i = 0; i < 600; i++) {
    if (holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  assert.fail(told())
}

const bob = await signIn('bob')
const alice = await signIn('alice')

async function ticket() {
  const text = `mutation { createStreamTicket(input: {}) { ... on CreateStreamTicketSuccess { ticket } } }`
  return (await ask(bob, text)).createStreamTicket.ticket
}

const ends = (seen) => (why) => { seen.ended = why ?? 'complete' }
const starts = {
  'graphql-ws': (seen) =>
    createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, connectionParams: bob, shouldRetry: () => true, retryAttempts: Infinity })
      .subscribe({ query }, { next: (one) => seen.take(one), error: ends(seen), complete: ends(seen) }),
  'graphql-sse': (seen) =>
    createEventClient({ url, headers: { ...bob, 'X-Stream-Id': crypto.randomUUID() }, retryAttempts: Infinity })
      .subscribe({ query }, { next: (one) => seen.take(one), error: ends(seen), complete: ends(seen) }),
  'EventSource with a ticket': async (seen) => {
    const source = new EventSource(`${url}?${new URLSearchParams({ query, ticket: await ticket() })}`)
    source.addEventListener('next', (event) => seen.take(JSON.parse(event.data)))
    source.addEventListener('complete', () => source.close())
    source.addEventListener('error', () => { if (source.readyState === source.CLOSED) seen.ended = 'closed' })
    return () => source.close()
  },
  'EventSource after a cursor': async (seen) => {
    const { inbox } = await ask(bob, '{ inbox(first: 1) { eventCursor } }')
    const text = query.replace('subscription', 'subscription ($after: EventCursor)').replace('messageAdded', 'messageAdded(after: $after)')
    const variables = JSON.stringify({ after: inbox.eventCursor })
    const source = new EventSource(`${url}?${new URLSearchParams({ query: text, variables, ticket: await ticket() })}`)
    source.addEventListener('open', () => { seen.places += 1 })
    source.addEventListener('next', (event) => seen.take(JSON.parse(event.data)))
    return () => source.close()
  },
  'Apollo, multipart': (seen) => {
    const client = new ApolloClient({ link: new HttpLink({ uri: url, headers: bob }), cache: new InMemoryCache() })
    client.subscribe({ query: gql(query) }).subscribe({
      next: (one) => (one.error ? ends(seen)(one.error) : seen.take(one)), error: ends(seen), complete: ends(seen),
    })
  },
  'urql, event stream': (seen) => {
    const client = new Client({ url, exchanges: [fetchExchange], fetchSubscriptions: true, fetchOptions: { headers: bob }, preferGetMethod: false })
    follow((one) => (one.error ? ends(seen)(one.error) : seen.take(one)))(client.subscription(query, {}))
  },
}
const RESUMES = ['graphql-ws', 'graphql-sse', 'EventSource with a ticket', 'EventSource after a cursor']

async function send(text) {
  const { user } = await ask(alice, '{ user(username: "bob") { id } }')
  const sent = await ask(alice, 'mutation($input: SendRequestInput!) { sendRequest(input: $input) { __typename } }', {
    input: { recipientId: user.id, text },
  })
  assert.equal(sent.sendRequest.__typename, 'SendRequestSuccess')
}

/** An answer accepts. */
async function becomeFriends() {
  await send('Shall we talk?')
  const { user } = await ask(bob, '{ user(username: "alice") { threadWithMe { id } } }')
  const input = { threadId: user.threadWithMe.id, text: 'Yes.' }
  const sent = await ask(bob, 'mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }', { input })
  assert.equal(sent.sendMessage.__typename, 'SendMessageSuccess')
}

await becomeFriends()
const all = {}
for (const [name, start] of Object.entries(starts)) {
  const seen = (all[name] = new Seen())
  await start(seen)
  await until(() => seen.places, () => `${name} did not begin: ${JSON.stringify(seen)}`)
}
await send('one')
for (const seen of Object.values(all)) await seen.has('one')
console.log('stop')
await input.next()
// urql tells nothing of a stream that is cut off.
await until(() => all['Apollo, multipart'].ended, () => 'Apollo did not notice the kill')
console.log('start')
await input.next()
await send('two')
for (const name of RESUMES) {
  await all[name].has('two')
  assert.equal(all[name].ended, null, name)
}
await send('three')
for (const name of RESUMES) {
  await all[name].has('three')
  console.log(`ok ${name}: ${all[name].texts.join(' ')}`)
}
for (const name of ['EventSource with a ticket', 'EventSource after a cursor'])
  assert.deepEqual(all[name].texts, ['one', 'two', 'three'], name)
console.log('the end')
process.exit(0)
