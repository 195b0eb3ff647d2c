import { ApiError } from '@kindling/client'
import { lazy, Suspense } from 'react'
import { Problem } from '../../../components/Problem.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { shortAddress } from '../../../lib/shortAddress.ts'

const ChainPanel = lazy(() => import('./ChainPanel.tsx'))

interface CampaignUnavailableProps {
  address: string
  error: unknown
  onRetry: () => void
}

/** Without the API's word the contract still stands: refund and withdraw go straight to the chain. */
export function CampaignUnavailable({ address, error, onRetry }: CampaignUnavailableProps) {
  const t = useMessages()
  const status = error instanceof ApiError ? error.status : 0
  const reason = error instanceof ApiError ? error.problem['reason'] : undefined
  return (
    <div className="page max-w-3xl min-h-[70vh] py-16">
      {status === 404 ? (
        <>
          <h1 className="text-3xl">{t.campaign.notIndexed}</h1>
          <p className="mt-4 text-ink-2">{t.campaign.notIndexedText(address)}</p>
        </>
      ) : status === 451 ? (
        <>
          <h1 className="text-3xl">{t.campaign.hiddenTitle}</h1>
          <p className="mt-4 text-ink-2">{t.campaign.hiddenText}</p>
          {typeof reason === 'string' && (
            <p className="mt-4 border-l-3 border-ember pl-4 text-ink-2">{t.campaign.hiddenReason(reason)}</p>
          )}
        </>
      ) : (
        <>
          <h1 className="mb-6 text-3xl">{t.campaign.unnamed(shortAddress(address))}</h1>
          <Problem error={error} onRetry={onRetry} />
        </>
      )}
      <Suspense fallback={<div className="skeleton mt-10 h-40" />}>
        <ChainPanel address={address} />
      </Suspense>
    </div>
  )
}
