import { useState, type FormEvent } from 'react'
import { useQuery } from 'urql'
import { CreateContactCodeDocument, RevokeContactCodeDocument, ViewerDocument } from 'doorstep-queries'
import { endOf, FOR_A_TIME, shownEnd } from './times'
import { useAct } from './toast'

/** Codes to give away: who writes with one opens a thread at once. */
export function Codes() {
  const [{ data }] = useQuery({ query: ViewerDocument })
  const [made, setMade] = useState<string>()
  const act = useAct()
  const codes = data?.viewer?.contactCodes ?? []
  return (
    <section aria-label="Contact codes">
      <h2>Contact codes</h2>
      <p className="quiet">Who writes to you with a code needs no yes of yours.</p>
      {made && <p className="notice" role="status">Your new code is <strong>{made}</strong>. It is shown only now.</p>}
      <ul className="rows">
        {codes.map(({ id, label, usesLeft, expiresAt }) => (
          <li key={id} className="person">
            <span><strong>{label}</strong> <span className="quiet">{usesLeft === 1 ? '1 use' : `${usesLeft} uses`} left{shownEnd(expiresAt)}</span></span>
            <button onClick={() => void act(RevokeContactCodeDocument, { input: { contactCodeId: id } })}>Revoke<span className="heard"> {label}</span></button>
          </li>
        ))}
      </ul>
      <NewCode onMade={setMade} />
    </section>
  )
}

function NewCode({ onMade }: { onMade: (code: string) => void }) {
  const [label, setLabel] = useState('')
  const [uses, setUses] = useState(1)
  const [hours, setHours] = useState('')
  const act = useAct()
  async function make(event: FormEvent) {
    event.preventDefault()
    const done = await act(CreateContactCodeDocument, { input: { label, uses, expiresAt: hours ? endOf(Number(hours)) : null } })
    if (done?.createContactCode?.__typename !== 'CreateContactCodeSuccess') return
    onMade(done.createContactCode.plainCode)
    setLabel('')
  }
  return (
    <form className="row-of" onSubmit={(event) => void make(event)}>
      <label className="words"><span className="heard">What the code is for</span>
        <input placeholder="What the code is for" maxLength={64} value={label} onChange={(event) => setLabel(event.target.value)} />
      </label>
      <label><span className="heard">Uses</span>
        <select value={uses} onChange={(event) => setUses(Number(event.target.value))}>
          {[1, 10, 100].map((number) => <option key={number} value={number}>{number === 1 ? '1 use' : `${number} uses`}</option>)}
        </select>
      </label>
      <label><span className="heard">Until when</span>
        <select value={hours} onChange={(event) => setHours(event.target.value)}>
          <option value="">For good</option>
          {FOR_A_TIME.map(([length, name]) => <option key={length} value={length}>{name}</option>)}
        </select>
      </label>
      <button disabled={!label.trim()}>Make a code</button>
    </form>
  )
}
