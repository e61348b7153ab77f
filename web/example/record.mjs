/** Records of which sources dist was made; a test compares it without Node. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const here = import.meta.dirname
const names = (folder, end) => readdirSync(`${here}/${folder}`).filter((name) => end.test(name)).map((name) => `${folder}/${name}`)
const sources = [
  ...names('src', /\.(tsx?|css)$/), 'index.html', 'package-lock.json', 'vite.config.js', '../../queries/parts.json', '../../queries/possibleTypes.json',
  ...names('../client/dist', /\.js$/), ...names('../../queries/typed', /\.js$/),
].sort()
const hash = createHash('sha256')
for (const name of sources) hash.update(`${name}\n`).update(readFileSync(`${here}/${name}`))
writeFileSync(`${here}/dist/SOURCES.sha256`, `${hash.digest('hex')}\n`)
