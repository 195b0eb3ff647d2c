import type { Command } from 'commander'
import { laneQueue } from '../../broker/topology.ts'
import { registerChain } from '../../producer/registerChain.ts'
import { openChain } from '../openChain.ts'
import { openDatabase } from '../openDatabase.ts'
import { lanesOf, openBroker, startConsumer } from '../parts.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, table } from '../say.ts'

export function addConsumer(program: Command): void {
  const consumer = program.command('consumer').description('turns messages into rows')
  consumer
    .command('run')
    .description('apply the messages of every lane; a second consumer stands by')
    .action(() =>
      runProcess({ name: 'consumer', longRunning: true }, async ({ config, logger, shutdown }) => {
        const database = await openDatabase(config, logger, shutdown, 'kindling consumer')
        const { settings } = await openChain(config)
        await registerChain(database.pool, settings)
        const parts = { config, logger, shutdown, database }
        await startConsumer(parts, lanesOf(config, settings.chainId), openBroker(parts))
        say(`Consumer runs for chain ${settings.chainId}.`)
      }),
    )
  consumer
    .command('status')
    .description('where each lane stands, what waits for it, and what went to the dead letters')
    .option('--json', 'for programs')
    .action((options: { json?: boolean }) =>
      runProcess({ name: 'consumer', defaultLogLevel: 'warn' }, (context) => status(context, options)),
    )
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
