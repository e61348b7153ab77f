/** The shared scenario: node matrix.mjs BASE_URL SECRET; a line of input says that the server was restarted. Prints JSON last. */
import { createHmac } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { clients } from './clients.mjs'

const [base, secret] = process.argv.slice(2)
const url = `${base}/graphql`
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const LISTEN = `subscription Live($after: EventCursor) { messageAdded(after: $after) {
  __typename ... on Event { eventCursor } ... on MessageAdded { message { id text } thread { id unreadCount lastMessage { id text } } } } }`
const INBOX = '{ inbox { edges { node { id unreadCount lastMessage { id text } } } } }'
const MARK = 'mutation Mark($input: UpdateReadReceiptsInput!) { updateReadReceipts(input: $input) { __typename } }'

const parts = (token) => token.split('.')
const code64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
function expired(token) {
  const [head, body] = parts(token)
  const signed = `${head}.${code64({ ...JSON.parse(Buffer.from(body, 'base64url')), exp: 1_000_000_000 })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

async function signIn(username) {
  const body = JSON.stringify({ username })
  const answer = await fetch(`${base}/demo/token`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
  return (await answer.json()).token
}

async function ask(token, query, variables) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ query, variables }), headers })
  const { data, errors } = await answer.json()
  if (errors) throw new Error(JSON.stringify(errors))
  return data
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
async function until(holds, ms) {
  for (let left = ms; left > 0 && !holds(); left -= 50) await pause(50)
  return holds()
}
const within = (promise, ms = 5000) => Promise.race([promise, pause(ms).then(() => { throw new Error('no answer') })])
const because = (cause) => String(cause?.message ?? cause?.reason ?? JSON.stringify(cause)).split('\n')[0].slice(0, 100)
async function cell(check) {
  try { return (await within(check())) ?? 'yes' } catch (cause) { return `no: ${because(cause)}` }
}

const alice = await signIn('alice')
const bob = await signIn('bob')
const carol = await signIn('carol')
/** Two listeners: a user may have ten connections. */
const listeners = { bob, carol }

async function send(text) {
  for (const username of Object.keys(listeners)) {
    const { user } = await ask(alice, 'query($username: String!) { user(username: $username) { id } }', { username })
    const query = 'mutation($input: SendRequestInput!) { sendRequest(input: $input) { __typename } }'
    await ask(alice, query, { input: { recipientId: user.id, text } })
  }
}

/** What an expired token shows, or that the client goes on by itself with the next one. */
async function codeOf(make) {
  const tokens = [expired(bob), bob]
  const client = make(url, tokens[0], () => tokens.length > 1 ? tokens.shift() : tokens[0])
  const found = (cause) => /UNAUTHENTICATED|4403/.exec([JSON.stringify(cause), cause?.code, cause?.message, cause?.response?.status].join(' '))?.[0]
  const asked = Promise.resolve(client.ask('{ viewer { user { id } } }'))
    .then((one) => found(one) ?? (one.data?.viewer ? 'goes on with a new token' : undefined), found)
  const shown = await Promise.race([asked, ...(client.closed ? [client.closed.then((event) => found(event))] : [])])
  if (!shown) throw new Error('no code shown')
  return shown
}

function follow(name, client) {
  const seen = { texts: [], begun: false, ended: null }
  const next = ({ data }) => {
    seen.begun = true
    if (data?.messageAdded?.message) seen.texts.push(data.messageAdded.message.text)
  }
  Promise.resolve(client.listen(LISTEN, {}, { next, error: (cause) => { seen.ended = because(cause) }, complete: () => { seen.ended ??= 'complete' } }))
    .catch((cause) => { seen.ended = because(cause) })
  return seen
}

async function isCacheRight(client) {
  const shown = JSON.stringify(client.cached(INBOX))
  const { data } = await client.ask(INBOX)
  if (shown !== JSON.stringify(data)) throw new Error('it differs from a fresh query')
}

await send('Shall we talk?')
for (const token of Object.values(listeners)) {
  const { user } = await ask(token, '{ user(username: "alice") { threadWithMe { id } } }')
  const query = 'mutation($input: SendMessageInput!) { sendMessage(input: $input) { __typename } }'
  await ask(token, query, { input: { threadId: user.threadWithMe.id, text: 'Yes.' } })
}

const rows = {}
const made = {}
const seen = {}
for (const [index, [name, make]] of Object.entries(clients).entries()) {
  const client = (made[name] = make(url, index % 2 ? bob : carol))
  const asks = (text, variables) => async () => {
    const { data, error } = await client.ask(text, variables)
    if (!data || error) throw error ?? new Error('no data')
  }
  rows[name] = {
    query: await cell(asks(INBOX)),
    mutation: await cell(asks(MARK, { input: { enabled: false } })),
    expiry: await cell(() => codeOf(make)),
  }
  if (client.listen) seen[name] = follow(name, client)
}
await until(() => Object.values(seen).every((one) => one.begun || one.ended), 10_000)
await send('one')
await until(() => Object.values(seen).every((one) => one.ended || one.texts.includes('one')), 10_000)
for (const [name, one] of Object.entries(seen)) {
  rows[name].subscription = one.texts.includes('one') ? 'yes' : `no: ${one.ended ?? 'no item'}`
  if (made[name].cached) rows[name].cache = await cell(() => isCacheRight(made[name]))
}
console.log('stop')
await input.next()
await send('two')
await until(() => Object.values(seen).every((one) => one.ended || one.texts.includes('two')), 15_000)
await send('three')
await until(() => Object.values(seen).every((one) => one.ended || one.texts.includes('three')), 10_000)
await pause(1000)
for (const [name, { texts, ended }] of Object.entries(seen)) {
  const lost = ['one', 'two', 'three'].filter((text) => !texts.includes(text))
  rows[name].restarted = lost.length ? `no: ${ended ? `ended (${ended})` : `lost ${lost.join(', ')}`}`
    : texts.length > 3 ? 'nothing lost, some twice' : 'nothing lost, nothing twice'
}
console.log(JSON.stringify(rows))
process.exit(0)
