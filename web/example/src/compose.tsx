import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useQuery } from 'urql'
import { DraftHintsDocument, SendMessageDocument, SendRequestDocument } from 'doorstep-queries'
import { useAct } from './toast'

const HINTS: Record<string, string> = {
  TOO_LONG: 'Keep it short: three sentences.',
  BARE_GREETING: 'Say why you write.',
  ONE_WORD: 'Write more than a word.',
  NO_QUESTION: 'A question makes it easy to answer.',
  ALL_CAPITALS: 'Capitals read as shouting.',
  LINK: 'A link hides your request.',
  CONTACT_DETAILS: 'Contact details hide your request.',
  REPEATED: 'You have sent this before.',
}

interface Props { label: string; threadId?: string; recipientId?: string; left?: number | null; isRequest?: boolean; onSent?: (threadId: string) => void }

/** A text on its way. Its key is kept until it is sent, so that a second try sends it once. */
export function Compose({ label, threadId, recipientId, left, isRequest = !!recipientId, onSent }: Props) {
  const [text, setText] = useState('')
  const [code, setCode] = useState('')
  const [isSending, setSending] = useState(false)
  const clientKey = useRef(crypto.randomUUID())
  const field = useRef<HTMLTextAreaElement>(null)
  const act = useAct()
  useEffect(() => { if (recipientId) field.current?.focus() }, [recipientId])

  async function send(event?: FormEvent) {
    event?.preventDefault()
    if (!text.trim() || isSending) return
    setSending(true)
    const id = await (recipientId ? request(recipientId) : message(threadId!))
    setSending(false)
    if (id) { setText(''); clientKey.current = crypto.randomUUID(); onSent?.(id) }
    // A user who has gone on to something else stays there.
    if (document.activeElement === document.body || field.current?.form?.contains(document.activeElement)) field.current?.focus()
  }
  async function request(to: string) {
    const done = await act(SendRequestDocument, { input: { recipientId: to, text, code: code.trim() || null, clientKey: clientKey.current } })
    return done?.sendRequest?.__typename === 'SendRequestSuccess' ? done.sendRequest.thread.id : undefined
  }
  async function message(to: string) {
    const done = await act(SendMessageDocument, { input: { threadId: to, text, clientKey: clientKey.current } })
    return done?.sendMessage?.__typename === 'SendMessageSuccess' ? done.sendMessage.thread.id : undefined
  }

  return (
    <form className="compose" onSubmit={send}>
      {isRequest && <Hints text={text} />}
      <label>
        <span className={recipientId ? 'quiet' : 'heard'}>{label}</span>
        <textarea ref={field} rows={2} value={text} maxLength={2000} placeholder={label}
          onChange={(event) => { setText(event.target.value); clientKey.current = crypto.randomUUID() }}
          onKeyDown={(event) => { if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) { event.preventDefault(); void send() } }} />
      </label>
      {recipientId && (
        <label className="code"><span className="heard">Contact code, if you have one</span>
          <input placeholder="Contact code, if you have one" value={code} onChange={(event) => { setCode(event.target.value); clientKey.current = crypto.randomUUID() }} />
        </label>
      )}
      <button className="main" disabled={!text.trim() || isSending}>Send</button>
      {left != null && <span className="quiet">{left === 1 ? '1 message' : `${left} messages`} left until they accept</span>}
    </form>
  )
}

function Hints({ text }: { text: string }) {
  const [asked, setAsked] = useState('')
  useEffect(() => { const timer = setTimeout(() => setAsked(text.trim()), 300); return () => clearTimeout(timer) }, [text])
  const [{ data }] = useQuery({ query: DraftHintsDocument, variables: { text: asked }, pause: !asked })
  return <ul className="hints" aria-label="Hints" aria-live="polite">{asked && data?.draftHints?.map((hint) => <li key={hint}>{HINTS[hint] ?? hint}</li>)}</ul>
}
