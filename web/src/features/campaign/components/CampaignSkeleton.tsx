import { useMessages } from '../../../i18n/messages.ts'

export function CampaignSkeleton() {
  const t = useMessages()
  return (
    <div className="page min-h-[90vh] pt-12" aria-busy="true">
      <h1 className="sr-only">{t.campaign.loading}</h1>
      <div className="skeleton h-4 w-40" />
      <div className="skeleton mt-4 h-12 w-3/4" />
      <div className="skeleton mt-4 h-5 w-1/2" />
      <div className="mt-8 grid gap-12 lg:grid-cols-[1fr_23.5rem]">
        <div className="skeleton aspect-3/2 rounded-lg" />
        <div className="skeleton h-112 rounded-lg" />
      </div>
    </div>
  )
}
