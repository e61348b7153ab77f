import * as documents from 'doorstep-queries'

/** The typed document of an operation of `queries/`. */
export const documentOf = (name) => documents[`${name[0].toUpperCase()}${name.slice(1)}Document`]
