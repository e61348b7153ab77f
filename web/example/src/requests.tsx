import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { PAGE } from './api'
import { AcceptRequestsDocument, DeleteRequestsDocument, MarkRequestsSeenDocument, RequestsDocument, type RequestFilter, type RequestFolder, type RequestsQuery } from './gql/graphql'
import { useAct, useToast, useUndo } from './toast'

type Row = NonNullable<RequestsQuery['requests']>['edges'][number]['node']

/** What waits for the viewer's yes. Many can be swept at once, as of the page on the screen. */
export function Requests({ folder, onOpen }: { folder: RequestFolder; onOpen: (threadId: string) => void }) {
  const [first, setFirst] = useState(PAGE)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [{ data }] = useQuery({ query: RequestsDocument, variables: { folder, first } })
  const act = useAct()
  const page = data?.requests
  const upTo = page?.eventCursor
  // Who looks at the folder has seen what is in it: the red dot goes out on all their devices, and no sender learns of it.
  useEffect(() => { if (upTo && folder === 'REQUESTS') void act(MarkRequestsSeenDocument, { input: { upTo } }) }, [upTo, folder])
  if (!page) return null
  const rows = page.edges.map(({ node }) => node)
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const ids = rows.map(({ id }) => id).filter((id) => chosen.has(id))
  const all = () => setChosen(ids.length === rows.length ? new Set() : new Set(rows.map(({ id }) => id)))
  return (
    <>
      {rows.length > 0 && (
        <div className="sweep" role="group" aria-label="Many at once">
          <label><input type="checkbox" checked={ids.length === rows.length} onChange={all} /> All</label>
          <Sweep ids={ids} asOf={page.eventCursor} folder={folder} />
        </div>
      )}
      <ul className="rows" aria-label={folder === 'HIDDEN' ? 'Hidden requests' : 'Requests'}>
        {rows.map((row) => (
          <li key={row.id} className="request">
            <input type="checkbox" aria-label={`Choose ${row.sender.displayName}`} checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
            <RequestRow request={row} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p className="quiet empty">Nothing waits here.</p>}
      {page.pageInfo.hasNextPage && first < 100 && <button onClick={() => setFirst(first + PAGE)}>Show more</button>}
    </>
  )
}

interface SweepProps { ids: string[]; asOf: string; folder: RequestFolder }

/** Each call takes up to 500, and says how many remain. What came after the page on the screen is left alone. */
function Sweep({ ids, asOf, folder }: SweepProps) {
  const act = useAct()
  const toast = useToast()
  const sayDeleted = useUndo()
  async function accept() {
    const done = await act(AcceptRequestsDocument, { input: { asOf, requests: { ids } } })
    if (done?.acceptRequests?.__typename === 'AcceptRequestsSuccess') toast({ text: `${done.acceptRequests.count} accepted.` })
  }
  async function remove(which: { ids: string[] } | { filter: RequestFilter }) {
    const undoIds: (string | null | undefined)[] = []
    for (let count = 0, remaining = 1; remaining > 0;) {
      const done = await act(DeleteRequestsDocument, { input: { asOf, requests: which } })
      if (done?.deleteRequests?.__typename !== 'DeleteRequestsSuccess') return
      const { undoId } = done.deleteRequests
      undoIds.push(undoId)
      count += done.deleteRequests.count
      remaining = done.deleteRequests.remaining
      sayDeleted(`${count} deleted.`, undoIds)
    }
  }
  return (
    <>
      <button disabled={ids.length === 0} onClick={() => void accept()}>Accept {ids.length || ''}</button>
      <button disabled={ids.length === 0} onClick={() => void remove({ ids })}>Delete {ids.length || ''}</button>
      <button onClick={() => void remove({ filter: { folder, notFollowedByMe: true } })}>Delete all I don’t follow</button>
    </>
  )
}

function RequestRow({ request, onOpen }: { request: Row; onOpen: (threadId: string) => void }) {
  const { firstContact: facts, sender } = request
  const known = [facts.mutualFollows > 0 && `${facts.mutualFollows} in common`, facts.followsMe && 'follows you', facts.accountAgeMonths === 0 && 'new account'].filter(Boolean)
  return (
    <button className="row" onClick={() => onOpen(request.thread.id)}>
      <strong>{sender.displayName}{sender.isVerified && ' ✓'}</strong>
      {known.length > 0 && <span className="tag">{known.join(' · ')}</span>}
      <span className="quiet last">{request.pendingMessages.at(0)?.text}</span>
      {request.hiddenReasons.length > 0 && <span className="quiet">Hidden: {request.hiddenReasons.join(', ').toLowerCase().replaceAll('_', ' ')}</span>}
    </button>
  )
}
