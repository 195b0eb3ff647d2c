import { get, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'

let api: TestApi
let port: number
beforeAll(async () => {
  api = await openTestApi({ keptBytes: 1_000_000 })
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  port = (api.app.server.address() as AddressInfo).port
})
afterAll(() => api.close())

/** Over a socket: what Node makes of the headers is part of it. */
async function ask(method: 'GET' | 'HEAD', path: string, headers: Record<string, string> = {}) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const open = method === 'GET' ? get : request
    open({ port, path, method, headers, agent: false }, resolve).on('error', reject).end()
  })
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }
}

test.each(['/api/v1/campaigns/?page_size=3', '/api/v1/stats/platform/', '/api/schema/', '/health/live'])(
  '%s is the same thing to GET and HEAD, and nothing new to who has it',
  async (path) => {
    const got = await ask('GET', path)
    const etag = String(got.headers.etag)
    expect([got.status, got.headers['content-length']]).toEqual([200, String(got.body.length)])
    const head = await ask('HEAD', path)
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) })
    expect([head.headers.etag, head.headers['content-length']]).toEqual([etag, String(got.body.length)])
    for (const condition of [etag, `W/${etag}, "other"`, '*']) {
      const headers = { 'if-none-match': condition }
      for (const method of ['GET', 'HEAD'] as const) {
        const unchanged = await ask(method, path, headers)
        expect(unchanged).toMatchObject({ status: 304, body: Buffer.alloc(0), headers: { etag } })
        expect(unchanged.headers['content-type']).toBeUndefined()
        // Left out, or what the whole answer has (RFC 9110, section 8.6).
        expect([undefined, String(got.body.length)]).toContain(unchanged.headers['content-length'])
      }
    }
    expect((await ask('HEAD', path, { 'if-none-match': '"other"' })).status).toBe(200)
  },
)
