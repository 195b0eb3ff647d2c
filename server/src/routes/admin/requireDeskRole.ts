import type { RouteOptions } from 'fastify'
import type { Role } from '../../accounts/users.ts'
import { requireRole } from '../../plugins/auth.ts'
import { problem } from '../schemas.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Of a route of the desk: the least that an account must be. */
    role?: Exclude<Role, 'user'>
  }
}

/** An onRoute hook: a route of the desk that does not say who may use it cannot be registered. */
export function requireDeskRole(route: RouteOptions): void {
  const role = route.config?.role
  if (role === undefined || route.schema === undefined) throw new TypeError(`${route.url} does not say its role.`)
  route.onRequest = [requireRole(role), ...[route.onRequest ?? []].flat()]
  const { response } = route.schema as { response?: Record<string, unknown> }
  Object.assign(route.schema, { tags: ['admin'], security: [{ bearer: [] }], response: { ...response, 403: problem } })
}
