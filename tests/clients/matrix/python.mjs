/** gql in a Python of its own. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export function python(url, token) {
  const script = new URL('python_client.py', import.meta.url).pathname
  const child = spawn(process.env.PYTHON ?? 'python3', [script, url, token], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting = new Map()
  let sink
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, item, ended, ...answer } = JSON.parse(line)
    if (item) sink.next(item)
    else if (ended) sink.error(new Error(ended))
    else waiting.get(id)(answer)
  })
  const say = (told) => child.stdin.write(`${JSON.stringify(told)}\n`)
  const ask = (query, variables) => new Promise((resolve, reject) => {
    const id = waiting.size
    waiting.set(id, (answer) => (answer.error ? reject(answer.error) : resolve(answer)))
    say({ kind: 'ask', id, query, variables })
  })
  const listen = (query, variables, to) => { sink = to; say({ kind: 'listen', query, variables }) }
  return { ask, listen }
}
