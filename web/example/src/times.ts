/** Times as people choose and read them. */
const HOUR = 3_600_000

/** Hours, or null for no end. */
export type Hours = number | null
export const FOR_A_TIME = [[24, 'For a day'], [7 * 24, 'For a week'], [30 * 24, 'For 30 days']] as const satisfies [Hours, string][]

export const endOf = (hours: Hours) => (hours === null ? null : new Date(Date.now() + hours * HOUR).toISOString())
export const shownTime = (at: string) => new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })
/** The time of today, else the day. */
export function shownWhen(at: string): string {
  const [then, now] = [new Date(at), new Date()]
  if (then.toDateString() === now.toDateString()) return then.toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' })
  const year = then.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return then.toLocaleDateString([], { month: 'short', day: 'numeric', year })
}
/** The time, after the day unless it is today. */
export function shownMoment(at: string): string {
  const time = new Date(at).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' })
  const when = shownWhen(at)
  return when === time ? time : `${when}, ${time}`
}
/** ` until …`, or nothing where there is no end. */
export const shownEnd = (until: string | null | undefined) => (until ? ` until ${shownTime(until)}` : '')
