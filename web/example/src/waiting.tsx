import type { CombinedError } from 'urql'
import { isPassing } from './reader'

/** What a list shows until it is there: it is read again by itself. */
export function Waiting({ data, error }: { data: unknown; error?: CombinedError | undefined }) {
  if (error && !isPassing(error)) return <p className="quiet empty" role="alert">{error.graphQLErrors[0]?.message}</p>
  if (data) return null
  return <p className="quiet empty" role="status">{error ? 'The server does not answer. It is asked again.' : 'Reading…'}</p>
}
