import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { cast, lasting, type Person } from './api'
import { Half } from './half'
import './style.css'

function Page() {
  const [people, setPeople] = useState<Person[]>([])
  const [shown, setShown] = useState(0)
  useEffect(() => { void lasting(cast).then(setPeople) }, [])
  return (
    <>
      <header className="top">
        <h1>Doorstep</h1>
        <p>Two people, one door. Choose who they are.</p>
        <a href="/graphiql">GraphiQL</a>
      </header>
      <nav className="switch" aria-label="Person on the screen">
        {['Left', 'Right'].map((name, side) => (
          <button key={name} aria-pressed={shown === side} onClick={() => setShown(side)}>{name}</button>
        ))}
      </nav>
      <main>
        {people.length > 0 && ['alice', 'bob'].map((first, side) => (
          <Half key={first} side={side ? 'Right' : 'Left'} people={people} first={first} isShown={shown === side} />
        ))}
      </main>
    </>
  )
}

createRoot(document.getElementById('app')!).render(<StrictMode><Page /></StrictMode>)
