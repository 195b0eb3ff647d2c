import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { ProblemError } from '../../plugins/problems.ts'
import { askCampaign } from '../askCampaign.ts'
import type { SiteConfig } from '../renderer.ts'
import { sendCompressed } from '../sendCompressed.ts'
import { feedXml } from './feedXml.ts'
import { listNewest } from './listNewest.ts'
import { campaignOfUrl, oembed } from './oembed.ts'
import { MAX_URLS, PAGES, type SitemapCampaign, sitemapXml } from './sitemapXml.ts'

const FEED_LENGTH = 30
/** A walk of all campaigns is 500 requests of our own: one for everybody who asks within this time. */
const SITEMAP_MS = 10 * 60_000

export interface DiscoveryOptions {
  siteConfig: (request: FastifyRequest) => Promise<SiteConfig>
  /** Another one whenever a campaign was hidden or shown again. */
  hiddenVersion: () => Promise<string>
}

/** What crawlers, feed readers and other people's editors ask for. */
export const discoveryRoutes: FastifyPluginAsync<DiscoveryOptions> = async (app, { siteConfig, hiddenVersion }) => {
  const sitemapCampaigns = createSitemapReader(hiddenVersion, (request) =>
    listNewest(app, request, { max: MAX_URLS - PAGES.length, metadata: false }),
  )
  const hidden = { schema: { hide: true } }

  app.get('/robots.txt', { ...hidden, config: { unlimited: true } }, async (request, reply) => {
    const { origin } = await siteConfig(request)
    // Pictures are content; the rest of the API says again what the pages say.
    const lines = ['User-agent: *', 'Allow: /api/v1/ipfs/', 'Disallow: /api/', '', `Sitemap: ${origin}/sitemap.xml`]
    reply.header('cache-control', 'public, max-age=3600').type('text/plain; charset=utf-8')
    return reply.send(`${lines.join('\n')}\n`)
  })

  app.get('/sitemap.xml', hidden, async (request, reply) => {
    const { origin } = await siteConfig(request)
    const campaigns = await sitemapCampaigns(request)
    reply.headers({ 'cache-control': 'public, max-age=600', vary: 'Accept-Encoding' })
    return sendCompressed(request, reply.type('application/xml; charset=utf-8'), sitemapXml(campaigns, origin))
  })

  app.get('/feed.xml', hidden, async (request, reply) => {
    const config = await siteConfig(request)
    const campaigns = answered(await listNewest(app, request, { max: FEED_LENGTH, metadata: true }))
    reply.headers({ 'cache-control': 'public, max-age=60', vary: 'Accept-Encoding' })
    return sendCompressed(request, reply.type('application/atom+xml; charset=utf-8'), feedXml(campaigns, config))
  })

  app.get<{ Querystring: Record<string, unknown> }>('/oembed', hidden, async (request, reply) => {
    const config = await siteConfig(request)
    const { url, format = 'json', maxwidth, maxheight } = request.query
    if (format !== 'json')
      return reply.code(501).type('text/plain; charset=utf-8').send('Only format=json is spoken.\n')
    const address = typeof url === 'string' ? campaignOfUrl(url, config.origin) : undefined
    if (address === undefined) {
      throw new ProblemError('not_found', `The url is no address of a campaign on ${config.origin}.`)
    }
    const asked = await askCampaign(app, request, address)
    if (asked.campaign === undefined) throw asked.problem
    reply.header('cache-control', 'public, max-age=60')
    return oembed(asked.campaign, config, { maxWidth: sizeOf(maxwidth), maxHeight: sizeOf(maxheight) })
  })
}

/** No limit for what is no size. */
const sizeOf = (written: unknown): number => (Number(written) >= 1 ? Math.floor(Number(written)) : Infinity)

function answered<T>(campaigns: T[] | undefined): T[] {
  if (campaigns !== undefined) return campaigns
  throw new ProblemError('not_ready', 'The campaigns cannot be listed just now.', { headers: { 'retry-after': '5' } })
}

/** What is known counts until it is old, or until something was hidden or shown again. */
function createSitemapReader(
  hiddenVersion: () => Promise<string>,
  list: (request: FastifyRequest) => Promise<SitemapCampaign[] | undefined>,
) {
  let known: { campaigns: SitemapCampaign[]; at: number; version: string } | undefined
  let underway: Promise<SitemapCampaign[]> | undefined

  async function read(request: FastifyRequest, version: string): Promise<SitemapCampaign[]> {
    // Of each campaign only what the sitemap says: 50,000 are kept.
    const campaigns = answered(await list(request)).map(({ address, updated_at }) => ({ address, updated_at }))
    known = { campaigns, at: Date.now(), version }
    return campaigns
  }

  return async (request: FastifyRequest): Promise<SitemapCampaign[]> => {
    const version = await hiddenVersion()
    if (known?.version === version && Date.now() - known.at < SITEMAP_MS) return known.campaigns
    underway ??= read(request, version).finally(() => {
      underway = undefined
    })
    return underway
  }
}
