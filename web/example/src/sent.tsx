import { useState } from 'react'
import { useQuery } from 'urql'
import { PAGE } from './api'
import { Face } from './face'
import { shownTime } from './times'
import { Waiting } from './waiting'
import { SentRequestsDocument } from 'doorstep-queries'

/** Own requests that still wait. Nothing here tells what their recipients did. */
export function Sent({ onOpen }: { onOpen: (threadId: string) => void }) {
  const [first, setFirst] = useState(PAGE)
  const [{ data, error }] = useQuery({ query: SentRequestsDocument, variables: { first } })
  const page = data?.sentRequests
  if (!page) return <Waiting data={data} error={error} />
  return (
    <>
      <ul className="rows" aria-label="Sent requests">
        {page.edges.map(({ node }) => (
          <li key={node.id}>
            <button className="row" onClick={() => onOpen(node.thread.id)}>
              <Face name={node.recipient.displayName} />
              <strong>{node.recipient.displayName}</strong>
              <span className="tag">{node.messagesLeft === 1 ? '1 message' : `${node.messagesLeft} messages`} left</span>
              <time className="quiet last" dateTime={node.sentAt}>Sent {shownTime(node.sentAt)}</time>
            </button>
          </li>
        ))}
      </ul>
      {page.edges.length === 0 && <p className="quiet empty">No request of yours waits.</p>}
      {page.pageInfo.hasNextPage && first < 100 && <button onClick={() => setFirst(first + PAGE)}>Show more</button>}
    </>
  )
}
