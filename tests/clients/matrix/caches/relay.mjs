/** Relay's store, as docs/frontends.md has it: an item is merged by the ids in it; then what is on the screen is read again. */
import relay from 'relay-runtime'
import { readerOf } from './again.mjs'
import { plain } from './shown.mjs'
import { socketOf } from './socket.mjs'

const { createOperationDescriptor, Environment, fetchQuery, Network, Observable, RecordSource, requestSubscription, Store } = relay
const folder = new URL('../build/relay/__generated__/', import.meta.url)
const compiled = async (name) => (await import(new URL(`${name}.graphql.js`, folder))).default
const queryOf = (name) => compiled(`Caches${name[0].toUpperCase()}${name.slice(1)}Query`)

export async function relayStore({ base, token, asked, seen }) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const fetchOne = async ({ text }, variables) =>
    (await fetch(`${base}/graphql`, { method: 'POST', body: JSON.stringify({ query: text, variables }), headers })).json()
  const socket = socketOf(base, token, () => readAgain())
  const subscribe = ({ name, text }, variables) =>
    Observable.create((sink) => socket.subscribe({ operationName: name, query: text, variables }, sink))
  const environment = new Environment({ network: Network.create(fetchOne, subscribe), store: new Store(new RecordSource()) })

  const onScreen = await Promise.all(asked.map(async ([name, variables]) => [await queryOf(name), variables]))
  const operations = onScreen.map(([query, variables]) => createOperationDescriptor(query, variables))
  operations.forEach((one) => environment.retain(one))
  const readScreen = () =>
    Promise.all(onScreen.map(([query, variables]) =>
      fetchQuery(environment, query, variables, { networkCacheConfig: { force: true } }).toPromise()))
  const readAgain = readerOf(readScreen)
  void readAgain()

  const shown = () => operations.map(({ fragment }) => plain(environment.lookup(fragment).data))
  const subscription = await compiled('CachesEventsSubscription')
  const onNext = ({ events }) => {
    if (events.__typename === 'Position') return
    seen.set(events.__typename, shown())
    void readAgain()
  }
  const listen = (after) => requestSubscription(environment, { subscription, variables: { after }, onNext })
  return { listen, shown }
}
