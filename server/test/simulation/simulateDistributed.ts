import { setTimeout as sleep } from 'node:timers/promises'
import { createRandom, type Random } from '../../src/demo/random.ts'
import { createPool } from '../../src/lib/database.ts'
import { errorMessage } from '../../src/lib/errors.ts'
import { createTestChain, type TestChain } from '../support/createTestChain.ts'
import { waitForHead } from '../support/waitForHead.ts'
import { compareWithFreshIndex } from './compareWithFreshIndex.ts'
import { createWorld } from './createWorld.ts'
import { startFaultyRpc } from './faultyRpc.ts'
import { type KeptProcess, keepRunning } from './keepRunning.ts'
import { type Meddler, startMeddler } from './meddle.ts'
import type { Ground } from './openGround.ts'
import type { SimulationResult } from './simulate.ts'

export interface DistributedOptions {
  seed: number
  steps: number
  ground: Ground
  /** What the processes write, with their name. */
  onOutput?: (name: string, text: string) => void
}

const FAULT_CHANCE = 0.1
/** Other histories on the same ground go on with their disasters meanwhile. */
const SETTLE_MS = 300_000
/** Before a test's time is up, so that it can say where it stood. */
const GIVE_UP_AFTER_MS = 560_000
const LOOK_MS = 200
const LOCAL_CHAIN_ID = 31_337

/**
 * One seeded history as in `simulate`, indexed by real processes over a real RabbitMQ and a real PostgreSQL, while processes,
 * broker and database are killed, wiped and restarted under them and messages are doubled, delayed and lost.
 */
export async function simulateDistributed(options: DistributedOptions): Promise<SimulationResult> {
  const { seed, steps, ground } = options
  const random = createRandom(`distributed simulation ${seed}`)
  // A chain id of its own: the queues of the seeds before are none of its business.
  const chain = await createTestChain({ chainId: LOCAL_CHAIN_ID + seed })
  const rpc = await startFaultyRpc(chain.rpcUrl, random, 0.05)
  const database = await ground.undisturbed(() => ground.createDatabase())
  const world = await createWorld(chain, random)
  const partitions = random.pick([1, 2, 3])
  const meddler = await ground.undisturbed(() =>
    startMeddler(ground.rabbitmqUrl, { chainId: chain.chainId, partitions }, random),
  )
  const processes = startProcesses(options, { chain, rpcUrl: rpc.url, databaseUrl: database.url, partitions, random })
  const pool = createPool(database.url, { name: 'test distributed simulation', max: 3 })
  let doing = 'the first blocks'
  let isOver = false

  async function play(): Promise<SimulationResult> {
    await waitForHead(pool, await head(chain), partitions, SETTLE_MS, LOOK_MS)
    const faults = listFaults(options, processes, meddler, pool)
    for (let done = 0; done < steps && !isOver; done++) {
      doing = `step ${done + 1}`
      await world.step()
      if (random.chance(FAULT_CHANCE)) {
        const [name, act] = random.pick(faults)
        world.counts[name] = (world.counts[name] ?? 0) + 1
        doing = `step ${done + 1}, ${name}`
        await act()
      }
      if (random.chance(0.5)) await sleep(random.int(1, 300))
    }
    doing = 'the last blocks'
    rpc.rate = 0
    await chain.mine(1)
    const end = await head(chain)
    await waitForHead(pool, end, partitions, SETTLE_MS, LOOK_MS)
    doing = 'the comparison with a fresh index'
    const compared = await ground.undisturbed(() =>
      compareWithFreshIndex(() => ground.createDatabase(), { chain, world, head: end, pool }),
    )
    world.counts['process ended'] = processes.reduce((sum, each) => sum + each.ended(), 0)
    return { seed, partitions, counts: world.counts, ...compared }
  }

  const late = sleep(GIVE_UP_AFTER_MS, undefined, { ref: false }).then(() => {
    throw new Error(`not done after ${GIVE_UP_AFTER_MS} ms`)
  })
  const [played] = await Promise.allSettled([Promise.race([play(), late])])
  isOver = true
  const told = processes.map((each, index) => `process ${index}, at last:\n${each.lastOutput()}`)
  // All of it, whatever went wrong; a process that does not end when it is told to is a failure too.
  const ended = await Promise.allSettled(processes.map((each) => each.stop()))
  await meddler.close()
  await pool.end()
  await rpc.close()
  await chain.stop()
  await ground.undisturbed(() => database.drop())
  const faults = [played, ...ended].flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []))
  if (played.status === 'rejected' || faults.length > 0) {
    throw new AggregateError(faults, `${faults.map(errorMessage).join('\n')}, at ${doing}\n${told.join('\n')}`)
  }
  return played.value
}

const head = async (chain: TestChain) => (await chain.client.getBlock()) as { number: bigint; hash: string }

/** A producer, and two consumers of which one stands by in each lane. */
function startProcesses(
  { ground, onOutput }: DistributedOptions,
  on: { chain: TestChain; rpcUrl: string; databaseUrl: string; partitions: number; random: Random },
): KeptProcess[] {
  const env = {
    DATABASE_URL: on.databaseUrl,
    RABBITMQ_URL: ground.rabbitmqUrl,
    RPC_URL: on.rpcUrl,
    CHAIN_ID: String(on.chain.chainId),
    FACTORY_ADDRESS: on.chain.factoryAddress,
    CONSUMER_PARTITIONS: String(on.partitions),
    MAX_REORG_DEPTH: '64',
    BLOCK_BATCH_SIZE: String(on.random.pick([3, 20, 2000])),
    POLL_INTERVAL_SECONDS: '0.2',
    LOG_LEVEL: onOutput ? 'info' : 'warn',
  }
  const start = (name: string, args: string[]) => keepRunning(args, env, onOutput && ((text) => onOutput(name, text)))
  return [
    start('producer', ['producer', 'run']),
    start('consumer 1', ['consumer', 'run']),
    start('consumer 2', ['consumer', 'run']),
  ]
}

function listFaults(
  { ground }: DistributedOptions,
  processes: KeptProcess[],
  meddler: Meddler,
  pool: ReturnType<typeof createPool>,
): [string, () => Promise<unknown>][] {
  const [producer, ...consumers] = processes as [KeptProcess, ...KeptProcess[]]
  return [
    ['producer killed', () => producer.kill()],
    ['producer killed', () => producer.kill()],
    ['consumers killed', () => Promise.all(consumers.map((consumer) => consumer.kill()))],
    ['consumer killed', () => consumers[0]!.kill()],
    ['consumer killed', () => consumers[1]!.kill()],
    ['everything killed', () => Promise.all(processes.map((each) => each.kill()))],
    ...Object.entries(ground.disasters),
    [
      'connections terminated',
      () =>
        ground.undisturbed(() =>
          pool.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
          ),
        ),
    ],
    ['queues purged', () => meddler.purge()],
    ['messages doubled', () => meddler.double()],
    ['messages doubled', () => meddler.double()],
    ['messages late', () => meddler.repeatOld()],
    ['messages late', () => meddler.repeatOld()],
    ['message poisoned', () => meddler.poison()],
  ]
}
