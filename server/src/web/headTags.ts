import { createHash } from 'node:crypto'
import { escapeHtml, scriptJson } from './escapeHtml.ts'
import type { Head, SiteConfig } from './renderer.ts'

const DESCRIPTION_LENGTH = 300

/** Title, description, canonical address, Open Graph, Twitter card and JSON-LD, as tags. */
export function headTags(head: Head, config: SiteConfig, path: string): string {
  const canonical = new URL(head.canonical ?? path, config.origin).href
  const description = head.description?.slice(0, DESCRIPTION_LENGTH)
  const shared = sharedCampaign(head)
  const image = shared?.image ?? head.image
  const meta = (key: 'name' | 'property', name: string, content: string | undefined) =>
    content ? `<meta ${key}="${name}" content="${escapeHtml(content)}">` : ''
  return [
    `<title>${escapeHtml(head.title)}</title>`,
    meta('name', 'description', description),
    head.noIndex ? '<meta name="robots" content="noindex">' : `<link rel="canonical" href="${escapeHtml(canonical)}">`,
    meta('property', 'og:site_name', config.siteName),
    meta('property', 'og:type', head.type ?? 'website'),
    meta('property', 'og:title', head.title),
    meta('property', 'og:description', description),
    meta('property', 'og:url', canonical),
    meta('property', 'og:image', image && new URL(image, config.origin).href),
    shared ? '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">' : '',
    meta('property', 'og:image:alt', image ? (head.imageAlt ?? head.title) : undefined),
    meta('property', 'og:locale', config.language === 'de' ? 'de_DE' : 'en_US'),
    meta('name', 'twitter:card', image ? 'summary_large_image' : 'summary'),
    `<link rel="alternate" type="application/atom+xml" title="${escapeHtml(`New campaigns on ${config.siteName}`)}" href="/feed.xml">`,
    shared
      ? `<link rel="alternate" type="application/json+oembed" title="${escapeHtml(head.title)}" href="${escapeHtml(`${config.origin}/oembed?url=${encodeURIComponent(canonical)}&format=json`)}">`
      : '',
    head.jsonLd ? `<script type="application/ld+json">${scriptJson(head.jsonLd)}</script>` : '',
    head.preloadImage
      ? `<link rel="preload" as="image" imagesrcset="${escapeHtml(head.preloadImage.srcSet)}" imagesizes="${escapeHtml(head.preloadImage.sizes)}" fetchpriority="high">`
      : '',
  ]
    .filter(Boolean)
    .join('\n')
}

/** Of a campaign's page: its generated image. The title says its name and progress, so a new one of these is a new image. */
function sharedCampaign(head: Head): { image: string } | undefined {
  const address = /^\/campaigns\/(0x[0-9a-f]{40})$/.exec(head.canonical ?? '')?.[1]
  if (address === undefined || head.noIndex) return undefined
  const version = createHash('sha256')
    .update(JSON.stringify([head.title, head.image]))
    .digest('base64url')
    .slice(0, 12)
  return { image: `/og/${address}.jpg?v=${version}` }
}
