/** The outbox of docs/frontends.md over a lost answer: node outbox.mjs BASE_URL COMPILED_OUTBOX */
import assert from 'node:assert/strict'

const [base, compiled] = process.argv.slice(2)
const { outboxOf } = await import(compiled)

const post = async (path, body, headers = {}) =>
  (await fetch(base + path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } })).json()
const { token } = await post('/demo/token', { username: 'bob' })
const ask = (query, variables) => post('/graphql', { query, variables }, { Authorization: `Bearer ${token}` })

const { data } = await ask('{ user(username: "alice") { threadWithMe { id } } }')
const { id } = data.user.threadWithMe
const read = async () => {
  const { data } = await ask('query($id: ID!) { thread(id: $id) { messages { edges { node { id text isMine } } } } }', { id })
  return data.thread.messages.edges.map(({ node }) => node)
}

const looks = new Set()
const answers = [async () => { throw new Error('lost') }, (answer) => answer]
async function lossy(query, variables) {
  const answer = await ask(query, variables)
  for (const message of await read()) outbox.take(message) // As the stream brings it.
  return answers.shift()(answer)
}
const shown = () => [...[...outbox.sent.values()].map(({ text }) => text), ...outbox.pending.values()].filter((text) => text === 'once')
const outbox = outboxOf(id, lossy, () => outbox && looks.add(shown().length))

assert.equal(await outbox.send('once'), undefined)
assert.deepEqual([...looks], [1], 'shown at once, and never twice')
assert.equal(outbox.pending.size, 0)
assert.equal((await read()).filter(({ text }) => text === 'once').length, 1)

answers.push((answer) => answer)
assert.match(await outbox.send('x'.repeat(20_000)), /cannot be used/)
assert.equal(outbox.pending.size, 0)
