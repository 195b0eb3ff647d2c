import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EVENT_NAMES } from '../queries/eventRow.ts'
import { openTestApi, type TestApi } from './testing/openTestApi.ts'
import { hashOf, IMAGE_CID, MAX } from './testing/world.ts'

interface Parameter {
  in: 'path' | 'query'
  name: string
  schema: {
    type?: string
    format?: string
    enum?: unknown[]
    minimum?: number
    maximum?: number
    items?: { enum?: unknown[] }
  }
}

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '../..',
    '%',
    '٣',
    '-1',
    '1e9',
    '0x1',
    'NaN',
    String(MAX + 1n),
    "' or 1=1 --",
    'null',
    'x'.repeat(9_000),
  ),
)

/** Mostly what the parameter takes, so that requests get past validation. */
function someValue({ schema }: Parameter): fc.Arbitrary<string> {
  const good = (): fc.Arbitrary<string> => {
    if (schema.enum) return fc.constantFrom(...schema.enum.map(String))
    if (schema.items?.enum)
      return fc.subarray(schema.items.enum.map(String), { minLength: 1 }).map((some) => some.join(','))
    if (schema.type === 'boolean') return fc.constantFrom('true', 'false')
    if (schema.type === 'integer') {
      return fc
        .oneof(fc.integer({ min: 1, max: 80 }), fc.constantFrom(schema.minimum ?? 0, schema.maximum ?? 100, 31337))
        .map(String)
    }
    if (schema.type === 'number') return fc.double({ min: 0, max: 500, noNaN: true }).map((number) => number.toFixed(3))
    const known: Record<string, string[]> = {
      address: api.world.flatMap((one) => [
        one.address,
        one.creator_address,
        one.donations[0]?.donor_address ?? one.factory_address,
      ]),
      hash: [hashOf('t', 120), hashOf('tc', 3)],
      uint256: ['0', '1000000000000000000', String(MAX)],
      cid: [IMAGE_CID, 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG'],
    }
    return fc.constantFrom(...(known[schema.format ?? ''] ?? ['solar', 'Berlin', EVENT_NAMES[0]]))
  }
  return fc.oneof({ weight: 12, arbitrary: good() }, { weight: 1, arbitrary: nasty })
}

function urlOf(path: string, parameters: Parameter[]): fc.Arbitrary<string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const query = fc.oneof(
    { weight: 6, arbitrary: fc.subarray(inQuery, { maxLength: Math.min(5, inQuery.length) }) },
    { weight: 1, arbitrary: fc.constant([{ in: 'query', name: 'unknown', schema: {} } as Parameter]) },
  )
  return fc
    .tuple(
      fc.tuple(...inPath.map(someValue)),
      query.chain((some) => fc.tuple(...some.map((one) => someValue(one).map((value) => [one.name, value] as const)))),
    )
    .map(([values, pairs]) => {
      const concrete = inPath.reduce(
        (url, { name }, i) => url.replace(`{${name}}`, encodeURIComponent(values[i]!)),
        path,
      )
      return pairs.length === 0
        ? concrete
        : `${concrete}?${new URLSearchParams(pairs.map(([name, value]) => [name, value] as [string, string]))}`
    })
}

it('whatever a GET route is asked, it answers as its schema says and never with 5xx', async () => {
  const { paths } = api.app.swagger() as unknown as { paths: Record<string, { get: { parameters?: Parameter[] } }> }
  const statuses = new Map<number, number>()
  for (const [path, { get }] of Object.entries(paths)) {
    await fc.assert(
      fc.asyncProperty(urlOf(path, get.parameters ?? []), async (url) => {
        // The answer's status, type and body are checked against the document by the request itself.
        const response = await api.request(url)
        expect(response.statusCode, url).toBeLessThan(500)
        statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1)
      }),
      { numRuns: 120, seed: 7 },
    )
  }
  for (const status of [200, 400, 404]) expect(statuses.get(status), String(status)).toBeGreaterThan(100)
})
