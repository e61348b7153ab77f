/** The shared scenario: node matrix.mjs BASE_URL SECRET; a line of input says that the server was restarted. Prints JSON last. */
import { createInterface } from 'node:readline/promises'
import { clients } from './clients.mjs'
import { INBOX, LIVE, MARK, WHO } from './documents.mjs'
import { endingAt } from './tokens.mjs'

const [base, secret] = process.argv.slice(2)
const url = `${base}/graphql`
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

const expired = (token) => endingAt(token, 1_000_000_000, secret)

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
async function until(holds, ms = SOON) {
  for (let left = ms; left > 0 && !holds(); left -= 50) await pause(50)
  return holds()
}
/** Less than the 20 seconds after which a quiet stream gets a Position: a client that is as slow as that fails. */
const SOON = 15_000
const within = (promise, ms = SOON) => Promise.race([promise, pause(ms).then(() => { throw new Error('no answer') })])
const because = (cause) => String(cause?.message ?? cause?.reason ?? JSON.stringify(cause)).split('\n')[0].slice(0, 100)
async function cell(check, ms) {
  try { return (await within(check(), ms)) ?? 'yes' } catch (cause) { return `no: ${because(cause)}` }
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
  const found = (cause) => /\b(UNAUTHENTICATED|4403|401)\b/.exec([JSON.stringify(cause), cause?.code, cause?.message, cause?.response?.status].join(' '))?.[0]
  const asked = Promise.resolve(client.ask(WHO))
    .then((one) => found(one) ?? (one.data?.viewer ? 'goes on with a new token' : undefined), (cause) => found(cause) ?? cause)
  const shown = await Promise.race([asked, ...(client.closed ? [client.closed.then((event) => found(event))] : [])])
  if (typeof shown !== 'string') throw new Error(`no code shown, but ${because(shown)}`)
  return shown
}

/** A stream as an app has it. `open` begins it, or begins it again when it has ended. */
class Stream {
  texts = []
  begun = false
  ended = null
  place = undefined
  constructor(name, client) {
    this.client = client
    this.sendsItsPlace = !/HTTP and|HTTP with|HTTP,|sse/.test(name) || /WebSocket/.test(name)
  }
  open() {
    const variables = this.sendsItsPlace && this.place ? { after: this.place } : {}
    const sink = { next: (result) => this.take(result), error: (cause) => this.end(because(cause)), complete: () => this.end('complete') }
    Promise.resolve(this.client.listen(LIVE, variables, sink)).catch(sink.error)
  }
  take({ data }) {
    this.begun = true
    const item = data?.messageAdded
    if (item) this.place = item.eventCursor
    if (item?.message) this.texts.push(item.message.text)
  }
  end(why) { this.ended ??= why }
  has(text) { return this.texts.includes(text) }
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
const expiries = {}
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
  }
  expiries[name] = cell(() => codeOf(make), 3 * SOON) // All at once.
  if (client.listen) (seen[name] = new Stream(name, client)).open()
}
const streams = Object.values(seen)
await until(() => streams.every((one) => one.begun || one.ended))
await send('one')
await until(() => streams.every((one) => one.ended || one.has('one')))
for (const [name, one] of Object.entries(seen)) {
  rows[name].subscription = one.has('one') ? 'yes' : `no: ${one.ended ?? 'no item'}`
  if (made[name].cached) rows[name].cache = await cell(() => isCacheRight(made[name]))
}
for (const [name, code] of Object.entries(expiries)) rows[name].expiry = await code
console.log('stop')
await input.next()
await send('two')
await until(() => streams.every((one) => one.ended || one.has('two')))
const gone = streams.filter((one) => !one.has('two'))
for (const one of gone) one.open() // What its app does.
await send('three')
await until(() => streams.every((one) => one.has('three')))
await pause(1000)
for (const [name, one] of Object.entries(seen)) {
  const lost = ['one', 'two', 'three'].filter((text) => !one.has(text))
  const kept = lost.length ? `lost ${lost.join(', ')}` : one.texts.length > 3 ? 'nothing lost, some twice' : 'nothing lost, nothing twice'
  rows[name].restarted = gone.includes(one) ? `ends${one.ended ? '' : ' without a word'}; opened again by its app: ${kept}` : kept
}
console.log(JSON.stringify(rows))
process.exit(0)
