/** The server is restarted under two open tabs: node restart.mjs BASE_URL OUT_DIR [CHROMIUM]; a line of input says it is up. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { chromium } from 'playwright-core'

import { QUIET, Tab } from './tab.mjs'

const [base, out, executablePath = '/usr/bin/chromium'] = process.argv.slice(2)
const input = createInterface({ input: process.stdin })

async function step(name, tab) {
  const shown = await tab.page.locator('.graphiql-response').innerText()
  assert.ok(!shown.includes('isTrusted'), shown)
  await tab.page.screenshot({ path: join(out, `${name}.png`) })
  console.log(`ok ${name}`)
}

async function restart(word) {
  console.log(word)
  await input[Symbol.asyncIterator]().next()
}

async function play(alice, bobLive) {
  await alice.run('viewer')
  await alice.sees('"alice"')
  await bobLive.run('requestReceived')
  const { requestReceived: before } = await bobLive.sees('Position')
  await step('1-before', alice)

  await restart('stop')
  await alice.press()
  await alice.page.locator('.graphiql-response', { hasText: 'The server does not answer.' }).waitFor()
  await step('2-while-away', alice)
  await step('3-a-stream-while-away', bobLive)

  await restart('start')
  await alice.press()
  await alice.sees('"alice"')
  await step('4-a-query-afterwards', alice)
  await bobLive.page.bringToFront()
  await bobLive.page.locator('.graphiql-response', { hasNotText: before.at }).waitFor()
  await alice.run('user', { username: 'bob' })
  const { user } = await alice.sees('"bob"')
  await alice.run('sendRequest', { input: { recipientId: user.id, text: 'Are you still there?' } })
  await alice.sees('SendRequestSuccess')
  await bobLive.sees('Are you still there?')
  await step('5-a-stream-goes-on', bobLive)
  await alice.run('requestAccepted')
  await alice.sees('Position')
  await step('6-a-new-stream', alice)

  await alice.press() // stops the stream
  await alice.write('Headers', { Authorization: 'Bearer e30.e30.e30' })
  await alice.press()
  await alice.page.locator('.graphiql-response', { hasText: 'The socket was closed: 4403 Forbidden' }).waitFor()
  await step('7-a-token-of-ones-own-that-is-bad', alice)
}

const browser = await chromium.launch({ executablePath, args: QUIET })
const context = await browser.newContext({
  viewport: { width: 1360, height: 820 },
  permissions: ['clipboard-read', 'clipboard-write'],
})
try {
  context.setDefaultTimeout(30_000)
  const alice = await Tab.open(context, `${base}/graphql`, 'Alice Archer')
  await play(alice, await Tab.open(context, `${base}/graphiql`, 'Bob Baker'))
} catch (error) {
  for (const [index, page] of context.pages().entries()) {
    await page.screenshot({ path: join(out, `failed-${index}.png`) })
  }
  throw error
} finally {
  await browser.close()
  input.close()
}
