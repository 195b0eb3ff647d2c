import { type CampaignAnswer, nameOf, pictureOf } from '../askCampaign.ts'
import type { SiteConfig } from '../renderer.ts'
import { escapeXml } from './escapeXml.ts'

/** Atom (RFC 4287) of campaigns, the newest first. */
export function feedXml(campaigns: readonly CampaignAnswer[], { origin, siteName }: SiteConfig): string {
  // A feed of nothing was updated at no time that anybody could have missed.
  const updated = campaigns
    .map(({ updated_at }) => updated_at)
    .toSorted()
    .at(-1)
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escapeXml(`${origin}/feed.xml`)}</id>
<title>${escapeXml(`New campaigns on ${siteName}`)}</title>
<updated>${escapeXml(updated ?? new Date(0).toISOString())}</updated>
<author><name>${escapeXml(siteName)}</name><uri>${escapeXml(`${origin}/`)}</uri></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(`${origin}/feed.xml`)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(`${origin}/`)}"/>
${campaigns.map((campaign) => entryOf(campaign, origin)).join('\n')}
</feed>
`
}

/** The id is made of what never changes: not the host, which may. */
function entryOf(campaign: CampaignAnswer, origin: string): string {
  const { chain_id, address, created_at, updated_at, metadata } = campaign
  const picture = pictureOf(campaign, 1280)
  return `<entry>
<id>${escapeXml(`urn:kindling:campaign:${chain_id}:${address}`)}</id>
<title>${escapeXml(nameOf(campaign))}</title>
<link rel="alternate" type="text/html" href="${escapeXml(`${origin}/campaigns/${address}`)}"/>
${picture === null ? '' : `<link rel="enclosure" type="image/webp" href="${escapeXml(origin + picture)}"/>\n`}<published>${escapeXml(created_at)}</published>
<updated>${escapeXml(updated_at)}</updated>
<summary>${escapeXml(metadata?.short_description ?? '')}</summary>
</entry>`
}
