import { fastify } from 'fastify'
import { expect, test } from 'vitest'
import { addAdminOrigin } from './adminOrigin.ts'

async function appWith(adminOrigin: string | undefined) {
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } })
  app.setErrorHandler((error, _request, reply) =>
    reply.code((error as { statusCode?: number }).statusCode ?? 500).send(),
  )
  addAdminOrigin(app, adminOrigin)
  for (const url of ['/admin', '/admin/*', '/api/v1/admin/campaigns/', '/api/v1/campaigns/', '/administrators/'])
    app.get(url, async () => 'answered')
  await app.ready()
  return async (url: string, host: string) => (await app.inject({ url, headers: { host } })).statusCode
}

test('with an admin origin, the desk and its routes answer under that host alone, however their path is spelled', async () => {
  const ask = await appWith('https://desk.example.org')
  for (const path of [
    '/admin',
    '/admin/',
    '/admin/x.js',
    '/api/v1/admin/campaigns/',
    '/api/v1/%61dmin/campaigns',
    '/%61dmin/',
  ]) {
    expect([path, await ask(path, 'desk.example.org')]).toEqual([path, 200])
    expect([path, await ask(path, 'DESK.example.org')]).toEqual([path, 200])
    for (const host of ['example.org', 'desk.example.org:8000', 'desk.example.org.evil.example'])
      expect([path, host, await ask(path, host)]).toEqual([path, host, 404])
  }
  for (const path of ['/api/v1/campaigns/', '/administrators/']) {
    expect(await ask(path, 'example.org')).toBe(200)
    expect(await ask(path, 'desk.example.org')).toBe(200)
  }
})

test('without one they answer everywhere', async () => {
  const ask = await appWith(undefined)
  expect(await ask('/admin/', 'example.org')).toBe(200)
})
