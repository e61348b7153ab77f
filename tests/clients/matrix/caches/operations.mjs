/** The operations of `queries/` as relay-compiler wants them, each with its fragments in it: node operations.mjs > Caches.js. */
import { print, visit } from 'graphql'
import { SHOWN } from './acts.mjs'
import { documentOf } from './documents.mjs'

const ENDS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }
const name = (value) => ({ kind: 'Name', value })

/** Relay masks a fragment's fields from the page that spreads it; what is compared is the whole. */
function whole({ definitions }) {
  const fragments = Object.fromEntries(definitions.filter(({ kind }) => kind === 'FragmentDefinition').map((one) => [one.name.value, one]))
  const [operation] = definitions.filter(({ kind }) => kind === 'OperationDefinition')
  return visit(operation, {
    OperationDefinition: (one) => ({ ...one, name: name(`Caches${one.name.value}${ENDS[one.operation]}`) }),
    FragmentSpread: (one) => ({ ...fragments[one.name.value], kind: 'InlineFragment', name: undefined }),
  })
}

for (const one of new Set([...SHOWN.map(([of]) => of), 'thread', 'events'])) console.log(`graphql\`${print(whole(documentOf(one)))}\``)
