import { defineConfig } from 'vite'

const DEMO = 'http://127.0.0.1:8000'

export default defineConfig({
  base: '/example/',
  // The client module is a folder beside this one: its graphql-ws is ours.
  resolve: { preserveSymlinks: true, dedupe: ['graphql-ws', 'graphql'] },
  server: { proxy: { '/graphql': { target: DEMO, ws: true }, '/demo': DEMO } },
})
