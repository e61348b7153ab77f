/** After each kind of event, what a page shows from a normalised cache equals a fresh query: node caches.mjs BASE_URL; prints JSON. */
import { graphcache } from './caches/graphcache.mjs'
import { apollo } from './caches/apollo.mjs'
import { relayStore } from './caches/relay.mjs'
import { ACTS, prepare } from './caches/acts.mjs'
import { plain, until } from './caches/shown.mjs'

const [base] = process.argv.slice(2)
const MAKERS = { 'Apollo 4': apollo, 'urql, graphcache': graphcache, 'Relay 21': relayStore }
const { bob, people, shown: asked } = await prepare(base)
const fresh = () => Promise.all(asked.map(async ([name, variables]) => plain(await bob.run(name, variables))))
const are = (shown, right) => JSON.stringify(shown) === JSON.stringify(right)

const clients = {}
for (const [name, make] of Object.entries(MAKERS)) {
  const seen = new Map()
  clients[name] = { seen, ...(await make({ base, token: bob.token, asked, seen })) }
  await until(async () => are(clients[name].shown(), await fresh()), () => `${name} differs at the start`)
  clients[name].listen((await bob.run('inbox')).inbox.eventCursor)
}

async function cellOf({ seen, shown }, kind) {
  try {
    await until(() => seen.has(kind), () => 'it did not come')
    await until(async () => are(shown(), await fresh()), () => 'it differs from a fresh query')
    return are(seen.get(kind), await fresh()) ? 'by its ids' : 'read again'
  } catch (cause) {
    return `no: ${cause.message}`
  }
}

const table = {}
for (const [kind, act] of Object.entries(ACTS)) {
  for (const { seen } of Object.values(clients)) seen.clear()
  await act(people)
  table[kind] = {}
  for (const [name, client] of Object.entries(clients)) table[kind][name] = await cellOf(client, kind)
}
console.log(JSON.stringify(table))
process.exit(0)
