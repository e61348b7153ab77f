import 'graphiql/setup-workers/vite'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import './page.css'

import { explorerPlugin } from '@graphiql/plugin-explorer'
import { HISTORY_PLUGIN } from '@graphiql/plugin-history'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'

import { loadExamples, welcome } from './examples.js'
import { CastMenu, ExamplesMenu } from './menus.jsx'
import { fetcher, loadCast, resume } from './session.js'

const PLUGINS = [HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })]

function Page({ cast, user, examples }) {
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={PLUGINS}
      defaultQuery={welcome(user, examples)}
      defaultEditorToolsVisibility="variables"
      shouldPersistHeaders={false}
      // Open operations belong to the person of this browser tab, not to the browser.
      storage={sessionStorage}
    >
      <GraphiQL.Logo>
        <ExamplesMenu examples={examples} />
        {user && <CastMenu cast={cast} initialUser={user} />}
        <span className="doorstep-name">Doorstep</span>
      </GraphiQL.Logo>
    </GraphiQL>
  )
}

const [cast, examples] = await Promise.all([loadCast(), loadExamples()])
const user = await resume(cast)
createRoot(document.getElementById('page')).render(<Page cast={cast} user={user} examples={examples} />)
