import type { FastifyRequest } from 'fastify'

/** Scheme and host by which the client reached us; a proxy's word counts only with TRUST_PROXY. */
export function originOf(request: FastifyRequest): string {
  const url = `${request.protocol}://${request.host}`
  // A Host header can hold anything.
  return /^[\w.\-:[\]]{1,255}$/.test(request.host ?? '') && URL.canParse(url) ? new URL(url).origin : 'http://localhost'
}
