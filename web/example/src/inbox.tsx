import { useState } from 'react'
import { useClient, useQuery } from 'urql'
import { PAGE } from './api'
import { Compose } from './compose'
import { InboxDocument, MarkThreadsReadDocument, PeopleDocument, UserDocument, type InboxQuery } from 'doorstep-queries'
import { Face } from './face'
import { shownWhen } from './times'
import { useAct } from './toast'
import { Waiting } from './waiting'

type Row = NonNullable<InboxQuery['inbox']>['edges'][number]['node']

/** The viewer's threads, and a search that also finds people to write to. */
export function Inbox({ unread, onOpen }: { unread: number; onOpen: (id: string) => void }) {
  const [search, setSearch] = useState('')
  const [first, setFirst] = useState(PAGE)
  const [to, setTo] = useState<{ id: string; name: string }>()
  const words = search.trim()
  const [{ data, error }] = useQuery({ query: InboxDocument, variables: words ? { first, search: words } : { first } })
  const rows = data?.inbox?.edges ?? []
  return (
    <>
      <label className="search">
        <span className="heard">Search threads and people</span>
        <input type="search" placeholder="Search threads and people" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      {unread > 0 && !words && <ReadAll first={first} />}
      {to && <Compose label={`First message to ${to.name}`} recipientId={to.id} onSent={(id) => { setTo(undefined); setSearch(''); onOpen(id) }} />}
      <ul className="rows" aria-label="Threads">
        {rows.map(({ node }) => <li key={node.id}><ThreadRow thread={node} onOpen={onOpen} /></li>)}
      </ul>
      <Waiting data={data} error={error} />
      {data && rows.length === 0 && <p className="quiet empty">{words ? 'No thread is found.' : 'No threads yet. Search for someone to write to.'}</p>}
      {data?.inbox?.pageInfo.hasNextPage && first < 100 && <button onClick={() => setFirst(first + PAGE)}>Show more</button>}
      {words && <People search={words} onOpen={onOpen} onChoose={(id, name) => setTo({ id, name })} />}
    </>
  )
}

/** As of the page, read once more: an item shows its message before the page has its cursor. Each call reads up to 500 threads. */
function ReadAll({ first }: { first: number }) {
  const client = useClient()
  const act = useAct()
  async function read() {
    const { data } = await client.query(InboxDocument, { first }, { requestPolicy: 'network-only' }).toPromise()
    const upTo = data?.inbox?.eventCursor
    if (!upTo) return
    for (let remaining = 1; remaining > 0;) {
      const done = await act(MarkThreadsReadDocument, { input: { upTo } })
      remaining = done?.markThreadsRead?.__typename === 'MarkThreadsReadSuccess' ? done.markThreadsRead.remaining : 0
    }
  }
  return <button className="quiet aside" onClick={() => void read()}>Mark all as read</button>
}

function ThreadRow({ thread, onOpen }: { thread: Row; onOpen: (id: string) => void }) {
  const last = thread.lastMessage
  return (
    <button className="row" onClick={() => onOpen(thread.id)}>
      <Face name={thread.peer.displayName} />
      <strong>{thread.peer.displayName}{thread.peer.isVerified && ' ✓'}</strong>
      {thread.state === 'PENDING' && <span className="tag">waits</span>}
      {(thread.unreadCount > 0 || thread.isMarkedUnread) && <span className="dot" aria-label={`${thread.unreadCount || "marked"} unread`}>{thread.unreadCount || "•"}</span>}
      {last && <time className="when" dateTime={last.sentAt}>{shownWhen(last.sentAt)}</time>}
      <span className="quiet last">{last ? `${last.isMine ? 'You: ' : ''}${last.text}` : ''}</span>
    </button>
  )
}

interface PeopleProps { search: string; onOpen: (id: string) => void; onChoose: (id: string, name: string) => void }

function People({ search, onOpen, onChoose }: PeopleProps) {
  const [{ data }] = useQuery({ query: PeopleDocument, variables: { search, first: 8 } })
  const [{ data: named }] = useQuery({ query: UserDocument, variables: { username: search } })
  const found = data?.people?.edges.map(({ node }) => node) ?? []
  // Whom the viewer cannot write to can have given a contact code: so an exact name finds everyone.
  const user = named?.user
  const people = user && !found.some(({ id }) => id === user.id) ? [...found, user] : found
  return (
    <>
      <h2>People</h2>
      <ul className="rows" aria-label="People">
        {people.map((node) => (
          <li key={node.id} className="person">
            <span><strong>{node.displayName}</strong> <span className="quiet">@{node.username}</span></span>
            <button onClick={() => (node.threadWithMe ? onOpen(node.threadWithMe.id) : onChoose(node.id, node.displayName))}>
              Message<span className="heard"> {node.displayName}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
