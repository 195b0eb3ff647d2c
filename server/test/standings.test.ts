import { parseEther } from 'viem'
import { expect, test } from 'vitest'
import { getChainPosition } from '../src/queries/getChainPosition.ts'
import { refreshStandings } from '../src/queries/refreshStandings.ts'
import { createTestChain } from './support/createTestChain.ts'
import { createTestDatabase } from './support/createTestDatabase.ts'
import { startPipeline } from './support/startPipeline.ts'
import { waitForHead } from './support/waitForHead.ts'

test('standings are worked out while producer and consumer hold their locks', async () => {
  const chain = await createTestChain()
  const database = await createTestDatabase()
  const pipeline = await startPipeline({
    databaseUrl: database.url,
    rpcUrls: [chain.rpcUrl],
    chainId: chain.chainId,
    factoryAddresses: [chain.factoryAddress],
  })
  try {
    await pipeline.startConsumer()
    pipeline.startProducer()
    const { address } = await chain.createCampaign()
    await chain.donate({ campaign: address, donor: chain.accounts[2]!, amountWei: parseEther('1') })
    await waitForHead(pipeline.pool, (await chain.client.getBlock()) as { number: bigint; hash: string })
    const position = (await getChainPosition(pipeline.pool, chain.chainId))!
    expect(await refreshStandings(pipeline.pool, position)).toBe(true)
    const { rows } = await pipeline.pool.query('select distinct campaign_address from period_campaigns')
    expect(rows).toEqual([{ campaign_address: address.toLowerCase() }])
  } finally {
    await pipeline.stop()
    await database.drop()
    await chain.stop()
  }
})
