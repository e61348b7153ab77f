/** The documents as Apollo sends them, by their hashes: node manifest.mjs > apollo.json, as its manifest tool writes it. */
import { gql, InMemoryCache } from '@apollo/client'
import { createHash } from 'node:crypto'
import { print } from 'graphql'
import { ALL } from './documents.mjs'

const cache = new InMemoryCache()
const sha256 = (text) => createHash('sha256').update(text).digest('hex')
const operations = ALL.map((text) => print(cache.transformDocument(gql(text)))).map((body) => ({ id: sha256(body), body }))
console.log(JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }))
