import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyPluginAsync } from 'fastify'
import { sendCompressed } from './sendCompressed.ts'
import { themeOf } from './siteConfig.ts'

export interface DeskOptions {
  /** The built desk; default: admin/dist. */
  folder?: string | undefined
}

const DIST = resolve(fileURLToPath(new URL('../../../admin/dist', import.meta.url)))
const PATH = '/admin'

/**
 * The desk of the staff: one page and its files. It asks the API of its own origin and nobody else. Its routes lie in the
 * part after "#", so there is no other page to serve.
 */
export const deskRoutes: FastifyPluginAsync<DeskOptions> = async (app, { folder = DIST }) => {
  const page = readPage(folder)
  app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })

  app.get(`${PATH}/`, { schema: { hide: true }, config: { unlimited: true } }, async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'same-origin', 'x-robots-tag': 'noindex' })
    if (page === null) {
      const hint = `The desk is not built (${folder} is missing): run "npm run build --workspace admin".\n`
      return reply.code(404).type('text/plain; charset=utf-8').send(hint)
    }
    const nonce = randomBytes(18).toString('base64')
    reply.header('content-security-policy', policy(nonce)).type('text/html; charset=utf-8')
    return sendCompressed(request, reply, page.replaceAll('__NONCE__', nonce).replace('__THEME__', themeOf(request)))
  })
  app.get<{ Params: { '*': string } }>(
    `${PATH}/assets/*`,
    { schema: { hide: true }, config: { unlimited: true } },
    (request, reply) =>
      // Names hold a hash of the content.
      reply.sendFile(`assets/${request.params['*']}`, { maxAge: '365d', immutable: true }),
  )
}

/**
 * The component library writes its styles into style elements as it draws: those carry the nonce of their page, so no style
 * comes in that we did not write. Scripts are files of this origin, never inline.
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // blob: a hidden campaign's pictures are fetched with the staff's token, which an address cannot carry.
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

function readPage(folder: string): string | null {
  try {
    return readFileSync(join(folder, 'index.html'), 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}
