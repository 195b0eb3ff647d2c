import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createBareApp } from '../routes/testing/createBareApp.ts'

const list = '/api/v1/campaigns/'

describe('bodies', () => {
  it.each([
    ['too large', 'application/json', `"${'x'.repeat(1024 * 1024)}"`, 413, 'body_too_large'],
    ['of another type', 'text/xml', '<x/>', 415, 'media_type_unsupported'],
    ['no JSON', 'application/json', '{', 400, 'body_invalid'],
    ['empty', 'application/json', '', 400, 'body_invalid'],
    ['poisoned', 'application/json', '{"__proto__":{"a":1}}', 400, 'body_invalid'],
  ])('%s are a problem', async (_name, type, payload, status, code) => {
    const app = createBareApp()
    app.register(
      async (instance) => void instance.post('/body', { schema: { hide: true } }, async () => ({ ok: true })),
    )
    const response = await app.inject({ method: 'POST', url: '/body', payload, headers: { 'content-type': type } })
    expect([response.statusCode, response.json().code]).toEqual([status, code])
    await app.close()
  })
})

describe('failures', () => {
  const broken = (databaseUrl?: string) =>
    createBareApp({
      databaseUrl,
      readiness: async () => {
        throw new Error('connect ECONNREFUSED 10.0.0.7:5432')
      },
    })

  it('a database that does not answer is a 503 that says nothing of it', async () => {
    const app = broken('postgres://secret:hunter2@127.0.0.1:1/none')
    const response = await app.inject(list)
    expect([response.statusCode, response.json().code]).toEqual([503, 'database_unavailable'])
    expect(response.headers['retry-after']).toBe('5')
    expect(response.body).not.toMatch(/127\.0\.0\.1|hunter2|ECONN|node_modules/)
    await app.close()
  })

  it('a fault of ours is a 500 without its reason', async () => {
    const app = broken()
    app.register(async (instance) => {
      instance.get('/fault', { schema: { hide: true } }, async () => {
        throw new TypeError('select secret from somewhere')
      })
    })
    const response = await app.inject('/fault')
    expect([response.statusCode, response.json().code]).toEqual([500, 'internal_error'])
    expect(response.body).not.toMatch(/secret|TypeError|\.ts/)
    await app.close()
  })

  it('readiness that cannot be told is not ready', async () => {
    const app = broken()
    const response = await app.inject('/health/ready')
    expect([response.statusCode, response.json().code, response.json().ready]).toEqual([503, 'not_ready', false])
    expect(response.body).not.toContain('10.0.0.7')
    expect((await app.inject('/health/live')).json()).toEqual({ status: 'ok', version: '0' })
    await app.close()
  })

  it('a failed check makes it not ready and stands in the answer', async () => {
    const checks = { database: { ok: true, detail: 'answers' }, broker: { ok: false, detail: 'does not answer' } }
    const app = createBareApp({ readiness: async () => ({ ready: false, checks }) })
    const response = await app.inject('/health/ready')
    expect(response.statusCode).toBe(503)
    expect(response.json()).toMatchObject({ checks, detail: 'Not ready: broker.' })
    await app.close()
  })

  it('what a route for everything below a path does not have is not found, not a wrong method', async () => {
    const app = createBareApp()
    app.get('/files/*', (_request, reply) => reply.callNotFound())
    const [missing, posted] = [
      await app.inject('/files/gone.js'),
      await app.inject({ method: 'POST', url: '/files/gone.js' }),
    ]
    expect([missing.statusCode, missing.json().code]).toEqual([404, 'not_found'])
    expect([posted.statusCode, posted.json().code]).toEqual([405, 'method_not_allowed'])
    await app.close()
  })

  it('what is no HTTP, and headers past 16 KiB, are answered as problems on the socket', async () => {
    const app = broken()
    await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = app.server.address() as { port: number }
    const send = (text: string) =>
      new Promise<string>((resolve, reject) => {
        let answer = ''
        const socket = connect(port, '127.0.0.1', () => socket.write(text))
        socket.on('data', (data) => {
          answer += data
        })
        socket.on('close', () => resolve(answer))
        socket.on('error', reject)
      })
    expect(await send('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 .*"code":"request_invalid"/s)
    expect(await send(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 .*"headers_too_large"/s,
    )
    await app.close()
  })
})

it('a body that is too large for its route is told how much that takes', async () => {
  const app = createBareApp()
  app.register(
    async (instance) =>
      void instance.post('/body', { schema: { hide: true }, bodyLimit: 16 * 1024 }, async () => ({ ok: true })),
  )
  const payload = `"${'x'.repeat(20_000)}"`
  const response = await app.inject({
    method: 'POST',
    url: '/body',
    payload,
    headers: { 'content-type': 'application/json' },
  })
  expect([response.statusCode, response.json().detail]).toEqual([413, 'The body is larger than 16 KiB.'])
  await app.close()
})
