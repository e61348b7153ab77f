/** One browser tab with GraphiQL in it, driven as a person would. */

/** Chromium's options: nothing but the page speaks. */
export const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export class Tab {
  constructor(page) {
    this.page = page
    /** The subjects that this tab's sockets signed in as, oldest first. */
    this.subjects = []
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => this.#noteSubject(payload)))
  }

  static async open(context, url, displayName) {
    const tab = new Tab(await context.newPage())
    await tab.page.goto(url)
    await tab.page.locator('.graphiql-query-editor .view-lines').waitFor()
    await tab.become(displayName)
    return tab
  }

  async become(displayName) {
    await this.page.getByTitle('Who this tab is').click()
    await this.page.getByRole('menuitem', { name: displayName }).click()
    await this.page.waitForFunction((name) => document.title === `${name} · Doorstep`, displayName)
  }

  /** Opens an example in a GraphiQL tab of its own, and runs it. */
  async run(name, variables) {
    await this.page.bringToFront()
    await this.page.getByTitle('Open an example').click()
    await this.page.getByRole('menuitem', { name, exact: true }).click()
    const operation = name[0].toUpperCase() + name.slice(1)
    await this.page.locator('[role=tab]', { hasText: operation }).last().waitFor()
    if (variables) await this.write('Variables', variables)
    await this.press()
  }

  async press() {
    await this.page.locator('.graphiql-execute-button').click()
  }

  /** Replaces what stands in the Variables or Headers editor. */
  async write(editor, content) {
    await this.page.getByRole('button', { name: editor, exact: true }).click()
    await this.page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .view-lines').click()
    await this.page.keyboard.press('Control+A')
    // Pasted: what is typed gets closing brackets from the editor as well.
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(content, null, 2))
    await this.page.keyboard.press('Control+V')
  }

  /** The answer on the screen, as soon as it shows the text. */
  async sees(text) {
    await this.page.bringToFront()
    await this.page.locator('.graphiql-response .view-line', { hasText: text }).first().waitFor()
    const shown = await this.page.evaluate(() => {
      const isResponse = (model) => model.uri.path.endsWith('response.json')
      return globalThis.__MONACO.editor.getModels().find(isResponse).getValue()
    })
    return JSON.parse(shown).data
  }

  #noteSubject(frame) {
    const { type, payload } = JSON.parse(frame)
    if (type !== 'connection_init') return
    const claims = payload.Authorization.split('.')[1]
    this.subjects.push(JSON.parse(Buffer.from(claims, 'base64url')).sub)
  }
}
