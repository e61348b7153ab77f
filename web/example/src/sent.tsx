import { useState } from 'react'
import { useQuery } from 'urql'
import { PAGE } from './api'
import { SentRequestsDocument } from 'doorstep-queries'

/** Own requests that still wait. Nothing here tells what their recipients did. */
export function Sent({ onOpen }: { onOpen: (threadId: string) => void }) {
  const [first, setFirst] = useState(PAGE)
  const [{ data }] = useQuery({ query: SentRequestsDocument, variables: { first } })
  const page = data?.sentRequests
  if (!page) return null
  return (
    <>
      <ul className="rows" aria-label="Sent requests">
        {page.edges.map(({ node }) => (
          <li key={node.id}>
            <button className="row" onClick={() => onOpen(node.thread.id)}>
              <strong>{node.recipient.displayName}</strong>
              <span className="tag">{node.messagesLeft === 1 ? '1 message' : `${node.messagesLeft} messages`} left</span>
              <time className="quiet last" dateTime={node.sentAt}>Sent {new Date(node.sentAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}</time>
            </button>
          </li>
        ))}
      </ul>
      {page.edges.length === 0 && <p className="quiet empty">No request of yours waits.</p>}
      {page.pageInfo.hasNextPage && first < 100 && <button onClick={() => setFirst(first + PAGE)}>Show more</button>}
    </>
  )
}
