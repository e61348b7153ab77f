/** A wave of requests to Bob, and what follows for one of its senders: node wave.mjs BASE_URL OUT_DIR CHROMIUM WIDTH SECRET */
import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { play, step } from './page.mjs'

const [base, , , , secret] = process.argv.slice(2)
const FANS = 52
/** Of them, those whom Carol follows, as she does Erin. */
const KNOWN = 3

const code64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
/** The demo's own token, made out to another user, as the host app signs it. */
function tokenOf(subject, { token }) {
  const [head, body] = token.split('.')
  const signed = `${head}.${code64({ ...JSON.parse(Buffer.from(body, 'base64url')), sub: subject, roles: [] })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
async function post(path, body, token) {
  const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) }
  return (await fetch(base + path, { method: 'POST', body: JSON.stringify(body), headers })).json()
}
async function act(token, name, input) {
  const query = readFileSync(new URL(`../../queries/${name}.graphql`, import.meta.url), 'utf8')
  const { data, errors } = await post('/graphql', { query, variables: { input } }, token)
  assert.match(data?.[name]?.__typename ?? '', /Success$/, JSON.stringify([errors, data]))
}

const host = await post('/demo/token', { username: 'trent' })
const subjects = [...Array(FANS + 1).keys()].map((number) => `fan-${number}`)
await act(host.token, 'upsertUsers', {
  users: subjects.map((subject, number) => ({
    subject, username: subject, displayName: number ? `Fan ${number}` : 'Car0l Chen', birthDate: '1990-01-01', phoneVerified: true, createdAt: '2020-01-01T00:00:00Z',
  })),
})
const follow = (follower, followee) => ({ follower, followee })
await act(host.token, 'setFollows', {
  add: [follow('demo-bob', 'demo-carol'), ...subjects.slice(0, KNOWN).map((subject) => follow('demo-carol', subject))],
})
const { data } = await post('/graphql', { query: '{ user(username: "bob") { id } }' }, tokenOf(subjects[0], host))
const write = (subject, text) => act(tokenOf(subject, host), 'sendRequest', { recipientId: data.user.id, text })

async function pauses(bob) {
  await bob.folder(/^Requests/)
  for (const [number, subject] of subjects.slice(0, FANS).entries())
    await write(subject, number < KNOWN ? 'Shall we bake together?' : 'Bob, vote for me in the contest!')
  await bob.sees('Many requests came within an hour.')
  await bob.sees('Accept all 54')
  await bob.dotless('Requests')
  await step('1-a-wave')
  await bob.choose('Pause requests', 'For an hour')
  await bob.sees(/^Quiet until/)
  await write(subjects[FANS], 'Is the contest over?')
  await bob.folder('Hidden')
  await bob.sees('Hidden for quiet time')
  await bob.folder('Requests')
  await bob.sees('Accept all 54')
  await bob.dotless('Requests')
  await step('2-quiet-time')
}

async function sweeps(bob) {
  await bob.at.locator('summary').click()
  await bob.at.getByRole('combobox', { name: 'In common' }).selectOption('Yes')
  await bob.sees(`Accept all ${KNOWN + 1}`)
  await bob.sees('1 in common')
  await bob.sees(/Looks like Carol Chen .@carol., but is @fan-0/)
  await bob.at.getByRole('combobox', { name: 'In common' }).selectOption('Either')
  await bob.at.getByRole('searchbox', { name: 'Text contains' }).fill('CONTEST')
  const matching = FANS - KNOWN
  await bob.sees(`Delete all ${matching}`)
  await bob.at.getByRole('combobox', { name: 'Order' }).selectOption('Oldest first')
  await bob.at.locator('.request').first().getByText(`Fan ${KNOWN}`, { exact: true }).waitFor()
  await step('3-filtered')
  await bob.press(`Delete all ${matching}`)
  await bob.sees(`${matching} deleted.`)
  await bob.sees('No request is found.')
  await step('4-swept')
  await bob.press('Undo')
  await bob.sees('Brought back.')
  await bob.sees(`Delete all ${matching}`)
  await bob.press(`Delete all ${matching}`)
  await bob.sees(`${matching} deleted.`)
  await bob.press('End quiet time')
  await bob.sees('In the last quiet time 1 request came.')
}

async function reports(bob) {
  await bob.folder('Hidden')
  await bob.open('Mallory')
  await bob.choose('Report', 'Spam')
  await bob.sees('Reported.')
  await bob.choose('Block', 'For a week')
  await bob.sees(/is blocked until/)
  await bob.folder('Settings')
  await bob.at.getByRole('region', { name: 'My reports' }).getByText('Waiting').waitFor()
  await bob.at.getByRole('region', { name: 'Blocked' }).getByText(/until/).waitFor()
  await bob.at.getByRole('combobox', { name: 'Everyone else' }).selectOption('Hidden')
  await bob.at.getByRole('textbox', { name: 'A word' }).fill('fan')
  await bob.at.getByRole('combobox', { name: 'Where', exact: true }).selectOption('In names')
  await bob.at.getByRole('combobox', { name: 'How long' }).selectOption('For a week')
  await bob.press('Add', { exact: true })
  await bob.sees(/in names until/)
  await step('5-settings')
}

async function isJudged(judge, bob) {
  await judge.become('Judy Jones')
  await judge.folder('Moderation')
  await judge.sees('Claim your prize')
  await step('6-a-report')
  await judge.choose('Decide', 'Restrict for a week')
  await judge.sees('No report waits.')
  await bob.show()
  await bob.at.getByRole('region', { name: 'My reports' }).getByText(/^Handled/).waitFor()
}

async function appeals(judge, restricted) {
  await restricted.become('Mallory M.')
  await restricted.sees('A moderator restricted this account.')
  await restricted.press('Read why')
  await restricted.at.getByRole('textbox', { name: /Why is this decision wrong/ }).fill('My account was stolen that day.')
  await restricted.press('Appeal', { exact: true })
  await restricted.sees('Your appeal is waiting for an answer.')
  await step('7-an-appeal')
  await judge.press('Read again')
  await judge.at.getByRole('textbox', { name: 'Answer to Mallory M.' }).fill('It was not.')
  await judge.press('Keep the decision')
  await judge.at.locator('.toast').waitFor()
  await judge.sees('My account was stolen that day.')
  await judge.become('Mike Marsh')
  await judge.folder('Moderation')
  await judge.at.getByRole('textbox', { name: 'Answer to Mallory M.' }).fill('The messages came from your own address. The decision stays.')
  await step('8-the-queue')
  await judge.press('Keep the decision')
  await judge.sees('No appeal waits.')
  await restricted.sees('The decision was kept.')
  await restricted.sees('The messages came from your own address.')
  await step('9-an-answer')
}

/** Of Victor, whom Carol reported: he is not at Settings when the answer comes. */
async function isReversed(judge, restricted) {
  const found = await post('/graphql', { query: '{ user(username: "victor") { id } }' }, host.token)
  await act(tokenOf('demo-carol', host), 'report', { subjectId: found.data.user.id, reason: 'SPAM' })
  await restricted.become('Victor Vane')
  await judge.press('Read again')
  await judge.choose('Decide', 'Ban')
  await restricted.sees('A moderator restricted this account.')
  await restricted.press('Read why')
  await restricted.sees('Restricted')
  await restricted.at.getByRole('textbox', { name: /Why is this decision wrong/ }).fill('I wrote to Bob once.')
  await restricted.press('Appeal', { exact: true })
  await restricted.sees('Your appeal is waiting for an answer.')
  await restricted.folder('Sent')
  await judge.become('Judy Jones')
  await judge.folder('Moderation')
  await judge.at.getByRole('textbox', { name: 'Answer to Victor Vane' }).fill('You are right. We are sorry.')
  await judge.press('Reverse it')
  await judge.sees('No appeal waits.')
  await restricted.sees('The moderators answered your appeal: see Settings.')
  await restricted.at.getByText('A moderator restricted this account.').waitFor({ state: 'detached' })
  await restricted.folder('Settings')
  await restricted.sees('The decision was reversed.')
  await restricted.sees('You are right. We are sorry.')
  await restricted.sees(/^You can write to \d+ new people today/)
  await step('10-a-reversal')
}

await play(async (left, right) => {
  await right.is('Live')
  await pauses(right)
  await sweeps(right)
  await reports(right)
  await isJudged(left, right)
  await appeals(left, right)
  await isReversed(left, right)
})
