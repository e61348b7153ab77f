/** Relay's runtime over its compiled operations, which it sends by hash alone: queries by POST, streams over a socket. */
import { readdirSync } from 'node:fs'
import relay from 'relay-runtime'

const { Environment, Network, Observable, RecordSource, Store, createOperationDescriptor, requestSubscription } = relay
const folder = new URL('relay/__generated__/', import.meta.url)
/** The compiled operations by their names. */
export const compiled = Object.fromEntries(
  await Promise.all(readdirSync(folder).filter((name) => name.endsWith('.graphql.js')).map(async (name) =>
    [name.split('.')[0], (await import(new URL(name, folder))).default])))
const nameOf = (text) => /\b(?:query|mutation|subscription) (\w+)/.exec(text)[1]
const persisted = ({ id }) => ({ persistedQuery: { version: 1, sha256Hash: id } })

export function relayOver(connect) {
  return (url, token, next) => {
    const socket = connect(url, token, next)
    const environment = environmentOf(url, token, socket)
    const ask = async (text, variables = {}) => {
      const request = compiled[nameOf(text)]
      const operation = createOperationDescriptor(request, variables)
      const execute = request.params.operationKind === 'mutation' ? environment.executeMutation : environment.execute
      await execute.call(environment, { operation }).toPromise()
      environment.retain(operation)
      return { data: environment.lookup(operation.fragment).data }
    }
    const listen = (text, variables, { next, error, complete }) => {
      const onNext = (data) => next({ data })
      return requestSubscription(environment, { subscription: compiled[nameOf(text)], variables, onNext, onError: error, onCompleted: complete })
    }
    const cached = (text) => environment.lookup(createOperationDescriptor(compiled[nameOf(text)], {}).fragment).data
    return { ask, listen, cached }
  }
}

export function environmentOf(url, token, socket) {
  const fetchOne = async (request, variables) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const body = JSON.stringify({ extensions: persisted(request), variables })
    const answer = await (await fetch(url, { method: 'POST', body, headers })).json()
    if (answer.errors) throw Object.assign(new Error(answer.errors[0].message), answer)
    return answer
  }
  const subscribe = (request, variables) =>
    Observable.create((sink) => socket.subscribe({ operationName: request.name, query: '', extensions: persisted(request), variables }, sink))
  return new Environment({ network: Network.create(fetchOne, subscribe), store: new Store(new RecordSource()) })
}
