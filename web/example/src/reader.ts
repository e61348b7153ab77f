/** Reads what is on the screen again after an item of the events: a moment after one, every few seconds in a wave. */
import type { EventsSubscription } from 'doorstep-queries'
import type { Client, CombinedError, Exchange, Operation, OperationResult } from 'urql'
import { pipe, tap } from 'wonka'

/** Milliseconds. Items often come together. */
const SHORTEST = 100
const LONGEST = 4_000

/** No item changes them: their variables say of which moment or text they are, or they are a moderator's. */
const STEADY = ['requestCount', 'draftHints', 'reports', 'appeals']

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** After the reading that is on its way: urql sends no second one beside it. None is after a failure, and graphcache then drops the first line. */
async function read(client: Client, { query, variables }: Operation, hasFailed: boolean) {
  if (!hasFailed) await client.query(query, variables, { requestPolicy: 'cache-first' }).toPromise()
  await client.query(query, variables, { requestPolicy: 'network-only' }).toPromise()
}

/** A restarted demo takes no older token; the socket gets another one. */
const PASSING = ['UNAUTHENTICATED', 'OVERLOADED']

/** Whether the same may succeed in a moment. */
export const isPassing = (error: CombinedError | undefined) =>
  !!error && (!!error.networkError || error.graphQLErrors.some(({ extensions }) => PASSING.includes(String(extensions['code']))))

/** Milliseconds until what a limit refused may be tried again. */
export function retryAfter({ error }: OperationResult): number | undefined {
  const limit = error?.graphQLErrors.find(({ extensions }) => extensions['retryAfterSeconds'])
  return limit && Number(limit.extensions['retryAfterSeconds']) * 1000
}

/** It comes before the cache, so that it hears of an item when the cache has it. */
export const readAgain: Exchange = ({ client, forward }) => {
  const shown = new Map<number, Operation>()
  const failed = new Set<number>()
  let isWanted = false
  let isReading = false
  let due = 0
  let wait = SHORTEST
  async function again(after = SHORTEST) {
    isWanted = true
    if (Date.now() > due) wait = Math.max(SHORTEST, wait / 4)
    due = Math.max(due, Date.now() + after)
    if (isReading) return
    isReading = true
    while (isWanted) {
      await pause(due - Date.now())
      isWanted = false
      await Promise.all([...shown.values()].map((operation) => read(client, operation, failed.has(operation.key))))
      due = Math.max(due, Date.now() + wait)
      wait = Math.min(4 * wait, LONGEST)
    }
    isReading = false
  }
  const onOperation = (operation: Operation) => {
    if (operation.kind === 'query' && !isSteady(operation)) shown.set(operation.key, operation)
    if (operation.kind === 'teardown') shown.delete(operation.key)
  }
  const onResult = (result: OperationResult) => {
    const { operation, data } = result
    const after = operation.kind === 'query' ? (isPassing(result.error) ? LONGEST : retryAfter(result)) : undefined
    const item = operation.kind === 'subscription' && (data as EventsSubscription | undefined)?.events
    if (after !== undefined) failed.add(operation.key)
    else if (!result.stale) failed.delete(operation.key)
    if (after !== undefined) shown.set(operation.key, operation)
    else if (isSteady(operation)) shown.delete(operation.key)
    if (after !== undefined || (item && item.__typename !== 'Position')) void again(after)
  }
  return (operations) => pipe(operations, tap(onOperation), forward, tap(onResult))
}

function isSteady({ query }: Operation) {
  const [definition] = query.definitions
  const [field] = definition?.kind === 'OperationDefinition' ? definition.selectionSet.selections : []
  return field?.kind === 'Field' && STEADY.includes(field.name.value)
}
