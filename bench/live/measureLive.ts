import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Hash, Hex } from 'viem'
import { freePort } from '../../server/src/embedded/freePort.ts'
import type { TestChain } from '../../server/test/support/createTestChain.ts'
import { createRunFolder } from '../support/benchFolder.ts'
import { startProcesses } from './startProcesses.ts'

/** How a deployment is told of new blocks, and through what its messages go. */
export interface LiveSetting {
  broker: 'embedded' | 'rabbitmq'
  heads: 'poll' | 'ws'
}

export interface LiveTask extends LiveSetting {
  chain: TestChain
  databaseUrl: string
  rabbitmqUrl: string | undefined
  blocks: number
  onBlock(done: number): void
}

/** Blocks before the counted ones: processes compile, plans are made. */
const WARM_UP = 20
const VISIBLE_WITHIN_MS = 30_000
/** The longest pause between two blocks; its length is drawn, so that polls meet blocks at any moment of their interval. */
const MAX_PAUSE_MS = 300

/** Milliseconds from each block's being mined to its donation's being there for any reader. */
export async function measureLive(task: LiveTask): Promise<number[]> {
  const { chain, databaseUrl } = task
  const { address } = await chain.createCampaign()
  const processes = startProcesses(commandsOf(task), await environmentOf(task))
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'bench live' })
  await client.connect()
  try {
    await Promise.race([waitForCampaign(client), processes.failed])
    const delays: number[] = []
    await chain.client.setAutomine(false)
    for (let n = 0; n < WARM_UP + task.blocks; n++) {
      await sleep(Math.random() * MAX_PAUSE_MS)
      const hash = await chain.client.request({
        method: 'eth_sendTransaction',
        params: [donation(address, chain.accounts[n % chain.accounts.length]!)],
      } as never)
      await chain.client.mine({ blocks: 1 })
      const minedMs = performance.now()
      await Promise.race([waitForDonation(client, hash as Hash), processes.failed])
      if (n >= WARM_UP) delays.push(performance.now() - minedMs)
      task.onBlock(n + 1 - WARM_UP)
    }
    return delays
  } finally {
    await chain.client.setAutomine(true)
    await client.end()
    await processes.stop()
  }
}

/** `donate()`; gas is given, so that nothing is estimated. */
const donation = (to: Hex, from: Hex) => ({ from, to, data: '0xed88c68e', value: '0x1', gas: '0x30d40' })

function commandsOf({ broker }: LiveSetting): string[][] {
  return broker === 'embedded'
    ? [['start']]
    : [
        ['producer', 'run'],
        ['consumer', 'run'],
      ]
}

async function environmentOf(task: LiveTask): Promise<Record<string, string>> {
  const { chain, databaseUrl, rabbitmqUrl, heads } = task
  return {
    DATABASE_URL: databaseUrl,
    ...(rabbitmqUrl === undefined ? {} : { RABBITMQ_URL: rabbitmqUrl }),
    RPC_URL: chain.rpcUrl,
    CHAIN_ID: String(chain.chainId),
    FACTORY_ADDRESS: chain.factoryAddress,
    KINDLING_DATA_DIR: createRunFolder(),
    PORT: String(await freePort()),
    // With heads told of, the polls are the product's default.
    ...(heads === 'poll' ? { POLL_INTERVAL_SECONDS: '0.1' } : { RPC_WS_URL: chain.rpcUrl.replace('http', 'ws') }),
  }
}

async function waitForCampaign(client: pg.Client): Promise<void> {
  while ((await client.query('select from campaigns limit 1')).rowCount === 0) await sleep(50)
}

async function waitForDonation(client: pg.Client, hash: Hash): Promise<void> {
  const deadline = performance.now() + VISIBLE_WITHIN_MS
  const query = {
    name: 'visible',
    text: `select from events join contributions using (chain_id, campaign_address)
           where tx_hash = $1 and donor_address = account_address and not removed`,
    values: [hash],
  }
  while ((await client.query(query)).rowCount === 0) {
    if (performance.now() > deadline)
      throw new Error(`The donation ${hash} is not there after ${VISIBLE_WITHIN_MS} ms.`)
    await sleep(1)
  }
}
