import type { RouteOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBareApp } from '../testing/createBareApp.ts'
import { type Desk, openDesk } from './testing/openDesk.ts'

/** What admins alone may do; everything else of the desk is for staff. */
const ADMIN_ONLY = [
  'POST /api/v1/admin/metadata/:address/clear/',
  'POST /api/v1/admin/chains/:chain_id/resync/',
  'POST /api/v1/admin/dead-letters/:id/replay/',
  'POST /api/v1/admin/dead-letters/:id/discard/',
  'POST /api/v1/admin/verify-runs/',
  'GET /api/v1/admin/users/',
  'GET /api/v1/admin/users/export.csv',
  'GET /api/v1/admin/users/export.ndjson',
  'GET /api/v1/admin/users/:id/',
  'POST /api/v1/admin/users/',
  'PATCH /api/v1/admin/users/:id/',
  'POST /api/v1/admin/users/:id/reset-password/',
]

/** Every route of the desk, from the app's own table: a new one is in it by itself. */
async function deskRoutes(): Promise<{ method: string; url: string }[]> {
  const app = createBareApp()
  const found: { method: string; url: string }[] = []
  app.addHook('onRoute', ({ method, url }: RouteOptions) => {
    if (!url.startsWith('/api/v1/admin')) return
    for (const one of [method].flat()) if (one !== 'HEAD') found.push({ method: one, url })
  })
  await app.ready()
  await app.close()
  return found
}

let desk: Desk
let routes: { method: string; url: string }[]
beforeAll(async () => {
  desk = await openDesk()
  routes = await deskRoutes()
})
afterAll(() => desk.close())

describe('roles', () => {
  it('are asked for by every route of the desk, for what it does', async () => {
    expect(routes.length).toBeGreaterThan(45)
    const wrong: string[] = []
    for (const { method, url } of routes) {
      const path = url
        .replace('/api/v1/admin/', '')
        .replace(':address', desk.world[0]!.address)
        .replace(':chain_id', '31337')
        .replace(':id', '999999')
      const expected = ADMIN_ONLY.includes(`${method} ${url}`)
        ? { nobody: 401, user: 403, staff: 403, admin: 'in' }
        : { nobody: 401, user: 403, staff: 'in', admin: 'in' }
      for (const [as, status] of Object.entries(expected)) {
        // A body that no route takes: who is let in changes nothing.
        const body = method === 'GET' ? undefined : { nonsense: true }
        const answer = await desk.ask(method as 'GET', path, body, as as 'nobody')
        const outcome = answer.statusCode === 401 || answer.statusCode === 403 ? answer.statusCode : 'in'
        if (outcome !== status) wrong.push(`${method} ${url} as ${as}: ${answer.statusCode}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('of admins are in the list above, each by its route', () => {
    const known = new Set(routes.map(({ method, url }) => `${method} ${url}`))
    expect(ADMIN_ONLY.filter((one) => !known.has(one))).toEqual([])
  })

  it('hold from the next request on', async () => {
    const { results } = await desk.told(200, 'GET', 'users/?q=a-staff')
    await desk.told(200, 'GET', 'overview/', undefined, 'staff')
    await desk.told(200, 'PATCH', `users/${results[0].id}/`, { role: 'user' })
    expect((await desk.told(403, 'GET', 'overview/', undefined, 'staff')).code).toBe('role_required')
    await desk.told(200, 'PATCH', `users/${results[0].id}/`, { role: 'staff' })
    await desk.told(200, 'GET', 'overview/', undefined, 'staff')
    await desk.told(200, 'PATCH', `users/${results[0].id}/`, { disabled: true })
    expect((await desk.told(401, 'GET', 'overview/', undefined, 'staff')).code).toBe('token_invalid')
    await desk.told(200, 'PATCH', `users/${results[0].id}/`, { disabled: false })
    // What it was signed in with ended for good.
    await desk.told(401, 'GET', 'overview/', undefined, 'staff')
  })
})
