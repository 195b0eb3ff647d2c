import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CampaignDetail } from '../../../api/types.ts'
import { CampaignCard } from '../../../components/CampaignCard.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { listSimilar } from '../api/requests.ts'

/** Asked for only when somebody comes near. */
export function Similar({ campaign }: { campaign: CampaignDetail }) {
  const t = useMessages()
  const section = useRef<HTMLElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!section.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '600px',
    })
    observer.observe(section.current)
    return () => observer.disconnect()
  }, [])
  const { data } = useQuery({ ...listSimilar(campaign.metadata?.category), enabled: near })
  const few = data !== undefined && data.results.length < 4
  const popular = useQuery({ ...listSimilar(null), enabled: few })
  const all = new Map(
    [...(data?.results ?? []), ...(few ? (popular.data?.results ?? []) : [])].map((one) => [one.address, one]),
  )
  all.delete(campaign.address)
  const others = [...all.values()].slice(0, 3)
  return (
    <section ref={section} className="page mt-20 min-h-px" aria-labelledby={others.length > 0 ? 'similar' : undefined}>
      {others.length > 0 && (
        <>
          <h2 id="similar" className="border-t-2 border-ink pt-4 text-2xl">
            {t.campaign.similar}
          </h2>
          <div className="mt-8 grid gap-8 sm:grid-cols-2 lg:grid-cols-3">
            {others.map((other) => (
              <CampaignCard key={other.address} campaign={other} />
            ))}
          </div>
        </>
      )}
    </section>
  )
}
