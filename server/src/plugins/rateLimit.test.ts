import { describe, expect, it } from 'vitest'
import { createBareApp } from '../routes/testing/createBareApp.ts'

describe('limits', () => {
  async function limited(env: Record<string, string>) {
    const app = createBareApp({ env: { RATE_LIMIT_ANON: '3/minute', ...env } })
    await app.ready()
    const statuses = async (headers: Record<string, string>[]) => {
      const answers = []
      for (const one of headers) answers.push(await app.inject({ url: '/nothing', headers: one }))
      return answers
    }
    return { app, statuses }
  }

  it('past the limit everything is a 429 that says when to come back, but for probes', async () => {
    const { app, statuses } = await limited({})
    const answers = await statuses([{}, {}, {}, {}])
    expect(answers.map((answer) => answer.statusCode)).toEqual([404, 404, 404, 429])
    expect(answers.map((answer) => answer.headers['ratelimit-remaining'])).toEqual(['2', '1', '0', '0'])
    expect(answers[3]!.json().code).toBe('rate_limited')
    expect(Number(answers[3]!.headers['retry-after'])).toBeGreaterThan(0)
    expect(answers[3]!.headers['content-security-policy']).toBeDefined()
    expect((await app.inject('/health/live')).statusCode).toBe(200)
    await app.close()
  })

  it('a forged X-Forwarded-For changes nothing, unless a proxy is trusted', async () => {
    const forged = [1, 2, 3, 4].map((i) => ({ 'x-forwarded-for': `203.0.113.${i}` }))
    const direct = await limited({})
    expect((await direct.statuses(forged)).at(-1)!.statusCode).toBe(429)
    await direct.app.close()
    const proxied = await limited({ TRUST_PROXY: 'on' })
    expect((await proxied.statuses(forged)).at(-1)!.statusCode).toBe(404)
    // Only what the proxy itself added counts: the rest of the header is the client's word.
    const longer = [1, 2, 3, 4].map((i) => ({ 'x-forwarded-for': `203.0.113.${i}, 198.51.100.9` }))
    expect((await proxied.statuses(longer)).at(-1)!.statusCode).toBe(429)
    await proxied.app.close()
  })
})
