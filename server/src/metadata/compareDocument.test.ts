import { expect, it } from 'vitest'
import { compareDocument } from './compareDocument.ts'
import { readDocument, readFields } from './readDocument.ts'

const CID = 'bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am'
const differences = (document: Record<string, unknown>) =>
  Object.fromEntries(compareDocument(document, readFields(document)).map(({ field, why }) => [field, why]))

it('a document that is stored as it is written has no difference', () => {
  const document = {
    title: 'A well',
    summary: 'Water.',
    image: CID,
    banner: `ipfs://${CID}/a.png`,
    category: 'charity',
    tags: ['water'],
    author: 'Ada',
  }
  expect(compareDocument(document, readFields(document))).toEqual([])
  expect(compareDocument({}, readFields({}))).toEqual([])
  for (const none of [null, undefined, 'text', [1]]) expect(compareDocument(none, readFields({}))).toEqual([])
})

it('each difference says what makes it', () => {
  expect(
    differences({
      name: 'x'.repeat(300),
      description: 7,
      shortDescription: 'turned \u202e round',
      image: `https://gateway.example/ipfs/${CID}/a.png`,
      cover: 'not a CID',
      category: 'Water wells',
      website: 'javascript:alert(1)',
      tags: ['a', 'A', 7],
    }),
  ).toEqual({
    name: 'Cut to 255 characters.',
    description: 'It must be text and is number: dropped.',
    short_description: expect.stringMatching(/^Cleaned/),
    image_cid: 'Read as the CID and path that it names.',
    banner_cid: 'It names no CID: dropped.',
    category: 'It is none of the categories by that name: read as other.',
    website_url: 'It is no http or https link, or too long: dropped.',
    tags: '1 of 3 kept: the others are no text, twice there, too long or too many.',
  })
})

it('a row of an earlier reading, or changed by hand, is told apart', () => {
  const { fields } = readDocument(Buffer.from(JSON.stringify({ name: 'A well', location: 'Basel' })))
  expect(compareDocument({ name: 'A well', location: 'Basel' }, { ...fields, location: null })).toEqual([
    { field: 'location', document: 'Basel', stored: null, why: 'The row is of an earlier reading: refresh it.' },
  ])
})
