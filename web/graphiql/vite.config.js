import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import license from 'rollup-plugin-license'
import { defineConfig } from 'vite'

const here = import.meta.dirname
const DEMO = 'http://127.0.0.1:8000'

function licences(dependencies) {
  const texts = dependencies
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, version, license, licenseText }) => `${name} ${version} (${license})\n\n${licenseText ?? ''}`)
  // Monaco bundles other people's work, and lists it in a file of its own.
  const monaco = readFileSync(resolve(here, 'node_modules/monaco-editor/ThirdPartyNotices.txt'), 'utf8')
  return [...texts, `monaco-editor, third parties\n\n${monaco}`].join(`\n\n${'-'.repeat(80)}\n\n`)
}

// One instance for the page and its workers: the page is written last, so the list has them all.
const thirdParty = license({
  thirdParty: { output: { file: resolve(here, 'THIRD_PARTY_LICENSES'), template: licences } },
})

export default defineConfig({
  base: '/graphiql/',
  // The libraries mark modules for React's compiler and server, which a bundle has no use for.
  build: { chunkSizeWarningLimit: 4000, rolldownOptions: { checks: { moduleLevelDirective: false } } },
  plugins: [thirdParty],
  worker: { format: 'es', plugins: () => [thirdParty] },
  server: {
    proxy: {
      '/graphql': { target: DEMO, ws: true },
      '/demo': DEMO,
      '/graphiql/examples.json': DEMO,
    },
  },
})
