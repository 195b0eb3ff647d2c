import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'
import { addressOf } from '../routes/testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ world: [] })
})
afterAll(() => api.close())

const list = '/api/v1/campaigns/'

/** What a hostile world sends, percent-encoded where it must be. */
const NEVER = {
  empty: '',
  blank: '%20',
  plus: '+',
  NUL: '%00',
  'NUL after a value': '1%00',
  'a newline after a value': '1%0a',
  negative: '-1',
  'with a sign': '%2B1',
  float: '1.5e0',
  exponent: '1e3',
  hex: '0x10',
  NaN: 'NaN',
  Infinity: 'Infinity',
  'unicode digits': '%D9%A1%D9%A2',
  'fullwidth digits': '%EF%BC%91',
  grouped: '1_000',
  'with a comma': '1,000',
  'leading zero': '01',
  'past 2^256': '115792089237316195423570985008687907853269984665640564039457584007913129639936',
  '10 KB': '9'.repeat(10_000),
  SQL: "1'%20or%201%3D1%20--",
  path: '..%2F..%2Fetc%2Fpasswd',
  object: '%7B%7D',
  null: 'null',
}

const NUMERIC = ['page', 'page_size', 'chain_id', 'min_goal', 'max_goal', 'min_raised', 'max_raised', 'min_progress']
const OTHERS = ['status', 'creator_address', 'factory_address', 'has_withdrawn', 'category', 'has_metadata', 'ordering']

async function refused(url: string, path: string): Promise<string> {
  const response = await api.request(url)
  expect(response.statusCode, url.slice(0, 200)).toBe(400)
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const problem = response.json()
  expect(problem.code).toBe('validation_failed')
  expect(problem.errors.map((error: { path: string }) => error.path)).toContain(path)
  return problem.errors[0].message
}

describe.each([...NUMERIC, 'deadline_before', 'deadline_after', 'max_progress', ...OTHERS])('%s', (parameter) => {
  it.each(Object.entries(NEVER))('refuses a value that is %s', async (_name, value) => {
    expect(await refused(`${list}?${parameter}=${value}`, parameter)).toMatch(/^must be /)
  })

  it('refuses to be given twice, or as an array', async () => {
    expect(await refused(`${list}?${parameter}=1&${parameter}=1`, parameter)).toBe('must be given once')
    await refused(`${list}?${parameter}[]=1`, `${parameter}[]`)
    await refused(`${list}?${parameter}[a]=1`, `${parameter}[a]`)
  })
})

describe.each(['tag', 'location', 'cursor'])('%s', (parameter) => {
  it.each(['', '%00', 'a%00b', '%0a', '%1b', 'x'.repeat(10_000), 'x'.repeat(1001)])('refuses %j', async (value) => {
    await refused(`${list}?${parameter}=${value}`, parameter)
  })
})

describe('ranges', () => {
  it.each([
    ['page=0', 'page', 'must be a whole number from 1 to 1000000'],
    ['page=1000001', 'page', 'must be a whole number from 1 to 1000000'],
    ['page_size=0', 'page_size', 'must be a whole number from 1 to 100'],
    ['page_size=101', 'page_size', 'must be a whole number from 1 to 100'],
    ['chain_id=9007199254740992', 'chain_id', 'must be a whole number from 1 to 9007199254740991'],
    ['min_goal=-5', 'min_goal', 'must be a whole decimal number from 0 to 2^256 - 1'],
    ['min_progress=-0.1', 'min_progress', 'must be a plain decimal number from 0 to 9007199254740991'],
    ['has_withdrawn=1', 'has_withdrawn', 'must be true or false'],
    ['creator_address=0x123', 'creator_address', 'must be an address of 0x and 40 hex digits'],
    ['status=open', 'status', 'must be a comma list of one of ACTIVE, SUCCESS, FAILED, WITHDRAWN'],
    ['status=active,', 'status', 'must be a comma list of one of ACTIVE, SUCCESS, FAILED, WITHDRAWN'],
    ['include_metadata=yes', 'include_metadata', 'must be true or false'],
  ])('%s says what is allowed', async (query, path, message) => {
    expect(await refused(`${list}?${query}`, path)).toBe(message)
  })

  it('a chain that is not followed is refused with those that are', async () => {
    expect(await refused(`${list}?chain_id=999`, 'chain_id')).toBe('must be a chain followed here: 31337, 10')
  })

  it('their ends are accepted', async () => {
    const max = 2n ** 256n - 1n
    for (const query of [
      'page=1000000',
      'page_size=1',
      'page_size=100',
      `min_goal=${max}`,
      'max_progress=9007199254740991',
    ]) {
      await api.get(`${list}?${query}`)
    }
  })
})

describe('names', () => {
  it('an unknown parameter is refused with the names that are known', async () => {
    expect(await refused(`${list}?colour=red`, 'colour')).toMatch(
      /allowed are status, creator_address, .*page_size, cursor$/,
    )
    expect(await refused('/api/v1/chains/?x=1', 'x')).toBe('is not a parameter of this route, which takes none')
    for (const url of ['/api/v1/chains/31337/', '/health/live', '/health/ready']) await refused(`${url}?x=1`, 'x')
  })

  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])('%s is no parameter', async (name) => {
    await refused(`${list}?${name}=1`, name)
  })

  it('of a long name no more than 100 characters are told again', async () => {
    const name = 'n'.repeat(5_000)
    const parameter = await api.request(`${list}?${name}=1`)
    expect(parameter.json().errors).toMatchObject([{ path: name.slice(0, 100) }])
    const body = await api.request({ method: 'POST', url: '/api/v1/auth/token/', payload: { [name]: 1 } })
    expect(body.json().errors.map((error: { path: string }) => error.path)).toContain(name.slice(0, 100))
    expect(body.body).not.toContain(name.slice(0, 101))
  })

  it('every fault is told at once', async () => {
    const { errors, detail } = (await api.request(`${list}?page=0&x=1&min_goal=-1`)).json()
    expect(errors.map((error: { path: string }) => error.path)).toEqual(['page', 'x', 'min_goal'])
    expect(detail).toMatch(/\(and 2 more\)\.$/)
  })
})

describe('the path', () => {
  it.each([
    '0x',
    '0x123',
    `${addressOf('ca', 1)}0`,
    `0X${'a'.repeat(39)}`,
    'a'.repeat(10_000),
    '%00',
    'null',
    `0x${'g'.repeat(40)}`,
  ])('an address %s is refused', async (address) => {
    await refused(`/api/v1/campaigns/${address}/`, 'address')
  })

  it.each(['0', '-1', '1.5', '1e3', '0x1', '%D9%A1', '9007199254740992', '9'.repeat(10_000)])(
    'a chain id or event id %s is refused',
    async (id) => {
      await refused(`/api/v1/chains/${id}/`, 'chain_id')
      await refused(`/api/v1/events/${id}/`, 'id')
    },
  )

  it.each([
    '/api/v1/campaigns/%zz/',
    '/api/v1/campaigns/%',
    '/api/v1/campaigns/%c3%28/',
    `${list}?tag=%zz`,
    `${list}?tag=%ff`,
  ])('bad percent-encoding in %s is refused', async (url) => {
    const response = await api.request(url)
    expect(response.statusCode).toBe(400)
    expect(response.json().code).toBe('url_invalid')
    expect(response.headers['x-request-id']).toBe(response.json().request_id)
  })
})
