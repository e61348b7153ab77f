/** The initials of a person, in a colour of their own. */
export function Face({ name }: { name: string }) {
  const words = name.split(/\s+/).filter(Boolean)
  const initials = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('')
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 360, 7)
  return <span className="face" aria-hidden="true" style={{ '--hue': hue } as React.CSSProperties}>{initials.toUpperCase()}</span>
}
