import { escapeXml } from './escapeXml.ts'

/** What one sitemap may hold (sitemaps.org). */
export const MAX_URLS = 50_000
export const PAGES = ['/', '/explore', '/stats', '/create'] as const

export interface SitemapCampaign {
  address: string
  updated_at: string
}

export function sitemapXml(campaigns: readonly SitemapCampaign[], origin: string): string {
  const pages = PAGES.map((path) => `<url><loc>${escapeXml(origin + path)}</loc></url>`)
  const urls = campaigns
    .slice(0, MAX_URLS - PAGES.length)
    .map(
      ({ address, updated_at }) =>
        `<url><loc>${escapeXml(`${origin}/campaigns/${address}`)}</loc><lastmod>${escapeXml(updated_at)}</lastmod></url>`,
    )
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...pages, ...urls].join('\n')}
</urlset>
`
}
