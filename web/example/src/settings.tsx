import { useQuery } from 'urql'
import { BlockedUsersDocument, UnblockDocument, UpdateDmAudienceDocument, UpdateReadReceiptsDocument, ViewerDocument, type DmAudience } from 'doorstep-queries'
import { Account, OwnReports } from './account'
import { Codes } from './codes'
import { AUDIENCES } from './names'
import { Policy } from './policy'
import { shownEnd } from './times'
import { useAct } from './toast'
import { Words } from './words'

export function Settings() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  const act = useAct()
  const viewer = data?.viewer
  if (!viewer) return null
  return (
    <div className="settings">
      <Account />
      <label>Who may write to me first
        <select value={viewer.dmAudience} onChange={(event) => void act(UpdateDmAudienceDocument, { input: { audience: event.target.value as DmAudience } })}>
          {AUDIENCES.map(([audience, name]) => <option key={audience} value={audience}>{name}</option>)}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={viewer.readReceipts} onChange={(event) => void act(UpdateReadReceiptsDocument, { input: { enabled: event.target.checked } })} />
        Show others when I have read, and see it of them
      </label>
      <Policy />
      <Words />
      <Codes />
      <Blocked />
      <OwnReports />
    </div>
  )
}

function Blocked() {
  const [{ data }] = useQuery({ query: BlockedUsersDocument, variables: { first: 100 } })
  const act = useAct()
  const blocked = data?.blockedUsers?.edges ?? []
  return (
    <section aria-label="Blocked">
      <h2>Blocked</h2>
      {blocked.length === 0 && <p className="quiet">You block no one.</p>}
      <ul className="rows">
        {blocked.map(({ node }) => (
          <li key={node.id} className="person">
            <span><strong>{node.displayName}</strong> <span className="quiet">{shownEnd(node.blockedUntil)}</span></span>
            <button onClick={() => void act(UnblockDocument, { input: { userId: node.id } })}>Unblock<span className="heard"> {node.displayName}</span></button>
          </li>
        ))}
      </ul>
    </section>
  )
}
