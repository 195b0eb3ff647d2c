import { createHash } from 'node:crypto'
import type pg from 'pg'
import { createTestDatabase } from '../../../test/support/createTestDatabase.ts'
import { createGatewaySource, type GatewaySource, type GatewaySourceOptions } from '../../ipfs/gatewaySource.ts'
import { addRaw, type BlockMap } from '../../ipfs/testing/dags.ts'
import { temporaryStore } from '../../ipfs/testing/temporaryStore.ts'
import { createPool } from '../../lib/database.ts'
import { enqueueJobs, metadataJobKey } from '../../lib/jobs.ts'
import { createLogger } from '../../lib/logger.ts'
import { type RunningWorker, runWorker, type WorkerOptions } from '../runWorker.ts'

export const CHAIN_ID = 31337

const quietLogger = createLogger({ level: (process.env['TEST_LOG_LEVEL'] ?? 'silent') as 'silent' })

export type MetadataWorld = Awaited<ReturnType<typeof createMetadataWorld>>

/** The nth of a test's campaign addresses. */
export const addressOf = (n: number | string): string =>
  `0x${createHash('sha256').update(String(n)).digest('hex').slice(0, 40)}`

/** A database, an empty block store, and the blocks that gateways of the test may serve. */
export async function createMetadataWorld() {
  const database = await createTestDatabase()
  const temporary = await temporaryStore()
  const pool = createPool(database.url, { name: 'metadata test' })
  const blocks: BlockMap = new Map()
  const workers: RunningWorker[] = []
  const sources: GatewaySource[] = []
  await pool.query(`insert into chains (chain_id, name) values ($1, 'Test')`, [CHAIN_ID])

  return {
    database,
    pool,
    store: temporary.store,
    storeDir: temporary.dir,
    blocks,
    /** The CID of a document that gateways over `blocks` serve. */
    publish: (document: unknown): string =>
      addRaw(blocks, typeof document === 'string' ? document : JSON.stringify(document)).toString(),
    publishBytes: (bytes: Uint8Array): string => addRaw(blocks, bytes).toString(),
    gateways(urls: string[], options?: GatewaySourceOptions): GatewaySource {
      const source = createGatewaySource(urls, options)
      sources.push(source)
      return source
    },
    /** As the consumer does it: campaigns and their jobs in one transaction. */
    addCampaigns: (campaigns: { address: string; cid: string }[]) => addCampaigns(pool, campaigns),
    removeCampaign: (address: string) => pool.query('delete from campaigns where address = $1', [address]),
    async metadataOf(address: string) {
      const { rows } = await pool.query('select * from campaign_metadata where campaign_address = $1', [address])
      return rows[0]
    },
    async countStates(): Promise<Record<string, number>> {
      const { rows } = await pool.query('select state, count(*) as count from campaign_metadata group by state')
      return Object.fromEntries(rows.map((row) => [row.state, row.count]))
    },
    async jobs() {
      const { rows } = await pool.query(
        `select identifier as task, key, run_at, attempts, priority, locked_by from graphile_worker._private_jobs job
         join graphile_worker._private_tasks task on task.id = job.task_id order by job.id`,
      )
      return rows
    },
    async startWorker(options: Partial<WorkerOptions> = {}): Promise<RunningWorker> {
      const worker = await runWorker({
        databaseUrl: database.url,
        pool,
        store: temporary.store,
        config: { ipfsFetchTimeoutMs: 10_000 },
        logger: quietLogger,
        concurrency: 8,
        pollIntervalMs: 100,
        checkIntervalMs: 100,
        ...options,
      })
      workers.push(worker)
      return worker
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(workers.map((worker) => worker.stop()))
      for (const source of sources) source.close()
      await pool.end()
      await temporary[Symbol.asyncDispose]()
      await database.drop()
    },
  }
}

async function addCampaigns(pool: pg.Pool, campaigns: { address: string; cid: string }[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid,
                              created_block, created_log_index, created_at, updated_at)
       select $1, address, $2, $2, 1, 1, cid, 1, 0, now(), now() from unnest($3::text[], $4::text[]) as c (address, cid)`,
      [CHAIN_ID, addressOf('factory'), campaigns.map((one) => one.address), campaigns.map((one) => one.cid)],
    )
    await enqueueJobs(
      client,
      'metadata.resolve',
      campaigns.map(({ address }) => ({
        payload: { chainId: CHAIN_ID, address },
        key: metadataJobKey({ chainId: CHAIN_ID, address }),
      })),
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}
