import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeUser } from '../accounts/manageUsers.ts'
import { CLI } from '../audit/cliActor.ts'
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
  api = await openTestApi({
    env: { TRUST_PROXY: 'on', RATE_LIMIT_USER: '1000000/minute' },
    broker: { kind: 'embedded', depth: async () => 0, consumers: async () => 0, republish: async () => {} },
  })
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

interface Body {
  content: Record<string, { schema: { properties?: Record<string, Parameter['schema']>; required?: string[] } }>
}
interface Operation {
  parameters?: Parameter[]
  requestBody?: Body
  responses: Record<string, { content?: object }>
}

const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, [], 'text', 1, JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`)),
)

/** Mostly what the route takes; also other types, missing and unknown members, and what is no JSON at all. */
function someBody(body: Body | undefined): fc.Arbitrary<{ payload?: string; type?: string }> {
  const schema = body?.content['application/json']?.schema
  if (!schema?.properties) return fc.constant({})
  const members = Object.fromEntries(
    Object.keys(schema.properties).map((name) => [
      name,
      fc.oneof({ weight: 8, arbitrary: fc.constantFrom('grace', 'violet kettle orbit 42', '0x1234') }, nasty, anyJson),
    ]),
  )
  const json = fc.oneof(
    { weight: 8, arbitrary: fc.record(members, { requiredKeys: Object.keys(members) }) as fc.Arbitrary<unknown> },
    { weight: 2, arbitrary: fc.record({ ...members, role: anyJson }, { requiredKeys: [] }) as fc.Arbitrary<unknown> },
    { weight: 1, arbitrary: anyJson },
  )
  return fc.oneof(
    { weight: 10, arbitrary: json.map((value) => ({ payload: JSON.stringify(value), type: 'application/json' })) },
    { weight: 1, arbitrary: nasty.map((payload) => ({ payload, type: 'application/json' })) },
    { weight: 1, arbitrary: nasty.map((payload) => ({ payload, type: 'text/xml' })) },
  )
}

const isStreamed = ({ responses }: Operation) => 'text/event-stream' in (responses[200]?.content ?? {})

it('whatever a route is asked, it answers as its schema says and never with 5xx', { timeout: 300_000 }, async () => {
  const { paths } = api.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> }
  const { access } = (
    await api.post('/api/v1/auth/register/', { username: 'fuzz', password: 'violet kettle orbit 42' })
  ).json()
  const tokens = fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 3, arbitrary: fc.constant({ authorization: `Bearer ${access}` }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('Bearer x', 'Basic eDp5', 'Bearer a.b.c').map((authorization) => ({ authorization })),
    },
  )
  // Out of reach of the ids that are tried: nobody demotes it or gives it another password.
  await api.pool.query('alter table users alter column id restart with 5000')
  await makeUser(api.pool, CLI, { username: 'fuzz-admin', password: 'violet kettle orbit 42', role: 'admin' })
  const admin = (
    await api.post('/api/v1/auth/token/', { username: 'fuzz-admin', password: 'violet kettle orbit 42' })
  ).json()
  const adminTokens = fc.oneof(
    { weight: 9, arbitrary: fc.constant({ authorization: `Bearer ${admin.access}` }) },
    { weight: 1, arbitrary: tokens },
  )
  const statuses = new Map<number, number>()
  let client = 0
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      // An answer that does not end cannot be injected; stream.test.ts asks it over a socket.
      if (isStreamed(operation)) continue
      const isDesk = path.startsWith('/api/v1/admin/')
      const request = fc.tuple(
        urlOf(path, operation.parameters ?? []),
        someBody(operation.requestBody),
        isDesk ? adminTokens : tokens,
      )
      await fc.assert(
        fc.asyncProperty(request, async ([url, body, token]) => {
          client++
          // The answer's status, type and body are checked against the document by the request itself.
          const response = await api.request({
            method: method.toUpperCase() as 'GET',
            url,
            ...(body.payload === undefined ? {} : { payload: body.payload }),
            headers: {
              ...token,
              ...(body.type === undefined ? {} : { 'content-type': body.type }),
              // Each is another client: limits have a test of their own.
              'x-forwarded-for': `10.${client >> 16}.${(client >> 8) & 255}.${client & 255}`,
            },
          })
          // A gateway's failure is no fault of ours.
          expect(response.statusCode < 500 || [502, 504].includes(response.statusCode), url).toBe(true)
          statuses.set(response.statusCode, (statuses.get(response.statusCode) ?? 0) + 1)
        }),
        { numRuns: isDesk ? 40 : 100, seed: 7 },
      )
    }
  }
  for (const status of [200, 400, 401, 404]) expect(statuses.get(status), String(status)).toBeGreaterThan(100)
})
