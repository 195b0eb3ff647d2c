import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deskRoutes } from './deskRoutes.ts'

const PAGE =
  '<html data-theme="__THEME__"><meta property="csp-nonce" nonce="__NONCE__"><script type="module" nonce="__NONCE__"></script></html>'

let app: FastifyInstance
const folder = mkdtempSync(join(tmpdir(), 'kindling-desk-'))

beforeAll(() => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'assets/index-1234.js'), 'export {}')
  app = fastify({ routerOptions: { ignoreTrailingSlash: true } })
  app.register(deskRoutes, { folder })
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

test('every answer has a nonce of its own, in the policy and in the page, and is kept nowhere', async () => {
  const nonces = await Promise.all(
    ['/admin', '/admin/'].map(async (url) => {
      const { body, headers } = await app.inject({ url })
      const policy = String(headers['content-security-policy'])
      const nonce = /'nonce-([\w+/=]{24})'/.exec(policy)?.[1]
      expect(body.match(/nonce="([^"]+)"/g)).toEqual([`nonce="${nonce}"`, `nonce="${nonce}"`])
      expect(headers['cache-control']).toBe('no-store')
      return nonce
    }),
  )
  expect(new Set(nonces).size).toBe(2)
})

test('scripts, pictures and requests are of this origin alone, and nothing inline runs', async () => {
  const policy = String((await app.inject({ url: '/admin/' })).headers['content-security-policy'])
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain("default-src 'none'; script-src 'self';")
  for (const kind of ['font-src', 'connect-src']) expect(policy).toContain(`${kind} 'self';`)
  expect(policy).toContain("img-src 'self' blob:;")
  expect(policy).toContain("frame-ancestors 'none'")
})

test('the page has the colours that were chosen in the web app', async () => {
  const page = async (cookie: string) => (await app.inject({ url: '/admin/', headers: { cookie } })).body
  expect(await page('kindling_theme=dark')).toContain('data-theme="dark"')
  expect(await page('kindling_theme="><script>')).toContain('data-theme="system"')
})

test('files with a hash in their name are kept for a year, and no others are served', async () => {
  const file = await app.inject({ url: '/admin/assets/index-1234.js' })
  expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  for (const url of ['/admin/assets/..%2Findex.html', '/admin/assets/none.js', '/admin/index.html']) {
    expect([403, 404], url).toContain((await app.inject({ url })).statusCode)
  }
})

test('without a build the desk says how to make one', async () => {
  const empty = fastify()
  empty.register(deskRoutes, { folder: join(folder, 'nowhere') })
  const { statusCode, body } = await empty.inject({ url: '/admin/' })
  expect(statusCode).toBe(404)
  expect(body).toContain('npm run build --workspace admin')
  await empty.close()
})
