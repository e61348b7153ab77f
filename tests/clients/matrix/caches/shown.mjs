/** What is compared of two answers, and the wait until they are equal. */

/** Of the moment at which a page was read; `messagesLeftNow` grows by itself. */
const OF_A_MOMENT = ['__typename', 'cursor', 'eventCursor', 'startCursor', 'endCursor', 'resetsAt', 'messagesLeftNow']

/** Without the order of fields, and without what differs from reading to reading. */
export function plain(value) {
  if (Array.isArray(value)) return value.map(plain)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([name]) => !OF_A_MOMENT.includes(name))
  return Object.fromEntries(kept.sort().map(([name, inner]) => [name, plain(inner)]))
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Fifteen seconds: a quiet stream's Position comes at 20, and must not stand in for an item that was late. */
export async function until(holds, otherwise) {
  for (let left = 150; left > 0; left--) {
    if (await holds()) return
    await pause(100)
  }
  throw new Error(otherwise())
}
