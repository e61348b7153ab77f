import { useState, type FormEvent } from 'react'
import { useQuery } from 'urql'
import { FilterWordsDocument, UpdateFilterWordsDocument, type FilterEntryInput, type FilterPlace } from 'doorstep-queries'
import { endOf, FOR_A_TIME, shownEnd } from './times'
import { useAct } from './toast'

type Entry = Required<FilterEntryInput>
const isPlain = ({ place, until }: Entry) => place === 'TEXT' && !until

/** The viewer's own words, in texts or in names, some for a time. */
export function Words() {
  const [{ data }] = useQuery({ query: FilterWordsDocument })
  const act = useAct()
  if (!data?.viewer) return null
  const { filterWords, filterEntries } = data.viewer
  const words: Entry[] = [
    ...filterWords.map((word): Entry => ({ word, place: 'TEXT', until: null })),
    ...filterEntries.map(({ word, place, until }): Entry => ({ word, place, until })),
  ]
  const save = (kept: Entry[]) =>
    act(UpdateFilterWordsDocument, { input: { words: kept.filter(isPlain).map(({ word }) => word), entries: kept.filter((one) => !isPlain(one)) } })
  return (
    <section aria-label="Words that hide a request">
      <h2>Words that hide a request</h2>
      <ul className="rows">
        {words.map((one) => (
          <li key={`${one.place} ${one.word} ${one.until}`} className="person">
            <span><strong>{one.word}</strong> <span className="quiet">in {one.place === 'NAME' ? 'names' : 'texts'}{shownEnd(one.until)}</span></span>
            <button onClick={() => void save(words.filter((other) => other !== one))}>Remove<span className="heard"> {one.word}</span></button>
          </li>
        ))}
      </ul>
      <NewWord onAdd={async (one) => !!(await save([...words, one]))} />
    </section>
  )
}

function NewWord({ onAdd }: { onAdd: (entry: Entry) => Promise<boolean> }) {
  const [word, setWord] = useState('')
  const [place, setPlace] = useState<FilterPlace>('TEXT')
  const [hours, setHours] = useState('')
  async function add(event: FormEvent) {
    event.preventDefault()
    if (await onAdd({ word: word.trim(), place, until: hours ? endOf(Number(hours)) : null })) setWord('')
  }
  return (
    <form className="row-of" onSubmit={(event) => void add(event)}>
      <label className="words"><span className="heard">A word</span>
        <input placeholder="A word" maxLength={64} value={word} onChange={(event) => setWord(event.target.value)} />
      </label>
      <label><span className="heard">Where</span>
        <select value={place} onChange={(event) => setPlace(event.target.value as FilterPlace)}><option value="TEXT">In texts</option><option value="NAME">In names</option></select>
      </label>
      <label><span className="heard">How long</span>
        <select value={hours} onChange={(event) => setHours(event.target.value)}>
          <option value="">For good</option>
          {FOR_A_TIME.map(([length, name]) => <option key={length} value={length}>{name}</option>)}
        </select>
      </label>
      <button disabled={!word.trim()}>Add</button>
    </form>
  )
}
