import { readFileSync } from 'node:fs'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { askCampaign } from '../askCampaign.ts'
import type { SiteConfig } from '../renderer.ts'
import { sendCompressed } from '../sendCompressed.ts'
import { embedHtml } from './embedHtml.ts'

/** What the card may load, and that anybody may frame it: unlike every other page it can do nothing but show. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

const FILES = { 'embed.css': 'text/css', 'embed.js': 'text/javascript' } as const

export interface EmbedOptions {
  siteConfig: (request: FastifyRequest) => Promise<SiteConfig>
}

/** `/embed/{address}`: a campaign's card for other people's pages. */
export const embedRoutes: FastifyPluginAsync<EmbedOptions> = async (app, { siteConfig }) => {
  for (const [file, type] of Object.entries(FILES)) {
    const content = readFileSync(new URL(file, import.meta.url), 'utf8')
    app.get(`/embed/${file}`, { schema: { hide: true }, config: { unlimited: true } }, async (request, reply) => {
      reply.headers({ 'cache-control': 'public, max-age=3600', vary: 'Accept-Encoding' })
      return sendCompressed(request, reply.type(`${type}; charset=utf-8`), content)
    })
  }

  app.get<{ Params: { address: string } }>(
    '/embed/:address',
    { schema: { hide: true }, config: { limit: 'content' } },
    async (request, reply) => {
      const config = await siteConfig(request)
      const asked = await askCampaign(app, request, request.params.address)
      reply.code(asked.status).removeHeader('x-frame-options').headers({
        'content-security-policy': POLICY,
        'cache-control': 'no-cache',
        vary: 'Accept-Encoding, Accept-Language, Cookie',
        'referrer-policy': 'strict-origin-when-cross-origin',
      })
      return sendCompressed(request, reply.type('text/html; charset=utf-8'), embedHtml(asked, config))
    },
  )
}
