import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { CATEGORIES } from './categories.ts'
import schema from './metadata.schema.json' with { type: 'json' }
import { readDocument } from './readDocument.ts'

const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema)
const CID = 'bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'

/** For each property, a value that the schema allows. */
const allowed: Record<string, unknown[]> = {
  line255: ['A well', '🙂'.repeat(255)],
  line500: ['A well', 'x'.repeat(500)],
  handle: ['@well', 'well', 'https://x.com/well'],
  link: ['https://example.org', 'http://example.org/a?b#c'],
  image: [CID, `ipfs://${CID}/a b.png`, `https://g.example/ipfs/${CID}`, `https://${CID}.ipfs.g.example/x`],
}
const forbidden: Record<string, unknown[]> = {
  line255: [7, '', ' ', '🙂'.repeat(256)],
  line500: [7, '', 'x'.repeat(501)],
  handle: [7, '', 'javascript:alert(1)'],
  link: [7, '', 'javascript:alert(1)', 'example.org', 'https://bank.example@elsewhere.example'],
  image: [7, '', 'https://example.org/pic.png', 'data:image/png;base64,AA'],
}
const kindOf = (property: object) => ('$ref' in property ? String(property.$ref).replace('#/$defs/', '') : undefined)
const isRead = (document: object) => {
  const { tags, ...fields } = readDocument(Buffer.from(JSON.stringify(document))).fields
  return tags.length > 0 || Object.values(fields).some((field) => field !== null)
}

test('what the schema allows in a property, the reader reads from it', () => {
  for (const [name, property] of Object.entries(schema.properties)) {
    const kind = kindOf(property)
    const values = kind ? allowed[kind]! : name === 'tags' ? [['a'], 'a,b'] : ['art']
    for (const value of values) {
      expect(validate({ [name]: value }), `${name}: ${value}`).toBe(true)
      expect(isRead({ [name]: value }), `${name}: ${value}`).toBe(true)
    }
  }
})

test('what the schema forbids, the reader drops or cuts', () => {
  for (const [name, property] of Object.entries(schema.properties)) {
    const kind = kindOf(property)
    for (const value of (kind && forbidden[kind]) || [7]) {
      expect(validate({ [name]: value }), `${name}: ${value}`).toBe(false)
      const { raw } = readDocument(Buffer.from(JSON.stringify({ [name]: value })))
      expect(JSON.parse(raw)[name]).toEqual(value)
      const isTooLong = kind?.startsWith('line') === true && String(value).length > 255
      expect(isRead({ [name]: value }), `${name}: ${value}`).toBe(isTooLong)
    }
  }
})

test('properties that the schema does not know are allowed', () => {
  expect(validate({ name: 'A', attributes: [{ trait: 'x' }] })).toBe(true)
  expect(validate([])).toBe(false)
})

test('the schema lists the categories', () => {
  expect(schema.properties.category.examples).toEqual([...CATEGORIES])
})
