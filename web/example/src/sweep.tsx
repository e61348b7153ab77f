import { useQuery } from 'urql'
import { AcceptRequestsDocument, DeleteRequestsDocument, RequestCountDocument, type RequestFilter, type RequestSelection } from 'doorstep-queries'
import { useAct, useToast, useUndo } from './toast'

interface Props { ids: string[]; asOf: string; filter: RequestFilter; onDone: () => void }

/** Those chosen, or else all that the filter matches: as many as was counted. What came after the page on the screen is left alone. */
export function Sweep({ ids, asOf, filter, onDone }: Props) {
  const [{ data }] = useQuery({ query: RequestCountDocument, variables: { filter, asOf }, pause: ids.length > 0 })
  const act = useAct()
  const toast = useToast()
  const sayDeleted = useUndo()
  const count = ids.length || data?.requestCount
  const requests: RequestSelection = ids.length ? { ids } : { filter }
  async function accept() {
    for (let count = 0, remaining = 1; remaining > 0;) {
      const done = await act(AcceptRequestsDocument, { input: { asOf, requests } })
      if (done?.acceptRequests?.__typename !== 'AcceptRequestsSuccess') return
      ;({ remaining } = done.acceptRequests)
      onDone()
      toast({ text: `${(count += done.acceptRequests.count)} accepted.` })
    }
  }
  /** Each call takes up to 500, and says how many remain. */
  async function remove() {
    const undoIds: (string | null | undefined)[] = []
    for (let count = 0, remaining = 1; remaining > 0;) {
      const done = await act(DeleteRequestsDocument, { input: { asOf, requests } })
      if (done?.deleteRequests?.__typename !== 'DeleteRequestsSuccess') return
      ;({ remaining } = done.deleteRequests)
      onDone()
      undoIds.push(done.deleteRequests.undoId)
      sayDeleted(`${(count += done.deleteRequests.count)} deleted.`, undoIds)
    }
  }
  const which = ids.length ? `${ids.length} chosen` : `all ${count ?? ''}`
  return (
    <>
      <button disabled={!count} onClick={() => void accept()}>Accept {which}</button>
      <button disabled={!count} onClick={() => void remove()}>Delete {which}</button>
    </>
  )
}
