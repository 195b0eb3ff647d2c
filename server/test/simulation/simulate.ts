import { setTimeout as sleep } from 'node:timers/promises'
import { createRandom, type Random } from '../../src/demo/random.ts'
import { createPool } from '../../src/lib/database.ts'
import { errorMessage } from '../../src/lib/errors.ts'
import type { Logger } from '../../src/lib/logger.ts'
import { createTestChain, type TestChain } from '../support/createTestChain.ts'
import { keepLog } from '../support/keepLog.ts'
import { type Pipeline, startPipeline } from '../support/startPipeline.ts'
import { waitForHead } from '../support/waitForHead.ts'
import { type Comparison, type CreateDatabase, compareWithFreshIndex } from './compareWithFreshIndex.ts'
import { createWorld, type World } from './createWorld.ts'
import { type FaultyRpc, startFaultyRpc } from './faultyRpc.ts'
import { type Fuse, installFuse } from './fuse.ts'

export interface SimulationOptions {
  seed: number
  steps: number
  createDatabase: CreateDatabase
  logger?: Logger
  onStep?: (done: number) => void
}

export interface SimulationResult extends Comparison {
  seed: number
  partitions: number
  /** How often each thing happened. */
  counts: Record<string, number>
}

/**
 * One seeded history on a real chain and a real database, indexed meanwhile by a pipeline that is killed, starved and lied
 * to; at the end its tables are held against a fresh index of the final chain and against the contracts.
 */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { seed, steps } = options
  const log = keepLog()
  const logger = options.logger ?? log.logger
  const random = createRandom(`simulation ${seed}`)
  const chain = await createTestChain()
  const rpc = await startFaultyRpc(chain.rpcUrl, random, 0.08)
  const database = await options.createDatabase()
  const world = await createWorld(chain, random)
  const partitions = random.pick([1, 1, 2, 3])
  const lives = createLives({
    chain,
    databaseUrl: database.url,
    rpcUrl: rpc.url,
    partitions,
    random,
    logger,
    counts: world.counts,
  })
  try {
    await lives.begin()
    for (let done = 0; done < steps; done++) {
      options.onStep?.(done)
      await world.step()
      if (random.chance(0.06)) await lives.disturb()
      // The pipeline runs beside; sometimes it gets time to catch up, sometimes much piles up.
      if (random.chance(0.3)) await sleep(random.int(1, 40))
    }
    return await settle(options, { chain, world, rpc, lives, partitions })
  } catch (error) {
    // Histories of one seed differ, since the pipeline's own pace is part of them: another run may not show it again.
    throw new Error(`${errorMessage(error)}; ${await describeLanes(database.url)}\n${log.text()}`, { cause: error })
  } finally {
    await lives.end()
    await rpc.close()
    await chain.stop()
    await database.drop()
  }
}

async function settle(
  options: SimulationOptions,
  parts: { chain: TestChain; world: World; rpc: FaultyRpc; lives: Lives; partitions: number },
): Promise<SimulationResult> {
  const { chain, world, rpc, lives, partitions } = parts
  rpc.rate = 0
  await chain.mine(1)
  const pipeline = await lives.calm()
  const head = (await chain.client.getBlock()) as { number: bigint; hash: string }
  await waitForHead(pipeline.pool, head, partitions, 20_000)
  const compared = await compareWithFreshIndex(options.createDatabase, { chain, world, head, pool: pipeline.pool })
  return { seed: options.seed, partitions, counts: world.counts, ...compared }
}

async function describeLanes(databaseUrl: string): Promise<string> {
  const pool = createPool(databaseUrl, { name: 'test disturbances', max: 1 })
  try {
    const { rows } = await pool.query(
      `select (select json_agg(sync_state) from sync_state) as producer, (select json_agg(lanes) from lanes) as lanes,
         (select json_agg(consumer_state) from consumer_state) as consumers,
         (select json_agg(json_build_object('queue', queue, 'waiting', waiting)) from (select queue, count(*) as waiting from broker_messages group by 1) as each) as queues,
         (select json_agg(json_build_object('name', application_name, 'state', state, 'waits', wait_event, 'query', left(query, 80)))
          from pg_stat_activity where datname = current_database()) as sessions`,
    )
    return JSON.stringify(rows[0])
  } finally {
    await pool.end()
  }
}

