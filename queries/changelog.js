/** A rule of `graphql-inspector diff`: a breaking change passes if CHANGELOG.md names its path, as `Query.inbox.first`, since BASE. */
import { execFileSync } from 'node:child_process'

const diff = execFileSync('git', ['diff', '--unified=0', process.env.BASE ?? 'origin/main', '--', 'CHANGELOG.md'], { encoding: 'utf8' })
const said = diff.split('\n').filter((line) => line.startsWith('+')).join('\n')

function judged(change) {
  const { criticality, message, path } = change
  if (criticality.level !== 'BREAKING') return change
  if (said.includes(`\`${path}\``)) return { ...change, criticality: { ...criticality, level: 'DANGEROUS' } }
  return { ...change, message: `${message}: CHANGELOG.md does not name \`${path}\`` }
}

export default ({ changes }) => changes.map(judged)
