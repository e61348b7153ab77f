/** A list that was closed when a request came shows it when it is opened again: node opened.mjs BASE_URL */
import { ApolloClient, HttpLink } from '@apollo/client'
import { Client, fetchExchange } from '@urql/core'
import { RequestsDocument } from 'doorstep-queries'
import { prepare } from './caches/acts.mjs'
import { apolloCache, graphcacheExchange, POLICY } from './caches/made.mjs'
import { until } from './caches/shown.mjs'

const [base] = process.argv.slice(2)
const { bob, people } = await prepare(base)
const url = `${base}/graphql`
const headers = { Authorization: `Bearer ${bob.token}` }

function apollo() {
  const defaultOptions = { watchQuery: { fetchPolicy: POLICY } }
  const client = new ApolloClient({ link: new HttpLink({ uri: url, headers }), cache: apolloCache(), defaultOptions })
  return (show) => {
    const watched = client.watchQuery({ query: RequestsDocument }).subscribe(({ data }) => show(data))
    return () => watched.unsubscribe()
  }
}

function graphcache() {
  const exchanges = [graphcacheExchange(), fetchExchange]
  const client = new Client({ url, preferGetMethod: false, requestPolicy: POLICY, exchanges, fetchOptions: { headers } })
  return (show) => client.query(RequestsDocument, {}).subscribe(({ data }) => show(data)).unsubscribe
}

/** The number of rows on the screen, and how to close it. */
function screenOf(open) {
  let rows = 0
  const close = open((data) => { rows = data?.requests?.edges.length ?? 0 })
  return { close, has: (count) => until(() => rows === count, () => `${rows} rows, not ${count}`) }
}

const count = async () => (await bob.run('requests')).requests.edges.length
for (const [username, open] of [['mike', apollo()], ['trent', graphcache()]]) {
  const before = screenOf(open)
  await before.has(await count())
  before.close()
  await people[username].say('bob', 'Hello Bob, is there bread on Monday?')
  const after = screenOf(open)
  await after.has(await count())
  after.close()
}
process.exit(0)
