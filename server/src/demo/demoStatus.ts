import type { DemoPlan } from './planDemo.ts'

export type DemoStatus = 'ACTIVE' | 'SUCCESS' | 'FAILED' | 'WITHDRAWN'

/** The status each campaign of the plan has at its end, by the rules of the API. */
export function demoStatus(
  plan: DemoPlan,
  slug: string,
): { status: DemoStatus; raisedWei: bigint; donations: number; refunds: number } {
  const campaign = plan.campaigns.find((candidate) => candidate.slug === slug)
  if (!campaign) throw new Error(`The demo has no campaign "${slug}".`)
  const own = plan.actions.filter((action) => action.slug === slug)
  const gifts = own.flatMap((action) => (action.kind === 'donate' ? [action.amountWei] : []))
  const raisedWei = gifts.reduce((sum, amount) => sum + amount, 0n)
  const withdrawn = own.some((action) => action.kind === 'withdraw')
  const status = withdrawn
    ? 'WITHDRAWN'
    : raisedWei >= campaign.goalWei
      ? 'SUCCESS'
      : plan.nowTs >= campaign.deadlineTs
        ? 'FAILED'
        : 'ACTIVE'
  return {
    status,
    raisedWei,
    donations: gifts.length,
    refunds: own.filter((action) => action.kind === 'refund').length,
  }
}
