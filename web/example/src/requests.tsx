import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { MarkRequestsSeenDocument, RequestsDocument, type RequestFolder, type RequestsQuery } from 'doorstep-queries'
import { PAGE } from './api'
import { Filter, isFiltered, type Choice } from './filter'
import { HIDDEN_REASONS, nameOf } from './names'
import { Face } from './face'
import { Quiet } from './quiet'
import { Sweep } from './sweep'
import { shownTime, shownWhen } from './times'
import { useAct } from './toast'
import { Waiting } from './waiting'

type Row = NonNullable<RequestsQuery['requests']>['edges'][number]['node']
interface Props { folder: RequestFolder; unseen: number; onOpen: (threadId: string) => void }

/** What waits for the viewer's yes. Many can be swept at once, as of the page on the screen. */
export function Requests({ folder, unseen, onOpen }: Props) {
  const [first, setFirst] = useState(PAGE)
  const [choice, setChoice] = useState<Choice>({ filter: { folder }, orderBy: 'NEWEST' })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [{ data, error }] = useQuery({ query: RequestsDocument, variables: { folder, first, ...choice } })
  const page = data?.requests
  useSeen(page?.eventCursor, folder === 'REQUESTS' && !isFiltered(choice) ? unseen : 0)
  const rows = page?.edges.map(({ node }) => node) ?? []
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  // A search costs more than a page: docs/limits.md.
  const most = isFiltered(choice) || choice.orderBy === 'MUTUAL_FOLLOWS' ? 2 * PAGE : 100
  const choose = (next: Choice) => { setChoice(next); setFirst(PAGE) }
  const ids = rows.map(({ id }) => id).filter((id) => chosen.has(id))
  const all = () => setChosen(ids.length === rows.length ? new Set() : new Set(rows.map(({ id }) => id)))
  return (
    <>
      <Quiet />
      <Filter folder={folder} choice={choice} onChoose={choose} />
      {page && rows.length > 0 && (
        <div className="sweep" role="group" aria-label="Many at once">
          <label><input type="checkbox" checked={ids.length === rows.length} onChange={all} /> All on this page</label>
          <Sweep ids={ids} asOf={page.eventCursor} filter={choice.filter} onDone={() => setChosen(new Set())} />
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
      {page && rows.length === 0 && <p className="quiet empty">{isFiltered(choice) ? 'No request is found.' : 'Nothing waits here.'}</p>}
      <Waiting data={data} error={error} />
      {page?.pageInfo.hasNextPage && first < most && <button onClick={() => setFirst(first + PAGE)}>Show more</button>}
    </>
  )
}

/** Who looks at the folder has seen what is in it: the red dot goes out on all their devices, and no sender learns of it. */
function useSeen(upTo: string | undefined, unseen: number) {
  const act = useAct()
  useEffect(() => {
    if (!upTo || !unseen) return
    const timer = setTimeout(() => void act(MarkRequestsSeenDocument, { input: { upTo } }), 500)
    return () => clearTimeout(timer)
  }, [upTo, unseen > 0])
}

function RequestRow({ request, onOpen }: { request: Row; onOpen: (threadId: string) => void }) {
  const { firstContact: facts, sender } = request
  const known = [facts.mutualFollows > 0 && `${facts.mutualFollows} in common`, facts.followsMe && 'follows you', facts.accountAgeMonths === 0 && 'new account'].filter(Boolean)
  return (
    <button className="row" onClick={() => onOpen(request.thread.id)}>
      <Face name={sender.displayName} />
      <strong>{sender.displayName}{sender.isVerified && ' ✓'}</strong>
      {known.length > 0 && <span className="tag">{known.join(' · ')}</span>}
      <time className="when" dateTime={request.receivedAt}>{shownWhen(request.receivedAt)}</time>
      <span className="quiet last">{request.pendingMessages.at(0)?.text}</span>
      {facts.similarTo && (
        <span className="warning last">
          ⚠ Looks like {facts.similarTo.displayName} (@{facts.similarTo.username}), but is @{sender.username}
          {facts.nameChangedAt && `, renamed on ${shownTime(facts.nameChangedAt)}`}
        </span>
      )}
      {request.hiddenReasons.length > 0 && <span className="quiet">Hidden for {request.hiddenReasons.map((reason) => nameOf(HIDDEN_REASONS, reason)).join(', ')}</span>}
    </button>
  )
}
