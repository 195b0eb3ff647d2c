import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DocumentError } from './DocumentError.ts'
import { type Document, readDocument } from './readDocument.ts'
import { storeMetadata } from './storeMetadata.ts'
import { addressOf, CHAIN_ID, createMetadataWorld, type MetadataWorld } from './testing/createMetadataWorld.ts'

let world: MetadataWorld
const campaign = { chainId: CHAIN_ID, address: addressOf(1), cid: 'cid' }

beforeAll(async () => {
  world = await createMetadataWorld()
  await world.addCampaigns([campaign])
})
afterAll(() => world[Symbol.asyncDispose]())

const store = ({ fields, raw }: Document) =>
  storeMetadata(world.pool, campaign, {
    ...fields,
    raw_json: raw,
    state: 'resolved',
    verified: true,
    attempts: 1,
    error_code: null,
    last_error: null,
    next_attempt_at: null,
    ipfs_fetched_at: new Date(),
  })

const NAMES = [
  ...['name', 'title', 'description', 'short_description', 'shortDescription', 'summary', 'image', 'image_cid'],
  ...['imageCid', 'banner', 'banner_cid', 'bannerCid', 'cover', 'category', 'tags', 'location', 'creator_name'],
  ...['creatorName', 'author', 'creator_avatar', 'creatorAvatar', 'avatar', 'website', 'website_url', 'url', 'twitter'],
  ...['twitter_handle', 'twitterHandle', 'discord', 'discord_url', 'discordUrl', '__proto__', 'constructor'],
]
const CID = 'bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'

/** Any sequence of UTF-16 units, NUL and lone surrogates among them. */
const units = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x20 })), { maxLength: 40 })
  .map((codes) => String.fromCharCode(...codes))
const text = fc.oneof(
  units,
  fc.string({ unit: 'binary', maxLength: 700 }),
  fc.tuple(units, fc.integer({ min: 1, max: 600 })).map(([part, times]) => part.repeat(times)),
  fc.webUrl().map((url) => `${url}/${'x'.repeat(url.length * 20)}`),
  fc.tuple(fc.constantFrom('', 'ipfs://', '/ipfs/', 'https://g.example/ipfs/'), units).map((p) => p.join(`${CID}/`)),
  fc.tuple(fc.constantFrom('', 'ipfs://', 'https://g.example/ipfs/'), units).map(([at, path]) => `${at}${CID}/${path}`),
)
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double(),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(units, fc.constantFrom(...NAMES)), tie('any'), { maxKeys: 5 }),
  ),
})).any
/** As JSON text, so that `__proto__` and twice the same key can be written. */
const documentText = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), units), fc.oneof(text, value)), { maxLength: 12 })
  .map((entries) => `{${entries.map((entry) => entry.map((part) => JSON.stringify(part)).join(':')).join(',')}}`)

test('any JSON object is read, fits the columns and is stored in PostgreSQL as it was read', async () => {
  await fc.assert(
    fc.asyncProperty(documentText, async (json) => {
      const document = readDocument(Buffer.from(json))
      expect(await store(document)).toBe(true)
      const row = await world.metadataOf(campaign.address)
      for (const [column, stored] of Object.entries(document.fields)) expect(row[column]).toEqual(stored)
    }),
    { numRuns: 400 },
  )
})

test('any JSON value, and any bytes, are read or refused with a reason', () => {
  const refusals = (bytes: Uint8Array) => {
    try {
      readDocument(bytes)
    } catch (error) {
      expect(error).toBeInstanceOf(DocumentError)
    }
  }
  fc.assert(
    fc.property(value, (any) => refusals(Buffer.from(JSON.stringify(any)))),
    { numRuns: 500 },
  )
  fc.assert(fc.property(fc.uint8Array(), refusals), { numRuns: 500 })
  fc.assert(
    fc.property(fc.json(), (json) => refusals(Buffer.from(json))),
    { numRuns: 500 },
  )
})

test('numbers that PostgreSQL would refuse or write out at length do neither', async () => {
  const numbers = ['1e400000', '1e131071', '-1e-400000', `1${'0'.repeat(200)}`, `0.${'1'.repeat(20_000)}`, '1e308']
  expect(await store(readDocument(Buffer.from(`{"numbers":[${numbers.join(',')}]}`)))).toBe(true)
  const { rows } = await world.pool.query('select raw_json from campaign_metadata where campaign_address = $1', [
    campaign.address,
  ])
  expect(rows[0].raw_json.numbers).toEqual(numbers)
})

test('the largest documents are read and stored, of whatever they are made', async () => {
  const largest = 1024 * 1024
  const filled = (start: string, unit: string, last: string, end: string) =>
    start + unit.repeat(Math.floor((largest - start.length - last.length - end.length) / unit.length)) + last + end
  for (const json of [
    filled('{"description":"', 'x', '', '"}'),
    filled('{"description":"', 'word \\n', '', '"}'),
    filled('{"name":"', '\\u202e', '', '"}'),
    filled('{"image":"', '/', '', '"}'),
    filled('{"website":"https://', ' ', '', '"}'),
    filled('{"tags":"', 'a,', '', '"}'),
    `{"tags":[${'[],'.repeat(9_000)}1]}`,
    `{"a":[${'1e20,'.repeat(19_990)}1]}`,
    `{"a":[${'{"\\u0000":1},'.repeat(9_000)}1]}`,
  ]) {
    expect(await store(readDocument(Buffer.from(json)))).toBe(true)
  }
})
