import { useQuery } from 'urql'
import { PauseRequestsDocument, ViewerDocument } from 'doorstep-queries'
import { Menu } from './menu'
import { endOf, shownTime, type Hours } from './times'
import { useAct } from './toast'

const LENGTHS = [[1, 'For an hour'], [8, 'For 8 hours'], [24, 'For a day'], [7 * 24, 'For a week']] as const satisfies [Hours, string][]

/** Starts quiet time, unless it is on or suggested above. */
export function PauseMenu() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  const act = useAct()
  if (!data?.viewer || data.viewer.requestPause?.isOn || data.viewer.badge.suggestsPause) return null
  return <Menu name="Pause requests" choices={LENGTHS} onChoose={(hours) => void act(PauseRequestsDocument, { input: { until: endOf(hours) } })} />
}

/** Quiet time: the suggestion, the pause, and how many came in the last one. */
export function Quiet() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  const act = useAct()
  if (!data?.viewer) return null
  const { requestPause: pause, badge } = data.viewer
  const end = (hours: Hours) => void act(PauseRequestsDocument, { input: { until: endOf(hours) } })
  if (pause?.isOn) {
    return (
      <p className="notice row-of" role="status">
        <span>Quiet until {shownTime(pause.until)}: new requests go to Hidden.</span>
        <button onClick={() => end(null)}>End quiet time</button>
      </p>
    )
  }
  if (badge.suggestsPause) return <div className="notice row-of" role="status"><span>Many requests came within an hour.</span><Menu name="Pause requests" choices={LENGTHS} onChoose={end} /></div>
  return pause?.requestsHidden != null && <p className="quiet">{cameQuietly(pause.requestsHidden)}</p>
}

const cameQuietly = (count: number) => `In the last quiet time ${count === 1 ? '1 request' : `${count} requests`} came.`
