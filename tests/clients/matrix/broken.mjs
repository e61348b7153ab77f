/** A screen that could not be read is read again, and so is it after the next item: node broken.mjs */
import assert from 'node:assert/strict'
import { readerOf } from './caches/again.mjs'
import { until } from './caches/shown.mjs'

let reads = 0
const readAgain = readerOf(async () => { if (++reads < 3) throw new Error('no network') })
await readAgain()
assert.equal(reads, 3)
void readAgain()
await until(() => reads === 4, () => `${reads} reads`)
