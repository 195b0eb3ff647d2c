import type { Client } from '@kindling/client'

export const REPORT_REASONS = ['scam', 'copyright', 'illegal', 'spam', 'other'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]

/** Tells the staff what is wrong with a campaign. @throws ApiError, 409 when this visitor has told so before */
export async function reportCampaign(
  api: Client,
  address: string,
  reason: ReportReason,
  details: string,
): Promise<void> {
  await api.POST('/api/v1/campaigns/{address}/reports/', {
    params: { path: { address } },
    body: { reason, ...(details ? { details } : {}) },
  })
}
