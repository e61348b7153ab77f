/** Alice and Bob get to know each other in one browser: node two_people.mjs BASE_URL OUT_DIR [CHROMIUM] */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

import { QUIET, Tab } from './tab.mjs'

const [base, out, executablePath = '/usr/bin/chromium'] = process.argv.slice(2)
/** Collects whatever must not happen: an error in the console, an exception, a request to another host. */
function watch(context, complaints) {
  context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    const isOwn = origin === new URL(base).origin || ['blob:', 'data:'].includes(protocol)
    if (!isOwn) complaints.push(`asked another host: ${request.url()}`)
  })
}

async function play({ alice, aliceLive, bob, bobLive }) {
  const step = async (name, tab) => {
    await tab.page.screenshot({ path: join(out, `${name}.png`) })
    console.log(`ok ${name}`)
  }

  await bobLive.run('requestReceived')
  await bobLive.sees('Position')
  await aliceLive.run('requestAccepted')
  await aliceLive.sees('Position')
  await step('1-both-listen', bobLive)

  await alice.run('user', { username: 'bob' })
  const { user } = await alice.sees('"bob"')
  await alice.run('sendRequest', { input: { recipientId: user.id, text: 'Hi Bob, is the room still free?' } })
  const { sendRequest } = await alice.sees('SendRequestSuccess')
  assert.equal(sendRequest.thread.state, 'PENDING')
  assert.equal(sendRequest.thread.messagesLeftBeforeAccept, 2)
  await step('2-alice-asks', alice)

  const { requestReceived } = await bobLive.sees('is the room still free?')
  await step('3-bob-is-told', bobLive)

  await bob.run('accept', { input: { requestId: requestReceived.request.id } })
  const { accept } = await bob.sees('AcceptSuccess')
  assert.equal(accept.thread.state, 'OPEN')
  const { requestAccepted } = await aliceLive.sees('"RequestAccepted"')
  assert.equal(requestAccepted.thread.peer.username, 'bob')
  await step('4-alice-is-told', aliceLive)

  const threadId = accept.thread.id
  await bobLive.run('messageAdded', { threadId })
  await bobLive.sees('Position')
  await aliceLive.run('messageAdded', { threadId: requestAccepted.thread.id })
  await aliceLive.sees('Position')
  await alice.run('sendMessage', { input: { threadId: requestAccepted.thread.id, text: 'Wonderful, thank you!' } })
  await bobLive.sees('Wonderful, thank you!')
  await step('5-bob-reads', bobLive)
  await bob.run('sendMessage', { input: { threadId, text: 'See you on Friday.' } })
  await aliceLive.sees('See you on Friday.')
  await step('6-alice-reads', aliceLive)

  await aliceLive.become('Carol Chen')
  await aliceLive.sees('Position')
  assert.deepEqual(aliceLive.subjects, ['demo-alice', 'demo-alice', 'demo-carol'])
  await step('7-another-user-another-socket', aliceLive)

  const { token } = await (await fetch(`${base}/demo/token`, { method: 'POST', body: '{"username":"bob"}' })).json()
  await alice.run('viewer')
  await alice.sees('"alice"')
  await alice.write('Headers', { authorization: `Bearer ${token}` })
  await alice.press()
  await alice.sees('"bob"')
  await step('8-own-header-wins', alice)

  await bob.page.reload()
  await bob.page.waitForFunction(() => document.title === 'Bob Baker · Doorstep')
  await bob.page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click()
  await bob.page.locator('.graphiql-plugin', { hasText: 'sendMessage' }).waitFor()
  await step('9-bob-is-still-bob', bob)

  await bob.run('viewer')
  assert.ok('filterWords' in (await bob.sees('"bob"')).viewer)
  await bob.page.locator('.graphiql-plugin [data-field-name="filterWords"]').first().click()
  await bob.page.locator('.graphiql-query-editor', { hasNotText: 'filterWords' }).waitFor()
  await bob.press()
  await bob.page.locator('.graphiql-response', { hasNotText: 'filterWords' }).waitFor()
  assert.ok(!('filterWords' in (await bob.sees('"bob"')).viewer))
  await step('10-the-explorer-takes-a-field-away', bob)
}

const complaints = []
const browser = await chromium.launch({ executablePath, args: QUIET })
const context = await browser.newContext({
  viewport: { width: 1360, height: 820 },
  permissions: ['clipboard-read', 'clipboard-write'],
})
try {
  context.setDefaultTimeout(30_000)
  watch(context, complaints)
  const open = (displayName) => Tab.open(context, `${base}/graphiql`, displayName)
  await play({
    alice: await open('Alice Archer'),
    aliceLive: await open('Alice Archer'),
    bob: await open('Bob Baker'),
    bobLive: await open('Bob Baker'),
  })
} catch (error) {
  for (const [index, page] of context.pages().entries()) {
    await page.screenshot({ path: join(out, `failed-${index}.png`) })
  }
  throw error
} finally {
  await browser.close()
}
assert.deepEqual(complaints, [])
