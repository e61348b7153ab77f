/** The event stream of docs/frontends.md over the end of its token: node tickets.mjs BASE_URL SECRET SNIPPET */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { EventSource } from 'eventsource'
import { until } from './caches/shown.mjs'
import { endingAt } from './tokens.mjs'

const [base, secret, snippet] = process.argv.slice(2)
class FromHere extends EventSource {
  constructor(path) { super(base + path) }
}
const post = async (path, body, headers = {}) =>
  (await fetch(base + path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } })).json()
const { token } = await post('/demo/token', { username: 'bob' })
const query = 'subscription($after: EventCursor) { messageAdded(after: $after) { __typename ... on Event { eventCursor } } }'

const AsyncFunction = (async () => {}).constructor
const run = new AsyncFunction('post', 'signedIn', 'query', 'after', 'take', 'startAgainWithANewTicket', 'EventSource', readFileSync(snippet, 'utf8'))
const signedIn = { Authorization: `Bearer ${endingAt(token, Math.floor(Date.now() / 1000) + 3, secret)}` }
const taken = []
let starts = 0
await run(post, signedIn, query, undefined, (item) => taken.push(item), () => { starts += 1 }, FromHere)
await until(() => starts === 1, () => `started again ${starts} times`)
assert.equal(taken[0].data.messageAdded.__typename, 'Position')
assert.deepEqual(taken.slice(1).map(({ errors }) => errors[0].extensions.code), ['UNAUTHENTICATED'])
process.exit(0)
