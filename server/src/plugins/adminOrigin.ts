import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problems.ts'

/**
 * With ADMIN_ORIGIN the desk and its routes are answered under that host alone: to every other they do not exist, so that a page of the
 * public site, whatever went wrong with it, shares no origin with them.
 */
export function addAdminOrigin(app: FastifyInstance, adminOrigin: string | undefined): void {
  if (adminOrigin === undefined) return
  const { host } = new URL(adminOrigin)
  app.addHook('onRequest', async (request) => {
    // By the route, not by the path: that may be spelled in many ways.
    if (!isAdminRoute(request.routeOptions.url) || request.host.toLowerCase() === host) return
    throw new ProblemError('not_found', 'There is nothing at this path under this host.')
  })
}

const isAdminRoute = (route: string | undefined) => /^\/(api\/v1\/)?admin(\/|$)/.test(route ?? '')
