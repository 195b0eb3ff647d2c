import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEAD_BLOCK } from './routes/testing/insertWorld.ts'
import { openTestApi, type TestApi } from './routes/testing/openTestApi.ts'
import { addressOf } from './routes/testing/world.ts'

const list = '/api/v1/campaigns/'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi({ env: { CORS_ORIGINS: 'https://kindling.example' } })
})
afterAll(() => api.close())

describe('paths', () => {
  it('are answered with and without the trailing slash', async () => {
    const { paths } = api.app.swagger() as { paths: Record<string, object> }
    const concrete = Object.keys(paths)
      .map((path) => path.replace('{address}', api.world[0]!.address).replace('{chain_id}', '31337'))
      // A stream never ends.
      .filter((path) => !path.includes('{') && !path.includes('/stream/'))
    expect(concrete.length).toBeGreaterThan(12)
    for (const path of concrete) {
      const [with_, without] = await Promise.all([
        api.request(`${path.replace(/\/$/, '')}/`),
        api.request(path.replace(/\/$/, '')),
      ])
      expect(without.statusCode, path).toBe(with_.statusCode)
      expect(without.statusCode).not.toBe(500)
    }
  })

  it('/ leads to the docs', async () => {
    const response = await api.request('/')
    expect([response.statusCode, response.headers.location]).toEqual([302, '/api/docs/'])
  })

  it('that are unknown are a 404 problem that names them', async () => {
    for (const url of ['/nothing', '/api/v1/', '/api/v1/nothing/', '/api/v1/campaigns/a/b/c/d', '/.env']) {
      const response = await api.request(url)
      expect(response.statusCode, url).toBe(404)
      expect(response.json()).toMatchObject({
        type: 'urn:kindling:problem:not_found',
        code: 'not_found',
        status: 404,
        request_id: response.headers['x-request-id'],
      })
    }
  })

  it('take no other method than theirs', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const response = await api.request({
        method,
        url: list,
        payload: '<x/>',
        headers: { 'content-type': 'text/xml' },
      })
      expect(response.statusCode).toBe(405)
      expect(response.json().code).toBe('method_not_allowed')
      expect(response.headers['allow']).toBe('GET, HEAD')
    }
  })
})

describe('caching', () => {
  it('an answer known to the client is a 304 without a body', async () => {
    const first = await api.request(list)
    const etag = String(first.headers['etag'])
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await api.request({ method: 'GET', url: list, headers: { 'if-none-match': known } })
      expect([again.statusCode, again.body]).toEqual([304, ''])
      expect(again.headers['etag']).toBe(etag)
      expect(again.headers['x-block-number']).toBe(HEAD_BLOCK.toString())
    }
    const other = await api.request({ method: 'GET', url: list, headers: { 'if-none-match': '"other"' } })
    expect(other.statusCode).toBe(200)
  })

  it('the same rows give the same ETag, other rows another', async () => {
    const [a, b, c] = await Promise.all([api.request(list), api.request(list), api.request(`${list}?page=2`)])
    expect(a.headers['etag']).toBe(b.headers['etag'])
    expect(a.headers['etag']).not.toBe(c.headers['etag'])
  })

  it('HEAD gives the headers of GET alone', async () => {
    const get = await api.request(list)
    const head = await api.request({ method: 'HEAD', url: list })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    for (const name of ['etag', 'content-length', 'content-type', 'x-block-number', 'cache-control']) {
      expect(head.headers[name], name).toBe(get.headers[name])
    }
  })

  it('is said for every kind of answer, and errors are not kept', async () => {
    const said = async (url: string) => (await api.request(url)).headers['cache-control']
    expect(await said(list)).toBe('public, no-cache')
    expect(await said('/api/v1/chains/')).toBe('public, max-age=60')
    expect(await said('/api/v1/stats/platform/')).toBe('public, max-age=5')
    expect(await said('/api/v1/campaigns/0x/')).toBe('no-store')
    expect(await said('/health/live')).toBe('no-store')
  })
})

describe('headers', () => {
  it('keep browsers from running or framing anything, on errors too', async () => {
    for (const url of [list, '/nothing', `${list}?x=1`]) {
      const { headers } = await api.request(url)
      expect(headers['content-security-policy'], url).toBe("default-src 'none';frame-ancestors 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-frame-options']).toBe('DENY')
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it('that concern documents alone come with everything but what is kept', async () => {
    const opener = async (url: string) => (await api.request(url)).headers['cross-origin-opener-policy']
    expect(await opener(list)).toBeUndefined()
    for (const url of ['/nothing', '/api/docs/', '/api/v1/chains/']) expect(await opener(url), url).toBe('same-origin')
  })

  it('a request id of the client is not taken over', async () => {
    const { headers } = await api.request({
      method: 'GET',
      url: list,
      headers: { 'x-request-id': 'mine', 'request-id': 'mine' },
    })
    expect(headers['x-request-id']).not.toBe('mine')
  })

  it('let only the named origins read across origins', async () => {
    const allowed = async (origin: string) =>
      (await api.request({ method: 'GET', url: list, headers: { origin } })).headers['access-control-allow-origin']
    expect(await allowed('https://kindling.example')).toBe('https://kindling.example')
    expect(await allowed('https://evil.example')).toBeUndefined()
    const preflight = await api.request({
      method: 'OPTIONS',
      url: list,
      headers: { origin: 'https://kindling.example', 'access-control-request-method': 'GET' },
    })
    expect(preflight.statusCode).toBe(204)
  })

  it('a strange Host header does not enter links', async () => {
    const { next } = (await api.request({ method: 'GET', url: list, headers: { host: 'a"b<c>' } })).json()
    expect(next).toBe('http://localhost/api/v1/campaigns/?page=2')
    const forwarded = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
    expect((await api.request({ method: 'GET', url: list, headers: forwarded })).json().next).toMatch(
      /^http:\/\/localhost\//,
    )
  })
})

describe('what describes the API', () => {
  it('/api/schema/ is the document', async () => {
    const response = await api.request('/api/schema/')
    expect(response.json()).toEqual(JSON.parse(JSON.stringify(api.app.swagger())))
    expect(response.json().openapi).toBe('3.1.0')
  })

  it('/api/docs/ shows it with nothing from elsewhere', async () => {
    const page = await api.request('/api/docs/')
    expect(page.headers['content-type']).toMatch(/^text\/html/)
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
    const assets = [...page.body.matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, asset]) => asset)
    expect(assets.length).toBeGreaterThan(4)
    for (const asset of assets) expect((await api.request(`/api/docs/${asset}`)).statusCode, asset).toBe(200)
    expect((await api.request('/api/docs/json')).json().info.title).toBe('Kindling')
  })

  it('/metrics counts requests by route and says where the tables are', async () => {
    await api.request(`/api/v1/campaigns/${addressOf('ca', 1)}/`)
    const { body, headers } = await api.request('/metrics')
    expect(headers['content-type']).toMatch(/^text\/plain/)
    expect(body).toMatch(
      /kindling_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/campaigns\/:address\/",status="404"\} \d/,
    )
    expect(body).toContain(`kindling_last_block{chain_id="31337"} ${HEAD_BLOCK}`)
    expect(body).toContain('kindling_dead_letters 0')
    expect(body).not.toContain(addressOf('ca', 1))
  })
})
