/** A token of the demo, signed again with another end. */
import { createHmac } from 'node:crypto'

const code64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** `exp`: seconds since 1970. */
export function endingAt(token, exp, secret) {
  const [head, body] = token.split('.')
  const signed = `${head}.${code64({ ...JSON.parse(Buffer.from(body, 'base64url')), exp })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
