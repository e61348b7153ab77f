import { useEffect, useRef, useState } from 'react'
import { Provider, useQuery } from 'urql'
import { lasting, open, type Live, type Person, type Session } from './api'
import { useAnswers } from './account'
import { useKeptFocus } from './focus'
import { AppealsDocument, ViewerDocument } from 'doorstep-queries'
import { Inbox } from './inbox'
import { Moderation } from './moderation'
import { Requests } from './requests'
import { Sent } from './sent'
import { Settings } from './settings'
import { Thread } from './thread'
import { ToastContext, useToast, type Toast } from './toast'

interface Props { side: string; people: Person[]; first: string; isShown: boolean }

/** One of the two people: who it is, whether the events flow, and the folders. */
export function Half({ side, people, first, isShown }: Props) {
  const [username, setUsername] = useState(first)
  const [live, setLive] = useState<Live>('connecting')
  const [session, setSession] = useState<Session>()
  const [toast, setToast] = useState<Toast>()
  const [news, setNews] = useState('')
  useEffect(() => {
    let mine: Session | undefined
    let isGone = false
    setSession(undefined)
    setToast(undefined)
    setNews('')
    setLive('connecting')
    const told = { onLive: (now: Live) => { if (!isGone) setLive(now) }, onNews: setNews }
    void lasting(() => (isGone ? undefined : open(username, told)), () => told.onLive('away')).then((made) => {
      if (isGone) made?.close()
      else setSession((mine = made))
    })
    return () => { isGone = true; mine?.close() }
  }, [username])
  const half = useRef<HTMLElement>(null)
  useKeptFocus(half)
  return (
    <section className="half" ref={half} aria-label={`${side} person`} data-shown={isShown}>
      <header>
        <label>
          <span className="quiet">{side}</span>
          <select value={username} onChange={(event) => setUsername(event.target.value)}>
            {people.map((person) => <option key={person.username} value={person.username}>{person.displayName}</option>)}
          </select>
        </label>
        <span className="live" data-live={live} role="status">{{ connecting: 'Connecting', live: 'Live', away: 'Reconnecting' }[live]}</span>
        <p className="quiet note">{people.find((person) => person.username === username)?.note}</p>
      </header>
      <ToastContext value={setToast}>
        {session && <Provider value={session.client} key={username}><Folders /></Provider>}
      </ToastContext>
      <p className="toast" role="status" hidden={!toast}>
        {toast?.text} {toast?.undo && <button onClick={() => { toast.undo?.(); setToast(undefined) }}>Undo</button>}
        {toast && <button aria-label="Dismiss" onClick={() => setToast(undefined)}>×</button>}
      </p>
      <p className="heard" aria-live="polite">{news}</p>
    </section>
  )
}

const FOLDERS = ['Inbox', 'Requests', 'Hidden', 'Sent', 'Settings', 'Moderation'] as const
type Folder = (typeof FOLDERS)[number]

function Folders() {
  const [folder, setFolder] = useState<Folder>('Inbox')
  const [threadId, setThreadId] = useState<string>()
  const [{ data }] = useQuery({ query: ViewerDocument })
  const [{ data: queue }] = useQuery({ query: AppealsDocument, variables: { state: 'OPEN', first: 10 } })
  const top = useRef<HTMLElement>(null)
  const badge = data?.viewer?.badge
  const counts: Partial<Record<Folder, number>> = { Inbox: badge?.unreadThreads, Requests: badge?.unseenRequests }
  const standing = data?.viewer?.standing
  useAnswers(standing?.appeals)
  const toast = useToast()
  const go = (to: Folder) => {
    setFolder(to)
    setThreadId(undefined)
    toast((shown) => (shown?.undo ? shown : undefined))
  }
  const back = () => { setThreadId(undefined); top.current?.focus() }
  return (
    <>
      <nav aria-label="Folders" ref={top} tabIndex={-1} data-fallback>
        {FOLDERS.filter((name) => name !== 'Moderation' || queue?.appeals).map((name) => (
          <button key={name} aria-current={folder === name ? 'page' : undefined} onClick={() => go(name)}>
            {name} {counts[name] ? <span className="dot" aria-label={`${counts[name]} waiting`}>{counts[name]}</span> : null}
          </button>
        ))}
      </nav>
      {standing?.obstacles.some(({ code }) => code === 'MESSAGING_RESTRICTED') && folder !== 'Settings' && (
        <p className="notice row-of" role="status"><span>A moderator restricted this account.</span><button onClick={() => go('Settings')}>Read why</button></p>
      )}
      <div className="body">
        {threadId ? <Thread id={threadId} onBack={back} />
          : folder === 'Inbox' ? <Inbox unread={badge?.unreadThreads ?? 0} onOpen={setThreadId} />
          : folder === 'Sent' ? <Sent onOpen={setThreadId} />
          : folder === 'Settings' ? <Settings />
          : folder === 'Moderation' ? <Moderation />
          : <Requests key={folder} unseen={badge?.unseenRequests ?? 0} folder={folder === 'Hidden' ? 'HIDDEN' : 'REQUESTS'} onOpen={setThreadId} />}
      </div>
    </>
  )
}
