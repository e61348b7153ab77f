/** Apollo as docs/frontends.md has it: an item is merged by the ids in it; then what is on the screen is read again. */
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import * as documents from 'doorstep-queries'
import { readerOf } from './again.mjs'
import { plain } from './shown.mjs'
import { socketOf } from './socket.mjs'
import { documentOf } from './documents.mjs'
import { apolloCache } from './made.mjs'

export function apollo({ base, token, asked, seen }) {
  const http = new HttpLink({ uri: `${base}/graphql`, headers: { Authorization: `Bearer ${token}` } })
  const ws = new GraphQLWsLink(socketOf(base, token, () => readAgain()))
  const client = new ApolloClient({
    link: ApolloLink.split(({ operationType }) => operationType === 'subscription', ws, http),
    cache: apolloCache(),
  })
  const readAgain = readerOf(() => client.refetchQueries({ include: 'active' }))
  const one = ([name, variables]) => ({ query: documentOf(name), variables })
  const shown = () => asked.map((of) => plain(client.cache.readQuery(one(of))))
  asked.forEach((of) => client.watchQuery(one(of)).subscribe(() => {}))
  const listen = (after) => client.subscribe({ query: documents.EventsDocument, variables: { after } }).subscribe(({ data }) => {
    const kind = data.events.__typename
    if (kind === 'Position') return
    seen.set(kind, shown())
    void readAgain()
  })
  return { listen, shown }
}
