/** The rules of @graphql-eslint for the printed schema and for the operations. `make schema-lint` runs them from the root. */
import graphql from '@graphql-eslint/eslint-plugin'

const root = `${import.meta.dirname}/..`
const { configs, parser } = graphql

const SCHEMA = {
  ...configs['flat/schema-recommended'].rules,
  ...configs['flat/schema-relay'].rules,
  ...configs['flat/schema-all'].rules,
  // The order of fields is the reader's: what matters most comes first.
  '@graphql-eslint/alphabetize': 'off',
  // There are mutations and subscriptions.
  '@graphql-eslint/no-root-type': 'off',
  // A Node has an id. Problems, events, edges and parts of a node, such as Viewer.badge, name no object.
  '@graphql-eslint/strict-id-in-types': 'off',
  // Relay stores by field name: Thread.threadEdge and Request.requestEdge are two types, so they need two names.
  '@graphql-eslint/no-typename-prefix': 'off',
  // GraphQL describes its own directive; Strawberry prints no description of a directive's arguments.
  '@graphql-eslint/require-description': ['error', {
    types: true, DirectiveDefinition: true, rootField: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true,
    ignoredSelectors: ['DirectiveDefinition[name.value=oneOf]', 'DirectiveDefinition InputValueDefinition'],
  }],
  // The specification asks for one direction or both; only a thread's messages are read in both.
  '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
  // Short lists with a bound, such as Request.pendingMessages, are no connections. Rows of an export and of evidence are no Nodes.
  '@graphql-eslint/relay-edge-types': ['error', { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
}

function linting(files, rules) {
  const graphQLConfig = { schema: `${root}/schema.graphql`, documents: `${root}/queries/*.graphql` }
  return { files, plugins: { '@graphql-eslint': graphql }, languageOptions: { parser, parserOptions: { graphQLConfig } }, rules }
}

export default [
  linting(['schema.graphql'], SCHEMA),
  linting(['queries/*.graphql'], configs['flat/operations-recommended'].rules),
]
