import { useId } from 'react'

interface Props<Value> { name: string; choices: readonly (readonly [Value, string])[]; onChoose: (value: Value) => void }

/** A button that opens a few choices. Escape and a press beside it close it. */
export function Menu<Value>({ name, choices, onChoose }: Props<Value>) {
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={id}>{name}…</button>
      <div id={id} popover="auto" className="menu" role="group" aria-label={name}>
        {choices.map(([value, text]) => (
          <button key={text} type="button" popoverTarget={id} popoverTargetAction="hide" onClick={() => onChoose(value)}>{text}</button>
        ))}
      </div>
    </>
  )
}
