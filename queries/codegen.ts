import type { CodegenConfig } from '@graphql-codegen/cli'

const TEXT = { input: 'string', output: 'string' }

const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: '*.graphql',
  generates: {
    'build/index.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        // As texts the documents take a quarter of what they take as syntax trees.
        documentMode: 'graphQLTag',
        enumType: 'string-literal',
        useTypeImports: true,
        strictScalars: true,
        scalars: { ID: TEXT, Date: TEXT, DateTime: TEXT, EventCursor: TEXT, URL: TEXT },
      },
    },
  },
}

export default config
