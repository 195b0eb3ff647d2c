import { type Command, InvalidArgumentError } from 'commander'
import type { Lane } from '../../broker/messages.ts'
import { laneQueue } from '../../broker/topology.ts'
import { ConfigError } from '../../lib/errors.ts'
import { checkPartitions } from '../../producer/checkpoint.ts'
import { registerChain } from '../../producer/registerChain.ts'
import { openChains } from '../openChain.ts'
import { openDatabase } from '../openDatabase.ts'
import { lanesOf, openBroker, startConsumer } from '../pipelineParts.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, table } from '../say.ts'

interface RunOptions {
  partitions?: number[]
  concurrency?: number
  chain?: number
}

export function addConsumer(program: Command): void {
  const consumer = program.command('consumer').description('turns messages into rows')
  consumer
    .command('run')
    .description('apply the messages of every lane of every chain; a second consumer of a lane stands by')
    .option('--partitions <list>', 'only these lanes, as 0,2 (default: all of CONSUMER_PARTITIONS)', numberList)
    .option('--concurrency <number>', 'lanes that are worked on at once (default: all)', positive)
    .option('--chain <id>', 'only this one of several chains', positive)
    .action((options: RunOptions) =>
      runProcess({ name: 'consumer', longRunning: true }, (context) => run(context, options)),
    )
  consumer
    .command('status')
    .description('where each lane stands, what waits for it, and what went to the dead letters')
    .option('--json', 'for programs')
    .action((options: { json?: boolean }) =>
      runProcess({ name: 'consumer', defaultLogLevel: 'warn' }, (context) => status(context, options)),
    )
}

function numberList(value: string): number[] {
  if (!/^\d{1,2}(,\d{1,2})*$/.test(value)) throw new InvalidArgumentError('It must be numbers with commas, as 0,2.')
  return [...new Set(value.split(',').map(Number))]
}

function positive(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return Number(value)
}

async function run({ config, logger, shutdown }: ProcessContext, options: RunOptions): Promise<void> {
  const beyond = options.partitions?.find((partition) => partition >= config.consumerPartitions)
  if (beyond !== undefined)
    throw new ConfigError(`There is no partition ${beyond}: CONSUMER_PARTITIONS is ${config.consumerPartitions}.`)
  const database = await openDatabase(config, logger, shutdown, 'kindling consumer')
  const parts = { config, logger, shutdown, database }
  const lanes: Lane[] = []
  for (const { settings } of await openChains(config)) {
    if (options.chain !== undefined && settings.chainId !== options.chain) continue
    await registerChain(database.pool, settings)
    await checkPartitions(database.pool, settings.chainId, config.consumerPartitions)
    lanes.push(...lanesOf(config, settings.chainId))
  }
  const wanted = lanes.filter(({ partition }) => options.partitions?.includes(partition) ?? true)
  if (wanted.length === 0) throw new ConfigError('No lane is left to consume: check --chain and --partitions.')
  await startConsumer(parts, wanted, openBroker(parts), { concurrency: options.concurrency })
  say(`Consumer runs for ${wanted.map(laneQueue).join(', ')}.`)
}

async function status({ config, logger, shutdown }: ProcessContext, options: { json?: boolean }): Promise<void> {
  const database = await openDatabase(config, logger, shutdown, 'kindling status')
  const broker = openBroker({ config, logger, shutdown, database })
  const { rows } = await database.pool.query(
    `select chain_id, partition, partitions, epoch, seq, last_block, last_block_time, updated_at,
            (select count(*) from dead_letters
             where queue = format('kindling.%s.%sof%s', chain_id, partition, partitions)) as dead_letters
     from consumer_state order by chain_id, partition`,
  )
  const lanes = await Promise.all(
    rows.map(async (row) => ({
      chain_id: row.chain_id,
      partition: row.partition,
      partitions: row.partitions,
      epoch: row.epoch,
      seq: row.seq,
      last_block: row.last_block,
      last_block_time: row.last_block_time.toISOString(),
      waiting: await broker.depth(
        laneQueue({ chainId: row.chain_id, partition: row.partition, partitions: row.partitions }),
      ),
      dead_letters: row.dead_letters,
      updated_at: row.updated_at.toISOString(),
    })),
  )
  if (options.json) return say(JSON.stringify({ lanes }))
  if (lanes.length === 0) return say('No lane has applied anything yet.')
  say(
    table(
      ['chain', 'lane', 'epoch', 'seq', 'block', 'block time', 'waiting', 'dead letters', 'moved'],
      lanes.map((lane) => [
        lane.chain_id,
        `${lane.partition} of ${lane.partitions}`,
        lane.epoch,
        lane.seq,
        lane.last_block,
        lane.last_block_time,
        lane.waiting,
        lane.dead_letters,
        lane.updated_at,
      ]),
    ),
  )
}
