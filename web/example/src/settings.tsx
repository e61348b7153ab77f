import { useQuery } from 'urql'
import { BlockedUsersDocument, UnblockDocument, UpdateDmAudienceDocument, UpdateReadReceiptsDocument, ViewerDocument, type DmAudience } from './gql/graphql'
import { useAct } from './toast'

const AUDIENCES: [DmAudience, string][] = [['EVERYONE', 'Everyone'], ['PEOPLE_I_FOLLOW', 'People I follow'], ['FRIENDS', 'Friends'], ['NO_ONE', 'No one']]

export function Settings() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  const act = useAct()
  const viewer = data?.viewer
  if (!viewer) return null
  return (
    <div className="settings">
      <label>Who may write to me first
        <select value={viewer.dmAudience} onChange={(event) => void act(UpdateDmAudienceDocument, { input: { audience: event.target.value as DmAudience } })}>
          {AUDIENCES.map(([audience, name]) => <option key={audience} value={audience}>{name}</option>)}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={viewer.readReceipts} onChange={(event) => void act(UpdateReadReceiptsDocument, { input: { enabled: event.target.checked } })} />
        Show others when I have read, and see it of them
      </label>
      <p className="quiet">{viewer.standing.canSend ? `${viewer.standing.newPairsLeftToday} new people today` : viewer.standing.obstacles.map(({ message }) => message).join(' ')}</p>
      <Blocked />
    </div>
  )
}

function Blocked() {
  const [{ data }] = useQuery({ query: BlockedUsersDocument, variables: { first: 100 } })
  const act = useAct()
  const blocked = data?.blockedUsers?.edges ?? []
  return (
    <section aria-label="Blocked">
      <h3>Blocked</h3>
      {blocked.length === 0 && <p className="quiet">You block no one.</p>}
      <ul className="rows">
        {blocked.map(({ node }) => (
          <li key={node.id} className="person">
            <strong>{node.displayName}</strong>
            <button onClick={() => void act(UnblockDocument, { input: { userId: node.id } })}>Unblock<span className="heard"> {node.displayName}</span></button>
          </li>
        ))}
      </ul>
    </section>
  )
}
