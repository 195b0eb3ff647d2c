import { lazy, Suspense, useState } from 'react'
import { useMessages } from '../../../i18n/messages.ts'

const ReportDialog = lazy(() => import('./ReportDialog.tsx'))

export function ReportLink({ address }: { address: string }) {
  const t = useMessages()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="mx-auto mt-4 block py-1.5 text-xs text-ink-3 underline underline-offset-4 hover:text-ink"
      >
        {t.report.open}
      </button>
      <Suspense fallback={null}>{open && <ReportDialog address={address} onClose={() => setOpen(false)} />}</Suspense>
    </>
  )
}
