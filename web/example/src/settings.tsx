import { useQuery } from 'urql'
import { UpdateDmAudienceDocument, UpdateReadReceiptsDocument, ViewerDocument, type DmAudience } from './gql/graphql'
import { useAct } from './toast'

const AUDIENCES: [DmAudience, string][] = [['EVERYONE', 'Everyone'], ['PEOPLE_I_FOLLOW', 'People I follow'], ['FRIENDS', 'Friends'], ['NO_ONE', 'No one']]

export function Settings() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  const act = useAct()
  const viewer = data?.viewer
  if (!viewer) return null
  return (
    <form className="settings">
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
    </form>
  )
}
