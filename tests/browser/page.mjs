/** The example client's page, driven as two people would: a script takes BASE_URL OUT_DIR CHROMIUM WIDTH. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

import { QUIET } from './tab.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const [base, out, executablePath = '/usr/bin/chromium', width = '1280'] = process.argv.slice(2)
const isPhone = Number(width) <= 900
const foreign = []

const browser = await chromium.launch({ executablePath, args: QUIET })
const context = await browser.newContext({ viewport: { width: Number(width), height: isPhone ? 780 : 800 }, bypassCSP: false })
// Less than the 20 seconds after which a quiet stream gets a Position: what comes as late as that was lost.
context.setDefaultTimeout(15_000)
context.setDefaultNavigationTimeout(60_000)
context.on('request', (request) => { if (new URL(request.url()).host !== new URL(base).host) foreign.push(request.url()) })
const thrown = []
context.on('weberror', (error) => thrown.push(String(error.error())))
export const page = await context.newPage()

/** A half of the page; on a phone it is brought to the screen first. */
export class Half {
  constructor(side) {
    this.side = side
    this.at = page.getByRole('region', { name: `${side} person` })
  }
  async show() {
    if (isPhone) await page.getByRole('button', { name: this.side, exact: true }).click()
    return this
  }
  async press(name, options = {}) { await this.show(); await this.at.getByRole('button', { name, ...options }).first().click() }
  async folder(name) { await this.show(); await this.at.getByRole('navigation', { name: 'Folders' }).getByRole('button', { name }).click() }
  async choose(menu, choice) {
    await this.press(`${menu}…`, { exact: true })
    await this.at.getByRole('group', { name: menu }).getByRole('button', { name: choice }).click()
  }
  async become(name) {
    await this.show()
    await this.at.getByRole('combobox', { name: this.side }).selectOption(name)
    await this.is('Live')
  }
  async open(name) { await this.show(); await this.at.locator('.row', { hasText: name }).first().click() }
  async sees(text) { await this.show(); await this.at.locator('.body, .toast, .notice').getByText(text).filter({ visible: true }).first().waitFor() }
  async lacks(text) { await this.show(); await this.at.locator('.body').getByText(text).first().waitFor({ state: 'detached' }) }
  async write(text, label = /^Message to|^First message/) {
    await this.show()
    await this.at.getByRole('textbox', { name: label }).fill(text)
    await this.at.getByRole('button', { name: 'Send' }).click()
  }
  async dot(folder, count) { await this.show(); await this.at.getByRole('navigation', { name: 'Folders' }).getByRole('button', { name: new RegExp(`${folder} ${count || ''}`) }).filter({ has: page.locator('.dot', { hasText: String(count) }) }).waitFor() }
  async dotless(folder) { await this.show(); await this.at.getByRole('navigation', { name: 'Folders' }).getByRole('button', { name: folder, exact: true }).waitFor() }
  async is(live) { await this.show(); await this.at.locator('.live', { hasText: live }).waitFor() }
}

/** A picture, and no fault that axe finds in either of the two colour schemes; but two people have landmarks of the same names. */
export async function step(name) {
  await page.screenshot({ path: join(out, `${name}.png`) })
  await page.evaluate(AXE) // the page's policy takes no script tag
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await page.evaluate(() => globalThis.axe.run())
    const bad = violations.filter(({ id }) => id !== 'landmark-unique')
    assert.deepEqual(bad.map(({ id, nodes }) => [id, colorScheme, nodes[0].html, nodes[0].failureSummary]), [], name)
  }
  console.log(`ok ${name}`)
}

/** Plays the story with the left and the right person. A request to another host or an exception in the page is a fault. */
export async function play(story) {
  try {
    await page.goto(base)
    await story(new Half('Left'), new Half('Right'))
  } catch (error) {
    await page.screenshot({ path: join(out, 'failed.png') })
    for (const text of await page.locator('.half').allTextContents()) console.error(text)
    throw error
  } finally {
    await browser.close()
  }
  assert.deepEqual([foreign, thrown], [[], []])
}