interface Lives {
  begin(): Promise<void>
  /** Something goes wrong. */
  disturb(): Promise<void>
  /** Everything runs, and nothing goes wrong any more. */
  calm(): Promise<Pipeline>
  end(): Promise<void>
}

/** The pipeline's processes, one after the other: each dies at some statement, and another takes its place. */
function createLives(options: {
  chain: TestChain
  databaseUrl: string
  rpcUrl: string
  partitions: number
  random: Random
  logger: Logger
  counts: Record<string, number>
}): Lives {
  const { chain, random, counts } = options
  const broker = createPool(options.databaseUrl, { name: 'test disturbances', max: 1 })
  let life: { pipeline: Pipeline; fuse: Fuse; over: Promise<void> } | undefined

  async function begin(): Promise<void> {
    const pipeline = await startPipeline({
      databaseUrl: options.databaseUrl,
      rpcUrls: [options.rpcUrl],
      chainId: chain.chainId,
      factoryAddresses: [chain.factoryAddress],
      logger: options.logger,
      chain: {
        partitions: options.partitions,
        maxReorgDepth: 64,
        blockBatchSize: random.pick([3, 20, 2000]),
        pollIntervalMs: 10,
      },
    })
    const fuse = installFuse(pipeline.pool)
    life = { pipeline, fuse, over: Promise.resolve() }
    await pipeline.startConsumer()
    pipeline.startProducer()
  }

  async function end(): Promise<void> {
    const ending = life
    life = undefined
    await ending?.over
    await ending?.pipeline.stop().catch(() => {})
  }

  async function kill(): Promise<void> {
    count('killed')
    const dying = life!
    await new Promise<void>((resolve) => {
      const giveUp = setTimeout(resolve, 300)
      dying.fuse.light(random.int(1, 25), random.pick(['before', 'after']), () => {
        clearTimeout(giveUp)
        resolve()
      })
    })
    await end()
    await begin()
  }

  const disturbances: [string, () => Promise<unknown>][] = [
    ['killed', kill],
    ['killed', kill],
    [
      'producer restarted',
      async () => {
        await life!.pipeline.stopProducer()
        life!.pipeline.startProducer()
      },
    ],
    [
      'consumer restarted',
      async () => {
        await life!.pipeline.stopConsumer()
        await life!.pipeline.startConsumer()
      },
    ],
    [
      'connections terminated',
      () =>
        broker.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
        ),
    ],
    [
      'message lost',
      () =>
        broker.query(
          'delete from broker_messages where id in (select id from broker_messages order by random() limit 1)',
        ),
    ],
    ['queues purged', () => broker.query('delete from broker_messages')],
    [
      'message doubled',
      () =>
        broker.query(
          'insert into broker_messages (queue, body) select queue, body from broker_messages order by random() limit 3',
        ),
    ],
    [
      'message late',
      () =>
        broker.query(
          'insert into broker_messages (queue, body) select queue, body from simulation_old order by random() limit 2',
        ),
    ],
    [
      'message poisoned',
      () =>
        broker.query(
          `insert into broker_messages (queue, body) values ('kindling.${chain.chainId}.0of${options.partitions}', '{"v":99}')`,
        ),
    ],
  ]

  function count(name: string): void {
    counts[name] = (counts[name] ?? 0) + 1
  }

  return {
    async begin() {
      // Bodies that were delivered, kept to be delivered again much later.
      await broker.query(`create table simulation_old (queue text, body text);
        create function simulation_keep() returns trigger language plpgsql as
          $$ begin insert into simulation_old values (old.queue, old.body); return old; end $$;
        create trigger simulation_keep after delete on broker_messages for each row execute function simulation_keep()`)
      await begin()
    },
    async disturb() {
      const [name, act] = random.pick(disturbances)
      if (name !== 'killed') count(name)
      await act()
    },
    async calm() {
      await end()
      await begin()
      return life!.pipeline
    },
    async end() {
      await end()
      await broker.end()
    },
  }
}
