import type { ReactNode } from 'react'
import type { CampaignDetail } from '../../../api/types.ts'
import { AddressLabel, CopyButton } from '../../../components/AddressLabel.tsx'
import { Amount } from '../../../components/Amount.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { formatDateTime } from '../../../lib/formatTime.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { useHydrated } from '../../../lib/useHydrated.ts'
import { Link } from '../../../routing/Link.tsx'

export function Details({ campaign }: { campaign: CampaignDetail }) {
  const { code, t } = useLanguage()
  const { chainName, chainId } = useSiteConfig()
  const timeZone = useHydrated() ? undefined : 'UTC'
  const d = t.campaign.details
  const { metadata } = campaign
  const date = (iso: string | null) =>
    iso === null
      ? t.campaign.noEnd
      : `${formatDateTime(Date.parse(iso), code, timeZone)} (${formatDateTime(Date.parse(iso), code, 'UTC')} UTC)`
  return (
    <>
      <h2 className="sr-only">{d.title}</h2>
      <dl>
        <Fact term={d.contract}>
          <AddressLabel address={campaign.address} />
        </Fact>
        <Fact term={d.creator}>
          <AddressLabel address={campaign.creator_address} to={`/profiles/${campaign.creator_address}`} />
        </Fact>
        <Fact term={d.factory}>
          <AddressLabel address={campaign.factory_address} />
        </Fact>
        <Fact term={d.chain}>
          {chainName} ({chainId})
        </Fact>
        <Fact term={d.goal}>
          <Amount eth={campaign.goal_eth} />
        </Fact>
        <Fact term={d.raised}>
          <Amount eth={campaign.total_raised_eth} />
        </Fact>
        <Fact term={d.refunded}>
          <Amount eth={campaign.total_refunded_eth} />
        </Fact>
        {campaign.withdrawn && (
          <Fact term={d.withdrawn}>
            <Amount eth={campaign.withdrawn_amount_eth} />
          </Fact>
        )}
        <Fact term={d.created}>{date(campaign.created_at)}</Fact>
        <Fact term={d.deadline}>{date(campaign.deadline_iso)}</Fact>
        <Fact term={d.events}>{formatCount(campaign.events_count, code)}</Fact>
        <Fact term={d.cid}>
          <code className="font-mono text-[0.9em] break-all">{campaign.cid}</code>{' '}
          <CopyButton text={campaign.cid} label={t.copyHash} />
        </Fact>
        {metadata?.tags && metadata.tags.length > 0 && (
          <Fact term={d.tags}>
            {metadata.tags.map((tag, index) => (
              <span key={tag}>
                {index > 0 && ', '}
                <Link to={`/explore?tag=${encodeURIComponent(tag)}`} className="link">
                  {tag}
                </Link>
              </span>
            ))}
          </Fact>
        )}
        <Links campaign={campaign} />
      </dl>
      {metadata?.raw_json && (
        <details className="mt-8">
          <summary className="font-semibold">{d.document}</summary>
          <pre
            tabIndex={0}
            className="mt-3 max-h-96 overflow-auto rounded-md bg-sunken p-4 font-mono text-xs whitespace-pre-wrap"
          >
            {JSON.stringify(metadata.raw_json, null, 2)}
          </pre>
        </details>
      )}
    </>
  )
}

function Links({ campaign: { metadata } }: { campaign: CampaignDetail }) {
  const { t } = useLanguage()
  const twitter = metadata?.twitter_handle?.replace(/^@/, '')
  const links = [
    metadata?.website_url,
    twitter ? `https://x.com/${encodeURIComponent(twitter)}` : null,
    metadata?.discord_url,
  ]
  const safe = links.filter((link): link is string => Boolean(link && /^https?:\/\//.test(link)))
  if (safe.length === 0) return null
  return (
    <Fact term={t.campaign.details.links}>
      {safe.map((link) => (
        <a
          key={link}
          className="link mr-4 inline-block py-1"
          href={link}
          rel="nofollow ugc noopener noreferrer"
          target="_blank"
        >
          {link.replace(/^https?:\/\//, '').replace(/\/$/, '')}
        </a>
      ))}
      <span className="block text-xs text-ink-3">{t.campaign.details.linksNote}</span>
    </Fact>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 border-b border-line py-3 sm:grid-cols-[12rem_1fr]">
      <dt className="text-sm text-ink-3">{term}</dt>
      <dd className="min-w-0 text-sm">{children}</dd>
    </div>
  )
}
