import { type CampaignAnswer, nameOf } from '../askCampaign.ts'
import { escapeHtml } from '../escapeHtml.ts'
import type { SiteConfig } from '../renderer.ts'

/** As the page's own embed code has it. */
const WIDTH = 360
const HEIGHT = 420

/** The campaign that a URL of this host shows; a proxy may have changed the scheme, so that does not count. */
export function campaignOfUrl(url: string, origin: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const { protocol, host, pathname } = new URL(url)
  if (!/^https?:$/.test(protocol) || host !== new URL(origin).host) return undefined
  return /^\/(?:campaigns|embed)\/(0x[0-9a-f]{40})\/?$/i.exec(pathname)?.[1]?.toLowerCase()
}

/** oembed.com, section 2.3.4.4: a rich answer. */
export function oembed(
  campaign: CampaignAnswer,
  { origin, siteName }: SiteConfig,
  { maxWidth, maxHeight }: { maxWidth: number; maxHeight: number },
) {
  const title = nameOf(campaign)
  const width = Math.min(WIDTH, maxWidth)
  const height = Math.min(HEIGHT, maxHeight)
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: siteName,
    provider_url: `${origin}/`,
    cache_age: 3600,
    thumbnail_url: `${origin}/og/${campaign.address}.jpg`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
    width,
    height,
    html: `<iframe src="${escapeHtml(`${origin}/embed/${campaign.address}`)}" title="${escapeHtml(title)}" width="${width}" height="${height}" style="border:0" loading="lazy"></iframe>`,
  }
}
