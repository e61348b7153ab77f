/** The reading of docs/frontends.md, for what a client calls reading its screen. */
export function readerOf(readScreen) {
  let isWanted = false
  let isReading = false
  async function readAgain() {
    isWanted = true
    if (isReading) return
    isReading = true
    for (let wait = 100; isWanted; wait = Math.min(4 * wait, 4000)) {
      isWanted = false
      await readScreen().catch(() => { isWanted = true })
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
    isReading = false
  }
  return readAgain
}
