/** One entry a client: how it asks and how it listens, with the defaults it ships unless its name says otherwise. */
import { ApolloClient, gql, HttpLink } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { Client, fetchExchange, subscriptionExchange } from '@urql/core'
import { EventSource } from 'eventsource'
import { GraphQLClient } from 'graphql-request'
import { createClient as createSse } from 'graphql-sse'
import { createClient } from 'graphql-ws'
import { createHash } from 'node:crypto'
import { print } from 'graphql'
import WebSocket from 'ws'
import { createDoorstepClient } from '../../../web/client/dist/index.js'
import { apolloCache, graphcacheExchange } from './caches/made.mjs'
import { python } from './python.mjs'
import { relayOver } from './relay.mjs'

globalThis.WebSocket ??= WebSocket // Apollo's link looks for it, as in a browser.

const first = (subscribe, payload) =>
  new Promise((resolve, reject) => subscribe(payload, { next: resolve, error: reject, complete() {} }))
const wsOf = (url) => url.replace('http', 'ws')
const stock = (url, token) =>
  createClient({ url: wsOf(url), webSocketImpl: WebSocket, connectionParams: { Authorization: `Bearer ${token}` } })
const module = (url, token, next = () => token) =>
  createDoorstepClient({ url: wsOf(url), webSocketImpl: WebSocket, token: next, onResync() {} })
const closeOf = (client) => new Promise((resolve) => client.on('closed', ({ code }) => resolve({ code })))

function sockets(make) {
  return (url, token, next) => {
    const client = make(url, token, next)
    return {
      closed: make === stock ? closeOf(client) : undefined,
      ask: (query, variables) => first(client.subscribe, { query, variables }),
      listen: (query, variables, sink) => client.subscribe({ query, variables }, sink),
    }
  }
}

function apollo(linkOf) {
  return (url, token, next) => {
    const cache = apolloCache()
    const client = new ApolloClient({ link: linkOf(url, token, next), cache })
    const ask = (query, variables) =>
      /\bmutation\b/.test(query)
        ? client.mutate({ mutation: gql(query), variables })
        : client.query({ query: gql(query), variables, fetchPolicy: 'network-only' })
    const listen = (query, variables, sink) =>
      client.subscribe({ query: gql(query), variables }).subscribe({ ...sink, next: (one) => (one.error ? sink.error(one.error) : sink.next(one)) })
    const cached = (query) => client.readQuery({ query: gql(query) })
    return { ask, listen, cached }
  }
}
const apolloHttp = (url, token, _next, fetchOne = fetch) =>
  new HttpLink({ uri: url, headers: { Authorization: `Bearer ${token}` }, fetch: fetchOne })
const generateHash = (document) => createHash('sha256').update(print(document)).digest('hex')
const byHash = (fetchOne) => (url, token) => new PersistedQueryLink({ generateHash }).concat(apolloHttp(url, token, undefined, fetchOne))
/** Proves that a trusted document goes by its hash: a request with a text is a fault. */
function hashAlone(url, options) {
  if (JSON.parse(options.body).query) throw new Error('a text was sent')
  return fetch(url, options)
}

function urql(optionsOf) {
  return (url, token) => {
    const fetchOptions = { headers: { Authorization: `Bearer ${token}` } }
    const client = new Client({ url, fetchOptions, preferGetMethod: false, ...optionsOf(url, token) })
    const ask = async (query, variables) => {
      const made = /\bmutation\b/.test(query) ? client.mutation(query, variables) : client.query(query, variables)
      const { data, error } = await made.toPromise()
      if (error) throw error
      return { data }
    }
    const cached = (query) => client.readQuery(query, {})?.data
    const listen = (query, variables, sink) =>
      client.subscription(query, variables).subscribe((one) => (one.error ? sink.error(one.error) : sink.next(one)))
    return { ask, listen, cached }
  }
}
const overEvents = () => ({ exchanges: [graphcacheExchange(), fetchExchange], fetchSubscriptions: true })
const overSocket = (make) => (url, token) => {
  const client = make(url, token)
  const forwardSubscription = (op) => ({
    subscribe: (sink) => ({ unsubscribe: client.subscribe({ ...op, query: op.query ?? '' }, sink) }),
  })
  return { exchanges: [graphcacheExchange(), fetchExchange, subscriptionExchange({ forwardSubscription })] }
}

function eventSource(url, token) {
  const { ask } = request(url, token)
  const listen = async (query, variables, sink) => {
    const made = await ask('mutation { createStreamTicket(input: {}) { ... on CreateStreamTicketSuccess { ticket } } }')
    const { ticket } = made.data.createStreamTicket
    const asked = new URLSearchParams({ query, variables: JSON.stringify(variables), ticket })
    const source = new EventSource(`${url}?${asked}`)
    source.addEventListener('next', (event) => sink.next(JSON.parse(event.data)))
    source.addEventListener('error', (event) => { if (source.readyState === source.CLOSED) sink.error(new Error(`closed ${event.code ?? ''} ${event.message ?? ''}`)) })
  }
  return { ask, listen }
}

function request(url, token) {
  const client = new GraphQLClient(url, { headers: { Authorization: `Bearer ${token}` } })
  return { ask: async (query, variables) => ({ data: await client.request(query, variables) }) }
}

function sse(url, token) {
  const client = createSse({ url, headers: { Authorization: `Bearer ${token}` } })
  return {
    ask: (query, variables) => first(client.subscribe, { query, variables }),
    listen: (query, variables, sink) => client.subscribe({ query, variables }, sink),
  }
}

export const clients = {
  'graphql-ws': sockets(stock),
  'graphql-ws, module': sockets(module),
  'Apollo 4, GraphQLWsLink': apollo((url, token) => new GraphQLWsLink(stock(url, token))),
  'Apollo 4, GraphQLWsLink, module': apollo((url, token, next) => new GraphQLWsLink(module(url, token, next))),
  'Apollo 4, HTTP and multipart': apollo(apolloHttp),
  'Apollo 4, HTTP with APQ': apollo(byHash(fetch)),
  'Apollo 4, HTTP, trusted': apollo(byHash(hashAlone)),
  'urql, HTTP and SSE': urql(overEvents),
  'urql, HTTP and WebSocket': urql(overSocket(stock)),
  'urql, HTTP and WebSocket, module': urql(overSocket(module)),
  'Relay 21 compiled, trusted, module': relayOver(module),
  'graphql-sse': sse,
  'EventSource with a ticket': eventSource,
  'graphql-request': request,
  'gql in Python': python,
}
