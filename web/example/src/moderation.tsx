import { useState } from 'react'
import { useQuery } from 'urql'
import { AppealsDocument, ReportsDocument, ResolveAppealDocument, ResolveReportDocument, type AppealsQuery, type ReportsQuery, type Resolution } from 'doorstep-queries'
import { Menu } from './menu'
import { nameOf, REASONS, RESOLUTIONS } from './names'
import { endOf, shownTime } from './times'
import { useAct, useToast } from './toast'

type Report = NonNullable<ReportsQuery['reports']>['edges'][number]['node']
type Appealed = NonNullable<AppealsQuery['appeals']>['edges'][number]['node']
const WEEK = 7 * 24

/** The queues of a moderator. No event tells of them: they are read when they are opened, and by hand. */
export function Moderation() {
  const [{ data: waiting }, readReports] = useQuery({ query: ReportsDocument, variables: { status: 'OPEN', first: 10 }, requestPolicy: 'cache-and-network' })
  const [{ data: asked }, readAppeals] = useQuery({ query: AppealsDocument, variables: { state: 'OPEN', first: 10 }, requestPolicy: 'cache-and-network' })
  const reports = waiting?.reports?.edges ?? []
  const appeals = asked?.appeals?.edges ?? []
  const again = () => { readReports({ requestPolicy: 'network-only' }); readAppeals({ requestPolicy: 'network-only' }) }
  return (
    <div className="settings">
      <button onClick={again}>Read again</button>
      <section aria-label="Reports">
        <h2>Reports</h2>
        {reports.length === 0 && <p className="quiet">No report waits.</p>}
        {reports.map(({ node }) => <ReportCard key={node.id} report={node} />)}
      </section>
      <section aria-label="Appeals">
        <h2>Appeals</h2>
        {appeals.length === 0 && <p className="quiet">No appeal waits.</p>}
        {appeals.map(({ cursor, node }) => <AppealCard key={node.decision?.id ?? cursor} appeal={node} />)}
      </section>
    </div>
  )
}

function ReportCard({ report }: { report: Report }) {
  const act = useAct()
  const toast = useToast()
  async function resolve(resolution: Resolution) {
    const until = resolution === 'RESTRICT' ? endOf(WEEK) : null
    if (await act(ResolveReportDocument, { input: { reportId: report.id, resolution, until } })) toast({ text: 'Decided.' })
  }
  return (
    <article className="decision" aria-label={`Report of ${report.profile.displayName}`}>
      <p><strong>{report.profile.displayName}</strong> <span className="quiet">@{report.subject.username} · {report.reasons.map((reason) => nameOf(REASONS, reason)).join(', ')} · {shownTime(report.createdAt)}</span></p>
      <ul>
        {report.notes.edges.map(({ cursor, node }) => node.text && <li key={cursor} className="quiet">Note: {node.text}</li>)}
        {report.evidence.edges.map(({ cursor, node }) => <li key={cursor}><q>{node.text}</q> <span className="quiet">{node.sender ? `@${node.sender.username}` : "erased"}</span></li>)}
      </ul>
      <Menu name="Decide" choices={RESOLUTIONS} onChoose={(resolution) => void resolve(resolution)} />
    </article>
  )
}

/** Who decided cannot answer: another moderator does. */
function AppealCard({ appeal: { user, decision, text, appealedAt } }: { appeal: Appealed }) {
  const [answer, setAnswer] = useState('')
  const act = useAct()
  const toast = useToast()
  async function resolve(uphold: boolean) {
    if (decision && (await act(ResolveAppealDocument, { input: { decisionId: decision.id, uphold, answer } }))) toast({ text: 'Answered.' })
  }
  return (
    <article className="decision" aria-label={`Appeal of ${user.displayName}`}>
      <p><strong>{user.displayName}</strong> <span className="quiet">@{user.username} · {decision?.action.toLowerCase()} by {decision?.actor?.username ?? 'someone'} · {shownTime(appealedAt)}</span></p>
      <p><q>{text}</q></p>
      <label className="answer"><span className="quiet">Answer to {user.displayName}</span>
        <textarea rows={2} maxLength={2000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
      </label>
      <div className="row-of">
        <button disabled={!answer.trim()} onClick={() => void resolve(true)}>Keep the decision</button>
        <button disabled={!answer.trim()} onClick={() => void resolve(false)}>Reverse it</button>
      </div>
    </article>
  )
}
