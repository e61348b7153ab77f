/** The front ends' own operations, ready to be opened. */
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
  Kind,
  parse,
  typeFromAST,
} from 'graphql'

const FIRST = 'inbox'
const DEMO = `# You are one of the demo's users: change it at
# the top right. In a second browser tab you can
# be somebody else, and see what arrives live.`
const TOKEN = `# Put your token into the Headers editor:
#   { "Authorization": "Bearer …" }
# Requests and subscriptions use it.`

/** Each { name, kind, note, text }; kind is query, mutation or subscription, note the text's first comment. */
export async function loadExamples() {
  const response = await fetch('/graphiql/examples.json')
  const { examples } = await response.json()
  return examples.map(({ name, text }) => ({
    name,
    text,
    kind: operationOf(text).operation,
    note: text.match(/^# *(.*)/)?.[1],
  }))
}

/** What the first tab starts with. */
export function welcome(user, examples) {
  const first = examples.find(({ name }) => name === FIRST)
  return `# Welcome to Doorstep: a stranger's first messages
# wait here until you accept them.
#
${user ? DEMO : TOKEN}
#
# Ctrl-Enter runs what the cursor is in. "Examples"
# has more; the folder on the left builds your own.

${first?.text ?? ''}`
}

/** JSON with an empty place for all that the operation requires; '' if it requires nothing. */
export function blankVariables(schema, text) {
  const required = operationOf(text).variableDefinitions.filter(({ type }) => type.kind === Kind.NON_NULL_TYPE)
  if (!schema || required.length === 0) return ''
  const blanks = required.map(({ variable, type }) => [variable.name.value, blank(typeFromAST(schema, type))])
  return JSON.stringify(Object.fromEntries(blanks), null, 2)
}

function operationOf(text) {
  return parse(text).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
}

function blank(given) {
  const type = getNullableType(given)
  if (isListType(type)) return []
  if (isEnumType(type)) return type.getValues()[0].name
  if (!isInputObjectType(type)) return type.name === 'Boolean' ? false : ''
  const fields = Object.values(type.getFields()).filter(isRequiredInputField)
  return Object.fromEntries(fields.map((field) => [field.name, blank(field.type)]))
}
