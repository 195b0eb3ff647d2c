import type pg from 'pg'
import type { ChainEvent } from '../../server/src/lib/ChainEvent.ts'
import { applyEvents } from '../../server/src/projections/applyEvents.ts'
import { HEAD_BLOCK } from '../../server/src/routes/testing/insertWorld.ts'
import { addressOf, CHAIN_ID, hashOf } from '../../server/src/routes/testing/world.ts'

/** Writes donations to one campaign as the consumer does, a block each. */
export async function createDonations(pool: pg.Pool) {
  const { rows } = await pool.query(
    `select c.address, c.factory_address as factory from campaigns c where c.chain_id = $1
       and not exists (select from hidden_campaigns h where h.campaign_address = c.address) order by c.address limit 1`,
    [CHAIN_ID],
  )
  const [{ address, factory }] = rows
  let block = HEAD_BLOCK
  return {
    /** Answers when the commit was sent, by `performance.now()`. */
    async commit(wei: string): Promise<number> {
      block++
      const event = {
        name: 'DonationReceived',
        address,
        campaign: address,
        account: addressOf('d0', 1),
        amountWei: wei,
        args: { donor: addressOf('d0', 1), amount: wei },
        blockNumber: block,
        blockHash: hashOf('5b', block),
        blockTime: Math.floor(Date.now() / 1000),
        txHash: hashOf('5c', block),
        logIndex: 1,
      } as ChainEvent
      const client = await pool.connect()
      try {
        await client.query('begin')
        await applyEvents(client, CHAIN_ID, new Set([factory]), [event])
        const at = performance.now()
        await client.query('commit')
        return at
      } finally {
        client.release()
      }
    },
  }
}
