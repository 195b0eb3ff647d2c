import type { CampaignStatus } from '../api/types.ts'
import { useMessages } from '../i18n/messages.ts'
import { classes } from '../lib/classes.ts'

const looks: Record<CampaignStatus, string> = {
  ACTIVE: 'bg-ember-wash text-ember-ink',
  SUCCESS: 'bg-flame-wash text-flame-ink',
  FAILED: 'bg-sunken text-ink-2',
  WITHDRAWN: 'bg-moss-wash text-moss',
}

export function StatusLabel({ status, className }: { status: CampaignStatus; className?: string }) {
  const t = useMessages()
  return (
    <span className={classes('inline-block rounded-sm px-2 py-0.5 text-xs font-semibold', looks[status], className)}>
      {t.status[status]}
    </span>
  )
}
