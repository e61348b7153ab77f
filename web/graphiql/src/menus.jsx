import { ChevronDownIcon, DropdownMenu, pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useState } from 'react'

import { blankVariables } from './examples.js'
import { signIn } from './session.js'

const KINDS = { query: 'Queries', mutation: 'Mutations', subscription: 'Subscriptions' }

function Menu({ label, title, className, children }) {
  return (
    <DropdownMenu>
      <DropdownMenu.Button className="doorstep-menu" aria-label={title} title={title}>
        {label}
        <ChevronDownIcon aria-hidden="true" />
      </DropdownMenu.Button>
      <DropdownMenu.Content align="end" className={className}>
        {children}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}

/** Opens a ready-made operation, and an empty form of its variables, in a new tab. */
export function ExamplesMenu({ examples }) {
  const { addTab, stop } = useGraphiQLActions()
  const { queryEditor, schema, variableEditor } = useGraphiQL(pick('queryEditor', 'schema', 'variableEditor'))
  const open = (text) => {
    // A stream left running would write its next event into the new tab.
    stop()
    addTab()
    queryEditor.setValue(text)
    variableEditor.setValue(blankVariables(schema, text))
  }
  return (
    <Menu label="Examples" title="Open an example" className="doorstep-examples">
      {Object.entries(KINDS).map(([kind, heading]) => (
        <section key={kind}>
          <h3>{heading}</h3>
          {examples
            .filter((example) => example.kind === kind)
            .map(({ name, note, text }) => (
              <DropdownMenu.Item key={name} title={note} onSelect={() => open(text)}>
                {name}
              </DropdownMenu.Item>
            ))}
        </section>
      ))}
    </Menu>
  )
}

/** Changes who this browser tab is; a running subscription starts again as the new user. */
export function CastMenu({ cast, initialUser }) {
  const [user, setUser] = useState(initialUser)
  const { run, stop } = useGraphiQLActions()
  const isStreaming = useGraphiQL((state) => Boolean(state.subscription))
  const choose = async (chosen) => {
    setUser(await signIn(chosen))
    if (!isStreaming) return
    stop()
    run()
  }
  return (
    <Menu label={<span>You are {user.displayName}</span>} title="Who this tab is">
      {cast.map((member) => (
        <DropdownMenu.Item key={member.username} onSelect={() => choose(member)}>
          <strong>{member.displayName}</strong>
          <small>{member.note}</small>
        </DropdownMenu.Item>
      ))}
    </Menu>
  )
}
