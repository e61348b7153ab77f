/** Alice and Bob get to know each other on one page, over a restart: node example.mjs BASE_URL OUT_DIR CHROMIUM WIDTH */
import assert from 'node:assert/strict'
import { createInterface } from 'node:readline/promises'

import { play, step } from './page.mjs'

const input = createInterface({ input: process.stdin })
const lines = input[Symbol.asyncIterator]()

async function restart(word) { console.log(word); await lines.next() }

/** In the page: whether the text's first letter is to the right of its last one. */
function beginsAtTheRight({ firstChild: text }) {
  const range = document.createRange()
  const leftOf = (at) => { range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left }
  return leftOf(0) > leftOf(text.length - 1)
}

async function story(alice, bob) {
  await alice.is('Live')
  await bob.is('Live')
  await bob.dot('Requests', 2)
  await alice.show()
  await step('1-start')

  for (const half of [alice, bob]) {
    await half.folder('Settings')
    await half.at.getByRole('checkbox', { name: /Show others/ }).click()
    await half.at.getByRole('checkbox', { name: /Show others/, checked: true }).waitFor()
    await half.folder(/^Inbox/)
  }
  await alice.show()
  await alice.at.getByRole('searchbox').fill('bob')
  await alice.press(/Message.*Bob Baker/)
  await alice.at.getByRole('textbox', { name: /First message/ }).fill('hello')
  await alice.sees('Say why you write.')
  await step('2-hints')
  await alice.write('Hi Bob, is the room still free?')
  await alice.sees('2 messages left until they accept')
  await alice.folder('Sent')
  await alice.at.getByRole('list', { name: 'Sent requests' }).getByText('Bob Baker').waitFor()
  await step('3-sent')
  await bob.dot('Requests', 3)
  await bob.folder(/^Requests/)
  await bob.sees('is the room still free?')
  await bob.dotless('Requests')
  await alice.open('Bob Baker')
  await alice.sees('2 messages left until they accept')
  await bob.show()
  await step('4-a-request')
  await bob.open('Alice Archer')
  await bob.press('Accept', { exact: true })
  await bob.dotless('Requests')
  await alice.press('‹ Back')
  await alice.sees('No request of yours waits.')
  await alice.folder(/^Inbox/)
  await alice.open('Bob Baker')
  await alice.lacks('left until they accept')
  await bob.write('It is. Come on Friday!')
  await alice.sees('Come on Friday!')
  await bob.sees('Seen')
  await step('5-a-thread')

  await restart('stop')
  await alice.is('Reconnecting')
  await alice.write('Sent while away')
  await alice.sees('The server does not answer.')
  await step('6-away')
  await restart('start')
  await alice.is('Live')
  await bob.is('Live')
  await alice.press('Send')
  await bob.sees('Sent while away')
  await alice.at.locator('.toast', { hasText: 'does not answer' }).waitFor({ state: 'detached' })
  await bob.write('And back again')
  await alice.sees('And back again')
  for (const half of [alice, bob]) {
    await half.show() // a role finds nothing that is hidden
    for (const text of ['Sent while away', 'And back again', 'Come on Friday!']) {
      await half.at.locator('.messages').getByText(text).first().waitFor({ state: 'attached' })
      assert.equal(await half.at.locator('.messages').getByText(text).count(), 1, text)
    }
  }
  await alice.write('مرحبا (hello)')
  await bob.sees('(hello)')
  assert.ok(await bob.at.locator('.messages p', { hasText: '(hello)' }).evaluate(beginsAtTheRight))
  await step('7-back')

  await bob.folder(/^Inbox/)
  await alice.write('One more thing')
  await bob.dot('Inbox', 1)
  await bob.press('Mark all as read')
  await bob.dotless('Inbox')
  await bob.open('Alice Archer')

  await bob.press('Delete', { exact: true })
  await bob.sees('Deleted for you only.')
  await bob.folder(/^Inbox/)
  await bob.at.locator('.row', { hasText: 'Alice Archer' }).waitFor({ state: 'detached' })
  await bob.press('Undo')
  await bob.at.locator('.row', { hasText: 'Alice Archer' }).waitFor()

  await bob.folder(/^Requests/)
  await bob.at.getByRole('checkbox', { name: 'All on this page' }).click()
  await bob.press('Delete 2 chosen')
  await bob.sees('2 deleted.')
  await bob.sees('Nothing waits here.')
  await step('8-swept')
  await bob.press('Undo')
  await bob.at.getByRole('checkbox', { name: 'Choose Frank Field' }).waitFor()
  await bob.at.locator('summary').click()
  await bob.at.getByRole('checkbox', { name: /don’t follow/ }).click()
  await bob.press('Delete all 2')
  await bob.sees('2 deleted.')
  await bob.sees('No request is found.')
  await bob.press('Undo')
  await bob.at.getByRole('checkbox', { name: 'Choose Frank Field' }).waitFor()
  await bob.open('Frank Field')
  await bob.press('Never')
  await bob.sees('never reaches you again')

  await bob.folder('Hidden')
  await bob.open('Mallory')
  await bob.show()
  await bob.choose('Report', 'Spam')
  await bob.sees('Reported.')
  await bob.choose('Block', 'For good')
  await bob.sees('is blocked, and sees no change')
  await bob.at.locator('.row', { hasText: 'Mallory' }).waitFor({ state: 'detached' })
  await step('9-hidden')

  await bob.folder('Settings')
  await bob.at.locator('.toast', { hasText: 'is blocked' }).waitFor({ state: 'detached' })
  await bob.press('Unblock Mallory')
  await bob.at.getByRole('button', { name: /Unblock Mallory/ }).waitFor({ state: 'detached' })
  await bob.at.getByRole('combobox', { name: /Who may write/ }).selectOption('NO_ONE')
  await bob.at.getByRole('checkbox', { name: /Show others/ }).click()
  await step('10-settings')
  await bob.folder(/^Inbox/)
  await bob.folder('Settings')
  assert.equal(await bob.at.getByRole('combobox', { name: /Who may write/ }).inputValue(), 'NO_ONE')

  await bob.at.getByRole('textbox', { name: /What the code is for/ }).fill('Fair in May')
  await bob.press('Make a code')
  const code = await bob.at.getByRole('region', { name: 'Contact codes' }).locator('.notice strong').innerText()
  await step('11-a-code')
  await alice.become('Trent Tate')
  await alice.at.getByRole('searchbox').fill('bob')
  await alice.press(/Message.*Bob Baker/)
  await alice.at.getByRole('textbox', { name: /Contact code/ }).fill(code)
  await alice.write('We met at the fair.')
  await alice.at.getByRole('article', { name: 'Thread with Bob Baker' }).waitFor()
  await alice.lacks('left until they accept')
  await bob.folder(/^Inbox/)
  await bob.at.getByRole('list', { name: 'Threads' }).getByText('Trent Tate').waitFor()
}

try { await play(story) } finally { input.close() }
