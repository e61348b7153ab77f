import { useEffect, useState } from 'react'
import type { HiddenReason, RequestFilter, RequestFolder, RequestOrder } from 'doorstep-queries'
import { HIDDEN_REASONS, ORDERS } from './names'
import { PauseMenu } from './quiet'

/** What is shown, counted and swept: one filter for the three. */
export interface Choice { filter: RequestFilter; orderBy: RequestOrder }
interface Props { folder: RequestFolder; choice: Choice; onChoose: (choice: Choice) => void }

const EITHER = [['mutualFollows', 'In common'], ['followsMe', 'Follows me'], ['verified', 'Verified'], ['hasLink', 'Has a link']] as const

export const isFiltered = ({ filter }: Choice) => Object.entries(filter).some(([name, value]) => name !== 'folder' && value != null && value !== false)

export function Filter({ folder, choice, onChoose }: Props) {
  const { filter, orderBy } = choice
  const change = (more: RequestFilter) => onChoose({ ...choice, filter: { ...filter, ...more } })
  return (
    <form className="filter" role="search" aria-label="Requests" onSubmit={(event) => event.preventDefault()}>
      <div className="row-of">
        <Words label="Search senders" value={filter.search} onWords={(search) => change({ search })} />
        <label><span className="heard">Order</span>
          <select value={orderBy} onChange={(event) => onChoose({ ...choice, orderBy: event.target.value as RequestOrder })}>
            {ORDERS.map(([order, name]) => <option key={order} value={order}>{name}</option>)}
          </select>
        </label>
        <PauseMenu />
      </div>
      <details>
        <summary>Filter{isFiltered(choice) && ' · on'}</summary>
        <div className="conditions">
          <Words label="Text contains" value={filter.text} onWords={(text) => change({ text })} />
          {EITHER.map(([name, label]) => (
            <label key={name} className="choice">{label}
              <select value={String(filter[name] ?? '')} onChange={(event) => change({ [name]: event.target.value ? event.target.value === 'true' : null })}>
                <option value="">Either</option><option value="true">Yes</option><option value="false">No</option>
              </select>
            </label>
          ))}
          {folder === 'HIDDEN' && (
            <label className="choice">Hidden for
              <select value={filter.hiddenReason ?? ''} onChange={(event) => change({ hiddenReason: (event.target.value || null) as HiddenReason | null })}>
                <option value="">Any reason</option>
                {HIDDEN_REASONS.map(([reason, name]) => <option key={reason} value={reason}>{name}</option>)}
              </select>
            </label>
          )}
          <label className="check">
            <input type="checkbox" checked={!!filter.notFollowedByMe} onChange={(event) => change({ notFollowedByMe: event.target.checked })} />
            Only people I don’t follow
          </label>
        </div>
      </details>
    </form>
  )
}

interface WordsProps { label: string; value: string | null | undefined; onWords: (words: string | null) => void }

/** Asked when the typing rests. */
function Words({ label, value, onWords }: WordsProps) {
  const [text, setText] = useState(value ?? '')
  useEffect(() => {
    const words = text.trim() || null
    const timer = setTimeout(() => { if (words !== (value ?? null)) onWords(words) }, 300)
    return () => clearTimeout(timer)
  })
  return (
    <label className="words"><span className="heard">{label}</span>
      <input type="search" placeholder={label} maxLength={100} value={text} onChange={(event) => setText(event.target.value)} />
    </label>
  )
}
