/** Many clients of graphql-ws: node listeners.mjs URL; a line of input has their tokens, each other one asks what they heard. */
import { createInterface } from 'node:readline/promises'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'

const [url] = process.argv.slice(2)
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const query = `subscription { messageAdded { __typename ... on MessageAdded { message { text } } } }`

function listen(Authorization) {
  const heard = { texts: [], places: 0, resyncs: 0, ended: null }
  const ends = (why) => { heard.ended = String(why ?? 'complete') }
  createClient({ url, webSocketImpl: WebSocket, connectionParams: { Authorization }, shouldRetry: () => true, retryAttempts: Infinity })
    .subscribe({ query }, {
      next: ({ data }) => {
        const item = data?.messageAdded
        if (item?.message) heard.texts.push(item.message.text)
        else if (item?.__typename === 'ResyncRequired') heard.resyncs += 1
        else heard.places += 1
      },
      error: ends,
      complete: ends,
    })
  return heard
}

const all = JSON.parse((await input.next()).value).map(listen)
while (all.some((one) => !one.places && !one.ended)) await new Promise((resolve) => setTimeout(resolve, 50))
console.log('listening')
while (!(await input.next()).done) console.log(JSON.stringify(all))
process.exit()
