/** The line under a half: what happened, and a way back where there is one. */
import { createContext, useContext, type Dispatch, type SetStateAction } from 'react'
import { useClient } from 'urql'
import type { DocumentNode } from 'graphql'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { UndoDeleteDocument } from 'doorstep-queries'
import { isPassing, pause, retryAfter } from './reader'

const LONGEST_WAIT = 5_000
const UNANSWERED = 'The server does not answer. Try again.'

export interface Toast { text: string; undo?: () => void }
export const ToastContext = createContext<Dispatch<SetStateAction<Toast | undefined>>>(() => {})
export const useToast = () => useContext(ToastContext)

/** Runs a mutation: its success, or nothing after a problem, which is shown. */
export function useAct() {
  const client = useClient()
  const toast = useToast()
  return async <Data extends object, Given extends object>(document: TypedDocumentNode<Data, Given> & DocumentNode, given: NoInfer<Given>) => {
    const run = () => client.mutation(document, given as Given).toPromise()
    let result = await run()
    const wait = retryAfter(result)
    // A mutation that a limit refused did not run.
    if (wait !== undefined && wait <= LONGEST_WAIT) result = await pause(wait).then(run)
    const { data, error } = result
    const payload = Object.values(data ?? {})[0] as { __typename: string; message?: string } | undefined
    if (payload) toast((shown) => (shown?.text === UNANSWERED ? undefined : shown))
    if (payload?.__typename.endsWith('Success')) return data!
    toast({ text: payload?.message ?? (isPassing(error) ? UNANSWERED : (error?.graphQLErrors[0]?.message ?? 'It did not work.')) })
  }
}

/** Says what was deleted, with the way back. */
export function useUndo() {
  const act = useAct()
  const toast = useToast()
  async function undo(ids: string[]) {
    const done = await Promise.all(ids.map((id) => act(UndoDeleteDocument, { input: { id } })))
    if (done.every(Boolean)) toast({ text: 'Brought back.' })
  }
  return (text: string, ids: (string | null | undefined)[]) => {
    const given = ids.filter((id): id is string => !!id)
    toast({ text, undo: given.length ? () => void undo(given) : undefined })
  }
}
