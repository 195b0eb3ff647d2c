import { withDatabase } from './database.ts'
import type { Kindling } from './kindling.ts'

/** Hides a campaign as the staff does at the desk. */
export const hideCampaign = (kindling: Kindling, address: string, reason: string): Promise<unknown> =>
  withDatabase(kindling, (client) =>
    client.query('insert into campaign_hides (chain_id, campaign_address, reason) values (31337, $1, $2)', [
      address,
      reason,
    ]),
  )

export const showAgain = (kindling: Kindling, address: string): Promise<unknown> =>
  withDatabase(kindling, (client) => client.query('delete from campaign_hides where campaign_address = $1', [address]))

export async function whileHidden(
  kindling: Kindling,
  address: string,
  reason: string,
  run: () => Promise<void>,
): Promise<void> {
  await hideCampaign(kindling, address, reason)
  try {
    await run()
  } finally {
    await showAgain(kindling, address)
  }
}
