import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { planDemo } from '../../server/src/demo/planDemo.ts'
import { freePort } from '../../server/src/embedded/freePort.ts'
import { createTestChain } from '../../server/test/support/createTestChain.ts'
import { runKindling } from '../../server/test/support/runKindling.ts'
import { createRunFolder } from '../support/benchFolder.ts'
import type { Cluster } from '../support/openCluster.ts'

/** A deployment with the demo's chain, to be killed and started again. */
export interface DemoDeployment {
  /** Arguments of each process. */
  commands: string[][]
  env: Record<string, string>
  /** Of the API. */
  url: string
  /** Something to catch up with, while all is down; answers the chain's new head. */
  meanwhile(): Promise<number | null>
  close(): Promise<void>
}

/** Everything in one process: its database and its chain die with it. */
export async function embeddedDeployment(): Promise<DemoDeployment> {
  const port = await freePort()
  const dataDir = join(createRunFolder(), 'restart')
  return {
    commands: [['start']],
    env: { KINDLING_DATA_DIR: dataDir, PORT: String(port) },
    url: `http://127.0.0.1:${port}`,
    meanwhile: async () => null,
    close: async () => rmSync(dataDir, { recursive: true, force: true }),
  }
}

/** A process for each part; broker, database and node are other machines and live on. */
export async function distributedDeployment(cluster: Cluster, rabbitmqUrl: string): Promise<DemoDeployment> {
  const port = await freePort()
  const dataDir = join(createRunFolder(), 'restart')
  const nowTs = Math.floor(Date.now() / 1000)
  // A chain id of its own: RABBITMQ_URL may name a broker that knows others.
  const chain = await createTestChain({ timestamp: planDemo({ nowTs }).startTs, chainId: 41_000, accounts: 10 })
  const seeding = ['demo', 'seed', '--rpc', chain.rpcUrl, '--factory', chain.factoryAddress, '--now', String(nowTs)]
  const seeded = await runKindling(seeding, { KINDLING_DATA_DIR: dataDir })
  if (seeded.code !== 0) throw new Error(`The demo could not be mined: ${seeded.stderr}`)
  const databaseUrl = await cluster.createDatabase('bench_restart')
  return {
    commands: [['producer', 'run'], ['consumer', 'run'], ['worker'], ['api']],
    env: {
      DATABASE_URL: databaseUrl,
      RABBITMQ_URL: rabbitmqUrl,
      RPC_URL: chain.rpcUrl,
      CHAIN_ID: String(chain.chainId),
      FACTORY_ADDRESS: chain.factoryAddress,
      KINDLING_DATA_DIR: dataDir,
      PORT: String(port),
    },
    url: `http://127.0.0.1:${port}`,
    async meanwhile() {
      await chain.createCampaign()
      return Number(await chain.client.getBlockNumber({ cacheTime: 0 }))
    },
    async close() {
      await chain.stop()
      await cluster.dropDatabase('bench_restart')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
