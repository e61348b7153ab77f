// Peer for the comparison: the same inbox / thread / requests / sendMessage work on Mercurius with
// its JIT, one process, hand-written SQL through postgres.js (pipelined), a JWT check a request.
import Fastify from 'fastify'
import mercurius from 'mercurius'
import postgres from 'postgres'
import { createVerifier } from 'fast-jwt'

// The database is named by PGHOST (a folder with a socket), PGUSER and PGDATABASE.
const sql = postgres({ max: 16, transform: { undefined: null } })
const verify = createVerifier({ key: process.env.JWT_SECRET ?? 'secret'.repeat(6), cache: 5000 })
const schema = `
  type User { id: ID! username: String! displayName: String! avatarUrl: String verified: Boolean! }
  type Message { id: ID! text: String! createdAt: String! seen: Boolean! sender: User! }
  type MessageEdge { cursor: String! node: Message! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type MessageConnection { edges: [MessageEdge!]! pageInfo: PageInfo! }
  type Thread { id: ID! peer: User! unreadCount: Int! lastMessage: Message! messages(first: Int = 50, after: String): MessageConnection! }
  type ThreadEdge { cursor: String! node: Thread! }
  type ThreadConnection { edges: [ThreadEdge!]! pageInfo: PageInfo! }
  type Query {
    inbox(first: Int = 20, after: String): ThreadConnection!
    requests(first: Int = 20, after: String): ThreadConnection!
    thread(id: ID!): Thread
  }
  type SendPayload { message: Message! }
  type Mutation { sendMessage(threadId: ID!, text: String!): SendPayload! }
  type Subscription { messageAdded: Message! }
`
const self = r => ({ id: r.me_id, username: r.me_username, displayName: r.me_display_name, avatarUrl: r.me_avatar_url, verified: r.me_verified })
const user = r => ({ id: r.u_id, username: r.username, displayName: r.display_name, avatarUrl: r.avatar_url, verified: r.verified })
async function folder (me, code, first, after) {
  const rows = await sql`
    SELECT m.thread_id, m.unread_count, m.last_message_id, u.id u_id, u.username, u.display_name, u.avatar_url, u.verified,
           x.text, x.created_at, x.sender_id, p.last_read_id peer_read,
           me.id me_id, me.username me_username, me.display_name me_display_name, me.avatar_url me_avatar_url, me.verified me_verified
    FROM (SELECT * FROM memberships WHERE user_id = ${me} AND folder = ${code} AND last_message_id < ${after ?? '9223372036854775807'}
          ORDER BY last_message_id DESC LIMIT ${first + 1}) m
    JOIN users u ON u.id = m.peer_id JOIN users me ON me.id = m.user_id JOIN messages x ON x.id = m.last_message_id
    JOIN memberships p ON p.thread_id = m.thread_id AND p.user_id = m.peer_id
    ORDER BY m.last_message_id DESC`
  const more = rows.length > first
  const edges = rows.slice(0, first).map(r => ({
    cursor: String(r.last_message_id),
    node: {
      id: r.thread_id, unreadCount: r.unread_count, peer: user(r),
      lastMessage: { id: r.last_message_id, text: r.text, createdAt: r.created_at.toISOString(), seen: +r.peer_read >= +r.last_message_id, sender: r.sender_id === r.u_id ? user(r) : self(r) }
    }
  }))
  return { edges, pageInfo: { hasNextPage: more, endCursor: edges.at(-1)?.cursor } }
}
const resolvers = {
  Query: {
    inbox: (_, a, c) => folder(c.me, 0, a.first, a.after),
    requests: (_, a, c) => folder(c.me, 1, a.first, a.after),
    thread: async (_, { id }, c) => {
      const [r] = await sql`SELECT m.thread_id, m.unread_count, u.id u_id, u.username, u.display_name, u.avatar_url, u.verified, p.last_read_id peer_read,
        me.id me_id, me.username me_username, me.display_name me_display_name, me.avatar_url me_avatar_url, me.verified me_verified
        FROM memberships m JOIN users u ON u.id = m.peer_id JOIN users me ON me.id = m.user_id JOIN memberships p ON p.thread_id = m.thread_id AND p.user_id = m.peer_id
        WHERE m.thread_id = ${id} AND m.user_id = ${c.me}`
      return r && { id: r.thread_id, unreadCount: r.unread_count, peer: user(r), me: self(r), peerRead: r.peer_read }
    }
  },
  Thread: {
    messages: async (t, { first, after }) => {
      const rows = await sql`SELECT id, text, created_at, sender_id FROM messages WHERE thread_id = ${t.id} AND id < ${after ?? '9223372036854775807'} ORDER BY id DESC LIMIT ${first + 1}`
      const more = rows.length > first
      const edges = rows.slice(0, first).map(r => ({ cursor: String(r.id), node: { id: r.id, text: r.text, createdAt: r.created_at.toISOString(), seen: +t.peerRead >= +r.id, sender: r.sender_id === t.peer.id ? t.peer : t.me } }))
      return { edges, pageInfo: { hasNextPage: more, endCursor: edges.at(-1)?.cursor } }
    }
  },
  Mutation: {
    sendMessage: async (_, { threadId, text }, c) => {
      const out = await sql.begin(async sql => {
        const [t] = await sql`SELECT m.peer_id, t.accepted_at, (SELECT suspended_until FROM users WHERE id = ${c.me}) banned,
            EXISTS (SELECT 1 FROM blocks WHERE (blocker_id = m.peer_id AND blocked_id = ${c.me}) OR (blocker_id = ${c.me} AND blocked_id = m.peer_id)) blocked
            FROM memberships m JOIN threads t ON t.id = m.thread_id WHERE m.thread_id = ${threadId} AND m.user_id = ${c.me} FOR UPDATE OF t`
        if (!t || t.blocked || !t.accepted_at) throw new mercurius.ErrorWithProps('not allowed', { code: 'NOT_ALLOWED' })
        const [m] = await sql`INSERT INTO messages(thread_id, sender_id, text) VALUES (${threadId}, ${c.me}, ${text}) RETURNING id, created_at`
        await sql`UPDATE memberships SET last_message_id = ${m.id}, unread_count = unread_count + (user_id <> ${c.me})::int WHERE thread_id = ${threadId}`
        await sql`WITH s AS (UPDATE users SET event_seq = event_seq + 1 WHERE id IN (${c.me}, ${t.peer_id}) RETURNING id, event_seq)
                  INSERT INTO events(user_id, seq, kind, message_id) SELECT id, event_seq, 0, ${m.id} FROM s`
        return { ...m, peer: t.peer_id }
      })
      const message = { id: out.id, text, createdAt: out.created_at.toISOString(), seen: false, sender: { id: c.me } }
      c.pubsub.publish({ topic: 'u' + out.peer, payload: { messageAdded: message } })
      return { message }
    }
  },
  Subscription: { messageAdded: { subscribe: (_, __, { pubsub, me }) => pubsub.subscribe('u' + me) } }
}
const app = Fastify({ logger: false })
const authed = auth => ({ me: String(verify(auth.slice(7)).sub) })
app.register(mercurius, {
  schema, resolvers, jit: 1, graphiql: false,
  context: req => authed(req.headers.authorization),
  subscription: { onConnect: ({ payload }) => authed(payload.authorization), context: () => ({}) }
})
await app.listen({ port: +(process.env.PORT ?? 4001), host: '127.0.0.1' })
