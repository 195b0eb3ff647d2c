import { useQuery } from '@tanstack/react-query'
import type { CampaignDetail } from '../../../api/types.ts'
import { Icon } from '../../../components/Icon.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { Link } from '../../../routing/Link.tsx'
import { getStory } from '../api/getStory.ts'

export function StoryText({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages()
  const { metadata, address } = campaign
  const { data, isPending } = useQuery({ ...getStory(address), enabled: metadata?.state === 'resolved' })
  if (metadata?.state !== 'resolved') {
    const failed = metadata?.state === 'failed'
    return (
      <div className="max-w-xl">
        <h2 className="text-xl">{t.campaign.story.none}</h2>
        <p className="mt-2 text-ink-2">{failed ? t.campaign.story.failed : t.campaign.story.pending}</p>
        {failed && metadata.last_error && <p className="mt-3 font-mono text-xs text-ink-3">{metadata.last_error}</p>}
      </div>
    )
  }
  return (
    <>
      {data?.html ? (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: made from Markdown without HTML, and sanitised, by the server
        <div className="story" dangerouslySetInnerHTML={{ __html: data.html }} />
      ) : isPending ? (
        <StorySkeleton />
      ) : (
        <p className="text-ink-2">{t.campaign.story.empty}</p>
      )}
      {metadata.verified && (
        <p className="mt-10 flex max-w-[38rem] items-start gap-2.5 border-t border-line pt-4 text-sm text-ink-2">
          <Icon name="seal" className="mt-0.5 size-5 text-moss" />
          <span>
            {t.campaign.story.sealed}{' '}
            <Link to={`/campaigns/${address}?tab=proof`} keepScroll className="link">
              {t.campaign.story.checkIt}
            </Link>
          </span>
        </p>
      )}
    </>
  )
}

function StorySkeleton() {
  return (
    <div className="grid max-w-[38rem] gap-3" aria-hidden="true">
      {Array.from({ length: 9 }, (_, index) => (
        <div key={index} className={`skeleton h-5 ${index % 4 === 3 ? 'mb-4 w-2/3' : ''}`} />
      ))}
    </div>
  )
}
