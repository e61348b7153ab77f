/** Bob's requests by the keyboard alone, then another person while the server is away: node keys.mjs BASE_URL OUT_DIR CHROMIUM WIDTH */
import assert from 'node:assert/strict'
import { createInterface } from 'node:readline/promises'

import { page, play, step } from './page.mjs'

const input = createInterface({ input: process.stdin })
const lines = input[Symbol.asyncIterator]()

/** The half that has the focus, and what a screen reader calls the element. */
const focused = () => page.evaluate(() => {
  const { activeElement: at } = document
  const half = at.closest('.half')?.getAttribute('aria-label') ?? ''
  return [half, at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText ?? at.textContent].join(': ').replace(/\s+/g, ' ').trim()
})
async function reach(name, key = 'Tab') {
  const passed = []
  for (let left = 60; left > 0; left -= 1) {
    await page.keyboard.press(key)
    passed.push(await focused())
    if (name.test(passed.at(-1))) return
  }
  assert.fail(`${name} is not reached: ${passed.join(' | ')}`)
}
async function press(name, key) {
  await reach(name, key)
  await page.keyboard.press('Enter')
}
/** The next key goes on in Bob's half, and not at the top of the page. */
const isKept = () => page.waitForFunction(() => document.activeElement.closest('.half')?.getAttribute('aria-label') === 'Right person')

async function story(left, right) {
  await right.dot('Requests', 2)
  await press(/^Right person: Requests/)
  await right.sees('Erin Eagle')
  await reach(/Choose Erin Eagle/)
  await page.keyboard.press('Space')
  await press(/Delete 1 chosen/, 'Shift+Tab')
  await right.sees('1 deleted.')
  await isKept()
  await step('1-one-is-deleted')
  await press(/^Right person: Undo/)
  await right.sees('Brought back.')
  await isKept()
  await press(/^Right person: .*Frank Field.*hello/)
  await page.waitForFunction(() => document.activeElement.tagName === 'H2')
  await press(/: Accept$/)
  await right.at.getByRole('button', { name: 'Accept', exact: true }).waitFor({ state: 'detached' })
  await isKept()
  await reach(/Message to Frank Field/)
  await page.keyboard.type('What do you need?')
  await page.keyboard.press('Enter')
  await right.at.locator('.messages').getByText('What do you need?').waitFor()
  await press(/: Block…/, 'Shift+Tab')
  await right.at.getByRole('group', { name: 'Block' }).getByRole('button', { name: 'For a day' }).waitFor()
  await step('2-a-menu')
  await page.keyboard.press('Escape')
  assert.match(await focused(), /Block…$/)
  await press(/: Unread$/, 'Shift+Tab')
  await isKept()
  await press(/: Inbox/)
  await right.at.getByRole('list', { name: 'Threads' }).getByLabel('marked unread').waitFor()
  await press(/: .*Frank Field/)
  await right.dotless('Inbox')

  console.log('stop')
  await lines.next()
  await left.is('Reconnecting')
  await left.at.getByRole('combobox', { name: 'Left' }).selectOption('Carol Chen')
  await right.folder('Sent')
  await right.sees(/^The server does not answer/)
  await step('3-away')
  console.log('start')
  await lines.next()
  await left.is('Live')
  await left.at.getByRole('list', { name: 'Threads' }).getByText('Bob Baker').waitFor()
  await right.sees('No request of yours waits.')
  await step('4-another-person')
}

try { await play(story) } finally { input.close() }
