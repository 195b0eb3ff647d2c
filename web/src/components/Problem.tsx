import { ApiError } from '@kindling/client'
import type { ReactNode } from 'react'
import { useMessages } from '../i18n/messages.ts'
import { Button } from './Button.tsx'

/** What went wrong, in the API's own sentence where it gave one, and a way to try again. */
export function Problem({ error, onRetry, children }: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const t = useMessages()
  return (
    <div role="alert" className="rounded-lg border border-line bg-raised p-6">
      <p className="font-display text-lg font-bold">{t.problem.title}</p>
      <p className="mt-1 text-ink-2">{error instanceof ApiError ? error.message : t.problem.unreachable}</p>
      {error instanceof ApiError && <p className="mt-1 font-mono text-xs text-ink-3">{error.code}</p>}
      {children}
      {onRetry && (
        <Button className="mt-4" onClick={onRetry}>
          {t.problem.retry}
        </Button>
      )}
    </div>
  )
}
