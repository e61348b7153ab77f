import { resolve } from 'node:path'
import license from 'rollup-plugin-license'
import { defineConfig } from 'vite'

const DEMO = 'http://127.0.0.1:8000'

function licences(dependencies) {
  return dependencies
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, version, license, licenseText }) => `${name} ${version} (${license})\n\n${licenseText ?? ''}`)
    .join(`\n\n${'-'.repeat(80)}\n\n`)
}

export default defineConfig({
  base: '/example/',
  plugins: [license({ thirdParty: { output: { file: resolve(import.meta.dirname, 'THIRD_PARTY_LICENSES'), template: licences } } })],
  // The client module is a folder beside this one: its graphql-ws is ours.
  resolve: { preserveSymlinks: true, dedupe: ['graphql-ws', 'graphql'] },
  server: { proxy: { '/graphql': { target: DEMO, ws: true }, '/demo': DEMO } },
})
