/** Each kind of event, by what another device of Bob's or another person does. */
import { print } from 'graphql'
import { documentOf } from './documents.mjs'

const IN_AN_HOUR = () => new Date(Date.now() + 3_600_000).toISOString()

class Person {
  static async of(base, username) {
    const person = Object.assign(new Person(), { base, username })
    return Object.assign(person, await person.post('/demo/token', { username }))
  }
  async post(path, body) {
    const headers = { 'Content-Type': 'application/json', ...(this.token && { Authorization: `Bearer ${this.token}` }) }
    return (await fetch(this.base + path, { method: 'POST', body: JSON.stringify(body), headers })).json()
  }
  async ask(query, variables) {
    const { data, errors } = await this.post('/graphql', { query, variables })
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
  run(name, variables) { return this.ask(print(documentOf(name)), variables) }
  async do(name, input) {
    const payload = (await this.run(name, { input }))[name]
    if (!payload?.__typename?.endsWith('Success')) throw new Error(`${name}: ${JSON.stringify(payload)}`)
    return payload
  }
  async user(username) { return (await this.ask('query($u: String!) { user(username: $u) { id } }', { u: username })).user.id }
  /** The thread with this user, its request and its newest message, by their ids. */
  async with(username) {
    const query = 'query($u: String!) { user(username: $u) { threadWithMe { id request { id } messages(first: 1) { edges { node { id } } } } } }'
    const { threadWithMe: thread } = (await this.ask(query, { u: username })).user
    return { threadId: thread.id, requestId: thread.request?.id, upTo: thread.messages.edges[0]?.node.id }
  }
  async say(username, text) { return this.do('sendRequest', { recipientId: await this.user(username), text }) }
}

/** The queries of Bob's screen, but for the thread. */
export const SHOWN = [
  ['inbox', { first: 5 }], ['requests', { folder: 'REQUESTS', first: 5 }], ['requests', { folder: 'HIDDEN', first: 5 }],
  ['sentRequests', { first: 5 }], ['blockedUsers', { first: 5 }], ['viewer', {}], ['ownReports', { first: 5 }], ['filterWords', {}],
]

/** Alice has written to Bob; `shown` is what is on his screen. */
export async function prepare(base) {
  const names = ['alice', 'bob', 'carol', 'judy', 'mike', 'trent']
  const people = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await Person.of(base, name)])))
  await people.alice.say('bob', 'Is the room free?')
  const { threadId } = await people.bob.with('alice')
  return { bob: people.bob, people, shown: [...SHOWN, ['thread', { id: threadId, first: 5 }]] }
}

let deleted
const withdrawn = async ({ carol, judy }) => {
  await carol.do('report', { subjectId: await carol.user('frank'), reason: 'SPAM' })
  const { reports } = await judy.run('reports', { status: 'OPEN' })
  const of = reports.edges.find(({ node }) => node.subject.username === 'frank').node
  await judy.do('resolveReport', { reportId: of.id, resolution: 'RESTRICT', until: IN_AN_HOUR() })
}
const closed = async ({ bob, judy }) => {
  await bob.do('report', { subjectId: await bob.user('oscar'), reason: 'SPAM' })
  const { reports } = await judy.run('reports', { status: 'OPEN' })
  const of = reports.edges.find(({ node }) => node.subject.username === 'oscar').node
  await judy.do('resolveReport', { reportId: of.id, resolution: 'DISMISS' })
}

export const ACTS = {
  RequestReceived: ({ trent }) => trent.say('bob', 'And for me?'),
  BadgeChanged: ({ judy }) => judy.say('bob', 'A word about your bakery?'),
  RequestUpdated: ({ alice }) => alice.say('bob', 'On Friday?'),
  RequestsSeen: async ({ bob }) => bob.do('markRequestsSeen', { upTo: (await bob.run('requests')).requests.eventCursor }),
  RequestDeleted: async ({ bob }) => { deleted = await bob.do('delete', { id: (await bob.with('erin')).requestId }) },
  RequestRestored: ({ bob }) => bob.do('undoDelete', { id: deleted.deletedId }),
  RequestMoved: async ({ bob }) => bob.do('moveRequest', { requestId: (await bob.with('mallory')).requestId }),
  RequestWithdrawn: withdrawn,
  ThreadOpened: async ({ bob }) => bob.do('accept', { requestId: (await bob.with('alice')).requestId }),
  MessageAdded: ({ alice }) => alice.say('bob', 'Thank you!'),
  StandingChanged: ({ bob }) => bob.say('sybil', 'Welcome! What do you bake?'),
  ThreadRead: async ({ bob }) => { const { threadId, upTo } = await bob.with('alice'); await bob.do('markRead', { threadId, upTo }) },
  ThreadMarkedUnread: async ({ bob }) => bob.do('markUnread', { threadId: (await bob.with('alice')).threadId }),
  ThreadMuted: async ({ bob }) => bob.do('mute', { threadId: (await bob.with('alice')).threadId, muted: true, until: IN_AN_HOUR() }),
  SettingsChanged: ({ bob }) => bob.do('updateReadReceipts', { enabled: true }),
  RequestPauseChanged: ({ bob }) => bob.do('pauseRequests', { until: IN_AN_HOUR() }),
  ThreadSeen: async ({ alice, bob }) => {
    await alice.do('updateReadReceipts', { enabled: true })
    await bob.say('alice', 'Until Friday.')
    const { threadId, upTo } = await alice.with('bob')
    await alice.do('markRead', { threadId, upTo })
  },
  RequestAccepted: async ({ bob, mike }) => {
    await bob.say('mike', 'Hello Mike, is your garden open?')
    await mike.do('accept', { requestId: (await mike.with('bob')).requestId })
  },
  FollowChanged: async ({ bob }) => bob.do('follow', { userId: await bob.user('alice') }),
  ReportClosed: closed,
  ThreadDeleted: async ({ bob }) => { deleted = await bob.do('delete', { id: (await bob.with('alice')).threadId }) },
  ThreadRestored: ({ bob }) => bob.do('undoDelete', { id: deleted.deletedId }),
  UserBlocked: async ({ bob }) => bob.do('block', { userId: await bob.user('alice') }),
  UserUnblocked: async ({ bob }) => bob.do('unblock', { userId: await bob.user('alice') }),
}
