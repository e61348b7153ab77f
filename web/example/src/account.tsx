import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useQuery } from 'urql'
import { AppealRestrictionDocument, OwnReportsDocument, ViewerDocument, type ViewerQuery } from 'doorstep-queries'
import { nameOf, REASONS } from './names'
import { shownEnd, shownTime } from './times'
import { useAct, useToast } from './toast'

type Standing = NonNullable<ViewerQuery['viewer']>['standing']
type Judged = Standing['warnings'][number]
const ANSWERS = { OPEN: 'Your appeal is waiting for an answer.', UPHELD: 'The decision was kept.', REVERSED: 'The decision was reversed.' }

/** Says, wherever the viewer is, that an appeal is answered. */
export function useAnswers(appeals: Standing['appeals'] = []) {
  const toast = useToast()
  const open = useRef<string[]>([])
  useEffect(() => {
    const isAnswered = appeals.some(({ decisionId, state }) => state !== 'OPEN' && open.current.includes(decisionId))
    if (isAnswered) toast({ text: 'The moderators answered your appeal: see Settings.' })
    open.current = appeals.filter(({ state }) => state === 'OPEN').map(({ decisionId }) => decisionId)
  }, [appeals, toast])
}

/** What the viewer may send now, and what moderators decided, each with its appeal. */
export function Account() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  const standing = data?.viewer?.standing
  if (!standing) return null
  const { restriction, warnings, appeals } = standing
  const shown = [restriction, ...warnings].map((decision) => decision?.decisionId)
  return (
    <section aria-label="My account">
      <h2>My account</h2>
      <p className="quiet">{standing.canSend ? `You can write to ${standing.newPairsLeftToday} new people today.` : standing.obstacles.map(({ message }) => message).join(' ')}</p>
      {restriction && <Decision title={`Restricted${shownEnd(restriction.until)}`} decision={restriction} />}
      {warnings.map((warning) => <Decision key={warning.decisionId ?? warning.at} title="Warned" decision={warning} />)}
      {appeals.filter(({ decisionId }) => !shown.includes(decisionId)).map((appeal) => (
        <div key={appeal.decisionId} className="decision">
          <p>You appealed an earlier decision on {shownTime(appeal.appealedAt)}.</p>
          <Answer appeal={appeal} />
        </div>
      ))}
    </section>
  )
}

function Decision({ title, decision: { reason, at, appeal, decisionId } }: { title: string; decision: Judged }) {
  return (
    <div className="decision">
      <p><strong>{title}</strong> for {nameOf(REASONS, reason).toLowerCase()}, on {shownTime(at)}.</p>
      {appeal && <Answer appeal={appeal} />}
      {!appeal && decisionId && <Appeal decisionId={decisionId} />}
    </div>
  )
}

function Answer({ appeal: { state, answer } }: { appeal: Pick<Standing['appeals'][number], 'state' | 'answer'> }) {
  return <p role="status">{ANSWERS[state]}{answer && <> The moderators write: <q>{answer}</q></>}</p>
}

function Appeal({ decisionId }: { decisionId: string }) {
  const [text, setText] = useState('')
  const act = useAct()
  const toast = useToast()
  async function send(event: FormEvent) {
    event.preventDefault()
    if (await act(AppealRestrictionDocument, { input: { decisionId, text } })) toast({ text: 'Another moderator will look at it.' })
  }
  return (
    <form className="compose" onSubmit={(event) => void send(event)}>
      <label><span className="quiet">Why is this decision wrong?</span>
        <textarea rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <button disabled={!text.trim()}>Appeal</button>
    </form>
  )
}

/** Whether a report is handled; never what was done. */
export function OwnReports() {
  const [{ data }] = useQuery({ query: OwnReportsDocument, variables: { first: 20 } })
  const reports = data?.viewer?.reports?.edges ?? []
  return (
    <section aria-label="My reports">
      <h2>My reports</h2>
      {reports.length === 0 && <p className="quiet">You have reported nothing.</p>}
      <ul className="rows">
        {reports.map(({ cursor, node: { profile, reasons, text, state, reportedAt, handledAt } }) => (
          <li key={cursor} className="person">
            <span>
              <strong>{profile?.displayName ?? 'Someone'}</strong> <span className="quiet">{reasons.map((reason) => nameOf(REASONS, reason)).join(', ')} · {shownTime(reportedAt)}</span>
              {text && <span className="quiet last">{text}</span>}
            </span>
            <span className="tag">{state === 'HANDLED' ? `Handled${handledAt ? ` on ${shownTime(handledAt)}` : ''}` : 'Waiting'}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
