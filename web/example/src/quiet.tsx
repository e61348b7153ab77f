import { useQuery } from 'urql'
import { PauseRequestsDocument, ViewerDocument } from 'doorstep-queries'
import { Menu } from './menu'
import { endOf, shownTime, type Hours } from './times'
import { useAct } from './toast'

const LENGTHS = [[1, 'For an hour'], [8, 'For 8 hours'], [24, 'For a day'], [7 * 24, 'For a week']] as const satisfies [Hours, string][]

/** Quiet time: the suggestion, the pause, and how many came in the last one. */
export function Quiet() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  const act = useAct()
  if (!data?.viewer) return null
  const { requestPause: pause, badge } = data.viewer
  const end = (hours: Hours) => void act(PauseRequestsDocument, { input: { until: endOf(hours) } })
  const menu = <Menu name="Pause requests" choices={LENGTHS} onChoose={end} />
  if (pause?.isOn) {
    return (
      <p className="notice row-of" role="status">
        <span>Quiet until {shownTime(pause.until)}: new requests go to Hidden.</span>
        <button onClick={() => end(null)}>End quiet time</button>
      </p>
    )
  }
  if (badge.suggestsPause) return <div className="notice row-of" role="status"><span>Many requests came within an hour.</span>{menu}</div>
  return (
    <div className="row-of">
      {menu}
      {pause?.requestsHidden != null && <span className="quiet">{cameQuietly(pause.requestsHidden)}</span>}
    </div>
  )
}

const cameQuietly = (count: number) => `In the last quiet time ${count === 1 ? '1 request' : `${count} requests`} came.`
