import { useQuery } from 'urql'
import { UpdateRequestPolicyDocument, ViewerDocument, type RequestDestination } from 'doorstep-queries'
import { useAct } from './toast'

/** In the order in which they decide. */
const CLASSES = [
  ['mutualFollows', 'Friends of friends'], ['recentAccounts', 'Accounts younger than 30 days'], ['followers', 'People who follow me'],
  ['unverified', 'Unverified people'], ['strangers', 'Everyone else'],
] as const

/** Where requests go by the class of their sender. */
export function Policy() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  const act = useAct()
  const policy = data?.viewer?.requestPolicy
  if (!policy) return null
  const { __typename: _, ...chosen } = policy as typeof policy & { __typename?: string }
  const choose = (name: string, to: string) => void act(UpdateRequestPolicyDocument, { input: { ...chosen, [name]: (to || null) as RequestDestination | null } })
  return (
    <section aria-label="Where requests go">
      <h2>Where requests go</h2>
      <p className="quiet">The first line that fits a sender and has a choice decides.</p>
      {CLASSES.map(([name, label]) => (
        <label key={name} className="choice">{label}
          <select value={policy[name] ?? ''} onChange={(event) => choose(name, event.target.value)}>
            <option value="">No choice</option><option value="REQUESTS">Requests</option><option value="HIDDEN">Hidden</option>
          </select>
        </label>
      ))}
    </section>
  )
}
