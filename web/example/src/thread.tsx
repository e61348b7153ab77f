import { useEffect, useRef, useState } from 'react'
import { useQuery } from 'urql'
import { PAGE } from './api'
import { Compose } from './compose'
import { AcceptDocument, BlockDocument, DeleteDocument, MarkReadDocument, MarkUnreadDocument, MuteDocument, ReportDocument, ThreadDocument, type ReportReason, type ThreadQuery } from 'doorstep-queries'
import { Menu } from './menu'
import { REASONS } from './names'
import { endOf, FOR_A_TIME, shownEnd, shownMoment, type Hours } from './times'
import { useAct, useToast, useUndo } from './toast'
import { Waiting } from './waiting'

const HOW_LONG: [Hours, string][] = [[null, 'For good'], ...FOR_A_TIME]
type Shown = NonNullable<ThreadQuery['thread']>

export function Thread({ id, onBack }: { id: string; onBack: () => void }) {
  const [first, setFirst] = useState(PAGE)
  const [{ data, error }] = useQuery({ query: ThreadDocument, variables: { id, first } })
  const title = useRef<HTMLHeadingElement>(null)
  const thread = data?.thread
  useEffect(() => title.current?.focus(), [thread?.id])
  useReading(thread)
  if (!data) return <Waiting data={data} error={error} />
  if (!thread) return <p className="empty">This thread is gone. <button onClick={onBack}>Back</button></p>
  const { messages, peer } = thread
  return (
    <article className="thread" aria-label={`Thread with ${peer.displayName}`}>
      <header>
        <button onClick={onBack}>‹ Back</button>
        <h2 ref={title} tabIndex={-1}>{peer.displayName}</h2>
        <Acts thread={thread} onGone={onBack} />
      </header>
      {thread.pendingNotice && <p className="notice">{thread.pendingNotice}</p>}
      <ol className="messages" aria-label="Messages" tabIndex={0}>
        {messages.edges.map(({ node }) => (
          <li key={node.id} className={node.isMine ? 'mine' : 'theirs'}>
            <p>{node.text}</p>
            <small><time dateTime={node.sentAt}>{shownMoment(node.sentAt)}</time>{node.isMine && node.receipt && ` · ${node.receipt === 'SEEN' ? 'Seen' : 'Sent'}`}</small>
          </li>
        ))}
        {messages.pageInfo.hasNextPage && first < 100 && <li><button onClick={() => setFirst(first + PAGE)}>Older messages</button></li>}
      </ol>
      {thread.isMuted && <p className="quiet">Muted{shownEnd(thread.mutedUntil)}: its messages ring no bell.</p>}
      {thread.request && <p className="quiet">An answer accepts the request.</p>}
      <Compose label={`Message to ${peer.displayName}`} threadId={thread.id} left={thread.messagesLeftBeforeAccept} isRequest={!!thread.sentRequest} />
    </article>
  )
}

/** The newest message on the screen is read. A request is not: its sender learns nothing. */
function useReading(thread: Shown | null | undefined) {
  const act = useAct()
  const newest = thread?.messages.edges[0]?.node.id
  const isNew = thread?.state === 'OPEN' && (thread.unreadCount > 0 || thread.isMarkedUnread)
  useEffect(() => {
    if (isNew && newest) void act(MarkReadDocument, { input: { threadId: thread.id, upTo: newest } })
  }, [newest, isNew])
}

function Acts({ thread, onGone }: { thread: Shown; onGone: () => void }) {
  const act = useAct()
  const toast = useToast()
  const sayDeleted = useUndo()
  const { request, peer } = thread
  async function remove(never: boolean) {
    const done = await act(DeleteDocument, { input: { id: request?.id ?? thread.id, never } })
    if (done?.delete?.__typename !== 'DeleteSuccess') return
    onGone()
    sayDeleted(never ? `${peer.displayName} never reaches you again.` : 'Deleted for you only.', [done.delete.deletedId])
  }
  async function block(hours: Hours) {
    const until = endOf(hours)
    if (!(await act(BlockDocument, { input: { userId: peer.id, until } }))) return
    onGone()
    toast({ text: `${peer.displayName} is blocked${shownEnd(until)}, and sees no change.` })
  }
  async function keepUnread() {
    onGone()
    await act(MarkUnreadDocument, { input: { threadId: thread.id } })
  }
  const mute = (muted: boolean, hours: Hours = null) => void act(MuteDocument, { input: { threadId: thread.id, muted, until: endOf(hours) } })
  async function report(reason: ReportReason) {
    if (await act(ReportDocument, { input: { subjectId: thread.id, reason } })) toast({ text: 'Reported. Settings show when it is handled.' })
  }
  return (
    <div className="acts">
      {request && <button className="main" onClick={() => void act(AcceptDocument, { input: { requestId: request.id } })}>Accept</button>}
      {thread.state === 'OPEN' && <button onClick={() => void keepUnread()}>Unread</button>}
      <button onClick={() => void remove(false)}>Delete</button>
      {request && <button onClick={() => void remove(true)}>Never</button>}
      {thread.isMuted ? <button onClick={() => mute(false)}>Unmute</button> : thread.state === 'OPEN' && <Menu name="Mute" choices={HOW_LONG} onChoose={(hours) => mute(true, hours)} />}
      <Menu name="Block" choices={HOW_LONG} onChoose={(hours) => void block(hours)} />
      <Menu name="Report" choices={REASONS} onChoose={(reason) => void report(reason)} />
    </div>
  )
}
