import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import { errorMessage } from '../../lib/errors.ts'
import { ProblemError } from '../../plugins/problems.ts'
import { askApi, askCampaign, type CampaignAnswer, nameOf, pictureOf, shortAddress } from '../askCampaign.ts'
import { formatAmount, formatPercent } from '../figures.ts'
import type { SiteConfig } from '../renderer.ts'
import { createShareImages } from './createShareImages.ts'
import { drawnName } from './drawnName.ts'
import { drawShareImage, type ShareImage } from './drawShareImage.ts'

type Facts = Omit<ShareImage, 'picture'>

export interface ShareImageOptions {
  siteConfig: (request: FastifyRequest) => Promise<SiteConfig>
}

/** `/og/{address}.jpg`: what a shared link of a campaign shows. */
export const shareImageRoutes: FastifyPluginAsync<ShareImageOptions> = async (app, { siteConfig }) => {
  const images = createShareImages()

  /** Without the picture while that cannot be had: then under another version, so that the next to ask tries again. */
  async function draw(version: string, facts: Facts, read: () => Promise<Uint8Array | undefined>) {
    try {
      const bytes = await images.get(version, async () => drawShareImage({ ...facts, picture: await read() }))
      return { bytes, etag: `"${version}"` }
    } catch {
      const bytes = await images.get(`${version}.bare`, () => drawShareImage({ ...facts, picture: undefined }))
      return { bytes, etag: `"${version}.bare"` }
    }
  }

  app.get<{ Params: { file: string } }>(
    '/og/:file',
    { schema: { hide: true }, config: { limit: 'content' } },
    async (request, reply) => {
      const { file } = request.params
      const address = /^(0x[0-9a-f]{40})\.jpg$/i.exec(file)?.[1] ?? ''
      const asked = await askCampaign(app, request, address)
      if (asked.campaign === undefined) throw asked.problem
      const { campaign } = asked
      const facts = factsOf(campaign, await siteConfig(request))
      const picture = pictureOf(campaign, 1280)
      const version = createHash('sha256')
        .update(JSON.stringify([campaign.address, campaign.total_raised_wei, picture, facts]))
        .digest('base64url')
        .slice(0, 27)
      try {
        const { bytes, etag } = await draw(version, facts, () => readPicture(app, request, picture))
        reply.headers({ 'cache-control': 'public, max-age=300', etag })
        return reply.type('image/jpeg').send(bytes)
      } catch (error) {
        request.log.warn({ reason: errorMessage(error), address }, 'a share image could not be drawn')
        if (picture !== null) return reply.header('cache-control', 'no-cache').redirect(picture, 302)
        throw new ProblemError('not_ready', `The share image of campaign ${campaign.address} cannot be drawn just now.`)
      }
    },
  )
}

function factsOf(campaign: CampaignAnswer, { siteName, nativeSymbol }: SiteConfig): Facts {
  const raised = formatAmount(campaign.total_raised_eth, 'en')
  return {
    name: drawnName(nameOf(campaign)) ?? `Campaign ${shortAddress(campaign.address)}`,
    siteName: drawnName(siteName) ?? '',
    raised: `${raised} of ${formatAmount(campaign.goal_eth, 'en')} ${drawnName(nativeSymbol) ?? ''}`.trim(),
    percent: formatPercent(campaign.progress_percent, 'en'),
    progress: campaign.progress_percent / 100,
  }
}

async function readPicture(app: FastifyInstance, request: FastifyRequest, path: string | null) {
  if (path === null) return undefined
  const answer = await askApi(app, request, path)
  if (answer.statusCode === 200) return answer.rawPayload
  throw new ProblemError('content_unavailable', `The picture ${path} answered ${answer.statusCode}.`)
}
