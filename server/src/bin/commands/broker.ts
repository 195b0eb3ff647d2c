import { type Command, InvalidArgumentError } from 'commander'
import type { Broker } from '../../broker/Broker.ts'
import {
  chainQueues,
  controlQueue,
  DEAD_LETTER_QUEUE,
  EXCHANGE,
  laneQueue,
  queueDefinition,
} from '../../broker/topology.ts'
import { repartition } from '../../consumer/repartition.ts'
import { ConfigError } from '../../lib/errors.ts'
import { registerChain } from '../../producer/registerChain.ts'
import { openChains } from '../openChain.ts'
import { type Database, openDatabase } from '../openDatabase.ts'
import { lanesOf, openBroker } from '../pipelineParts.ts'
import { recordCommand } from '../recordCommand.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, table } from '../say.ts'
import { addDeadLetters } from './deadLetters.ts'

export function addBroker(program: Command): void {
  const broker = program.command('broker').description('the queues between producer and consumers')
  broker
    .command('setup')
    .description('declare the exchange and every queue (RABBITMQ_URL); processes do the same when they connect')
    .action(() => runProcess({ name: 'broker', defaultLogLevel: 'warn' }, setup))
  broker
    .command('status')
    .description('what waits in each queue, and how many dead letters there are')
    .option('--json', 'for programs')
    .action((options: { json?: boolean }) =>
      runProcess({ name: 'broker', defaultLogLevel: 'warn' }, (context) => status(context, options)),
    )
  broker
    .command('purge')
    .description('throw away what waits in the queues; the lanes notice and are sent it again')
    .option('--queue <name>', 'only this one')
    .requiredOption('--yes', 'to say that it is meant')
    .action((options: { queue?: string }) =>
      runProcess({ name: 'broker', defaultLogLevel: 'warn' }, (context) => purge(context, options)),
    )
  broker
    .command('repartition')
    .description(
      'split every chain into another number of lanes; nothing is lost, and nothing needs to be stopped first',
    )
    .requiredOption('--partitions <number>', 'from 1 to 64; set CONSUMER_PARTITIONS to the same afterwards', partitions)
    .action((options: { partitions: number }) =>
      runProcess({ name: 'broker', defaultLogLevel: 'warn' }, (context) => runRepartition(context, options)),
    )
  addDeadLetters(broker)
}

function partitions(value: string): number {
  const number = Number(value)
  if (!/^\d{1,2}$/.test(value) || number < 1 || number > 64)
    throw new InvalidArgumentError('It must be a whole number from 1 to 64.')
  return number
}

async function open({ config, logger, shutdown }: ProcessContext): Promise<{ database: Database; broker: Broker }> {
  const database = await openDatabase(config, logger, shutdown, 'kindling broker')
  return { database, broker: openBroker({ config, logger, shutdown, database }) }
}

async function queuesOf({ config }: ProcessContext): Promise<string[]> {
  const chains = await openChains(config)
  return [...new Set(chains.flatMap(({ settings }) => chainQueues(settings.chainId, config.consumerPartitions)))]
}

async function setup(context: ProcessContext): Promise<void> {
  const { broker } = await open(context)
  if (broker.kind === 'embedded') return say('The embedded broker needs no setup (RABBITMQ_URL is not set).')
  const queues = await queuesOf(context)
  await broker.declare(queues)
  say(`exchange ${EXCHANGE} (topic, durable)`)
  for (const name of queues) {
    const settings = Object.entries(queueDefinition(name).arguments).map(([key, value]) => `${key}=${value}`)
    say(`queue    ${name} (${settings.join(', ')})`)
  }
}

async function status(context: ProcessContext, options: { json?: boolean }): Promise<void> {
  const { database, broker } = await open(context)
  const { rows } = await database.pool.query('select queue, count(*) as count from dead_letters group by queue')
  const letters = new Map<string, number>(rows.map((row) => [row.queue, row.count]))
  const names = [...new Set([...(await queuesOf(context)), ...letters.keys()])]
  const queues: { queue: string; waiting: number; dead_letters: number }[] = []
  for (const queue of names)
    queues.push({ queue, waiting: await broker.depth(queue), dead_letters: letters.get(queue) ?? 0 })
  if (options.json) return say(JSON.stringify({ broker: broker.kind, queues }))
  say(`broker: ${broker.kind}`)
  say(
    table(
      ['queue', 'waiting', 'dead letters'],
      queues.map(({ queue, waiting, dead_letters }) => [queue, waiting, dead_letters]),
    ),
  )
}

async function purge(context: ProcessContext, options: { queue?: string }): Promise<void> {
  const { database, broker } = await open(context)
  const known = await queuesOf(context)
  if (options.queue !== undefined && !known.includes(options.queue))
    throw new ConfigError(`There is no queue ${options.queue}; there is ${known.join(', ')}.`)
  // Dead letters cannot be sent again: those only by name.
  const refillable = known.filter((queue) => queue !== DEAD_LETTER_QUEUE)
  for (const queue of options.queue === undefined ? refillable : [options.queue]) {
    const count = await broker.purge(queue)
    await recordCommand(database.pool, { action: 'queue.purge', subject: `queue:${queue}`, before: { waiting: count } })
    say(`${queue}: ${count} messages thrown away`)
  }
}

async function runRepartition(context: ProcessContext, options: { partitions: number }): Promise<void> {
  const { database, broker } = await open(context)
  const { config } = context
  for (const { settings } of await openChains(config)) {
    const { chainId } = settings
    await registerChain(database.pool, settings)
    const { from, to, block } = await repartition(database.pool, chainId, options.partitions)
    if (from === to) {
      say(`chain ${chainId} has ${to} lanes already`)
      continue
    }
    const lanes = lanesOf({ ...config, consumerPartitions: to }, chainId)
    await broker.declare([...lanes.map(laneQueue), controlQueue(chainId)])
    await recordCommand(database.pool, {
      action: 'chain.repartition',
      subject: `chain:${chainId}`,
      before: { partitions: from },
      after: { partitions: to },
    })
    // What still waits in the old ones was or will be sent to the new ones.
    for (const lane of lanesOf({ ...config, consumerPartitions: from ?? 0 }, chainId))
      await broker.remove(laneQueue(lane))
    say(
      `chain ${chainId}: ${from ?? 'no'} lanes before, ${to} now, which begin ${block === null ? 'with the chain' : `after block ${block}`}`,
    )
  }
  say(`Set CONSUMER_PARTITIONS=${options.partitions} for producers and consumers, and start them again.`)
}
