import { Box } from '@mui/material'
import type { Campaign } from '../../api/types.ts'
import { StateChip } from '../../components/StateChip.tsx'

type Marked = Pick<
  Campaign,
  'hidden' | 'hidden_reason' | 'creator_blocked' | 'featured_position' | 'reports_open' | 'metadata_state'
>

export const hasMarks = ({ hidden, featured_position, reports_open, metadata_state }: Marked): boolean =>
  hidden || featured_position !== null || reports_open > 0 || metadata_state !== 'resolved'

/** What this deployment thinks of a campaign, beside what the chain says. */
export function CampaignMarks({ campaign }: { campaign: Marked }) {
  const { hidden, hidden_reason, creator_blocked, featured_position, reports_open, metadata_state } = campaign
  const marks = [
    hidden && <StateChip key="hidden" state="hidden" label={creator_blocked ? 'creator blocked' : 'hidden'} />,
    featured_position !== null && <StateChip key="featured" state="featured" label={`featured ${featured_position}`} />,
    reports_open > 0 && (
      <StateChip key="reports" state="open" label={`${reports_open} ${reports_open === 1 ? 'report' : 'reports'}`} />
    ),
    metadata_state !== 'resolved' && (
      <StateChip key="metadata" state={metadata_state} label={`metadata ${metadata_state}`} />
    ),
  ].filter(Boolean)
  return (
    <Box
      component="span"
      title={hidden_reason ?? undefined}
      sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}
    >
      {marks}
    </Box>
  )
}
