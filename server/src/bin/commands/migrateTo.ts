import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { copyBlocks } from '../../backup/copyBlocks.ts'
import { listConnectedParts, withSnapshot } from '../../backup/snapshot.ts'
import { transferDatabase } from '../../backup/transferDatabase.ts'
import { createRabbitmqBroker } from '../../broker/rabbitmqBroker.ts'
import { chainQueues } from '../../broker/topology.ts'
import { createBlockStore } from '../../ipfs/blockStore.ts'
import { createPinBackend } from '../../ipfs/createPinBackend.ts'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { pinRoot } from '../../ipfs/pin.ts'
import { createPool } from '../../lib/database.ts'
import { ConfigError, KindlingError } from '../../lib/errors.ts'
import { redactUrl } from '../../lib/logger.ts'
import { type Database, openDatabase } from '../openDatabase.ts'
import { recordCommand } from '../recordCommand.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, startProgress } from '../say.ts'

interface MigrateOptions {
  databaseUrl: string
  rabbitmqUrl?: string
  pinUrl?: string
  dataDir?: string
  whileRunning?: boolean
  json?: boolean
}

const HELP = `
Example:
  kindling migrate-to --database-url postgres://kindling:secret@db/kindling --rabbitmq-url amqp://kindling:secret@mq --data-dir /srv/kindling

Declares the queues, pins at the new service what is pinned here, copies the blocks, and then every table, with accounts and moderation, into
the empty database, reads it back and compares. Messages under way need not be copied: the producer publishes from its checkpoint.
A run that fails anywhere may be repeated. At the end it prints the lines to set; nothing of the old place is changed.`

export function addMigrateTo(program: Command): void {
  program
    .command('migrate-to')
    .description('move this deployment to other services: a PostgreSQL, a RabbitMQ, a pinning service, another folder')
    .requiredOption('--database-url <url>', 'an empty PostgreSQL database, 15 or newer')
    .option('--rabbitmq-url <url>', 'where messages are to travel from now on')
    .option('--pin-url <url>', 'where content is to be pinned, as IPFS_PIN_URL takes it')
    .option('--data-dir <folder>', 'copy the block store there as well')
    .option(
      '--while-running',
      'though Kindling runs: what it writes meanwhile is not copied (the chain is read on, accounts are not)',
    )
    .option('--json', 'for programs')
    .addHelpText('after', HELP)
    .action((options: MigrateOptions) =>
      runProcess({ name: 'migrate-to', defaultLogLevel: 'warn' }, (context) => migrateTo(context, options)),
    )
}

async function migrateTo(context: ProcessContext, options: MigrateOptions): Promise<void> {
  const { config, logger, shutdown } = context
  const { signal } = shutdown
  checkUrl('--database-url', options.databaseUrl, ['postgres:', 'postgresql:'])
  if (options.rabbitmqUrl !== undefined) checkUrl('--rabbitmq-url', options.rabbitmqUrl, ['amqp:', 'amqps:'])
  const store = createBlockStore({ dir: join(config.dataDir, 'ipfs') })
  const backend = options.pinUrl === undefined ? undefined : openPins(store, options.pinUrl)
  const source = await openDatabase(config, logger, shutdown, 'kindling migrate-to')
  if (!options.whileRunning) await assertStopped(source.url)
  const progressOf = (what: string) => (options.json ? undefined : startProgress(what))

  // What may be done twice comes first, and the tables, all or none of them, last: so a run that failed anywhere can be repeated.
  const queues = options.rabbitmqUrl === undefined ? 0 : await declareQueues(context, source, options.rabbitmqUrl)
  if (options.rabbitmqUrl !== undefined)
    progressOf('queues')?.end(`${queues} declared at ${redactUrl(options.rabbitmqUrl)}`)

  let pins = 0
  if (backend !== undefined) {
    const roots = await store.pins()
    const progress = progressOf('pins')
    for (const root of roots) {
      await pinRoot(store, backend, root, signal)
      pins++
      progress?.update(pins, roots.length)
    }
    progress?.end(`${pins} at ${backend.name}, each root compared`)
  }

  const copyContent = async (to: string) => {
    const progress = progressOf('blocks')
    const { blocks: count } = await copyBlocks(store.dir, to, {
      signal,
      onProgress: (done) => progress?.update(done, done),
    })
    progress?.end(`${count} in ${to}, each proved`)
    return count
  }
  const contentTo = options.dataDir === undefined ? undefined : join(resolve(options.dataDir), 'ipfs')
  let blocks = contentTo === undefined ? 0 : await copyContent(contentTo)

  const copying = progressOf('tables')
  const { tables } = await transferDatabase({
    from: source.url,
    to: options.databaseUrl,
    withMessages: options.rabbitmqUrl === undefined && config.rabbitmqUrl === undefined,
    signal,
    onProgress: (_table, done, total) => copying?.update(done, total),
  })
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  copying?.end(`${rows} rows in ${tables.length} tables, read back and compared`)
  // The tables may speak of what came after the blocks were copied.
  if (contentTo !== undefined && options.whileRunning) blocks = await copyContent(contentTo)

  const moved = { tables: tables.length, rows, queues, blocks, pins }
  const target = createPool(options.databaseUrl, { name: 'kindling migrate-to', logger, max: 1 })
  shutdown.defer('database pool', () => target.end())
  await recordCommand(target, {
    action: 'deployment.move',
    subject: 'deployment',
    before: { database: redactUrl(source.url), data_dir: config.dataDir },
    after: { database: redactUrl(options.databaseUrl), data_dir: options.dataDir ?? null, ...moved },
  })
  if (options.json) return say(JSON.stringify(moved))
  say('Now set, wherever Kindling is to run (the values as given here):')
  say('  DATABASE_URL')
  if (options.rabbitmqUrl !== undefined) say('  RABBITMQ_URL')
  if (options.pinUrl !== undefined) say('  IPFS_PIN_URL')
  if (options.dataDir !== undefined) say(`  KINDLING_DATA_DIR=${resolve(options.dataDir)}`)
  say('and start it; "kindling verify" then proves the tables against the chain.')
}

async function declareQueues(
  { config, logger, shutdown }: ProcessContext,
  { pool }: Pick<Database, 'pool'>,
  rabbitmqUrl: string,
): Promise<number> {
  const broker = createRabbitmqBroker({ url: rabbitmqUrl, logger })
  shutdown.defer('broker', () => broker.close())
  const { rows } = await pool.query<{ chain_id: number; partitions: number | null }>(
    'select chain_id, partitions from chains',
  )
  const names = rows.flatMap(({ chain_id, partitions }) =>
    chainQueues(chain_id, partitions ?? config.consumerPartitions),
  )
  await broker.declare([...new Set(names)])
  return new Set(names).size
}

function openPins(store: ReturnType<typeof createBlockStore>, pinUrl: string) {
  try {
    return createPinBackend(store, pinUrl)
  } catch (error) {
    throw error instanceof IpfsError
      ? new ConfigError(error.message.replace('IPFS_PIN_URL', '--pin-url'), error)
      : error
  }
}

async function assertStopped(databaseUrl: string): Promise<void> {
  const running = await withSnapshot(databaseUrl, listConnectedParts)
  if (running.length === 0) return
  throw new KindlingError(
    'source_in_use',
    `${running.join(', ')} still write to the database that is to be copied: stop them first, or say --while-running.`,
  )
}

/** The value is not repeated: it carries a password. */
function checkUrl(name: string, value: string, protocols: string[]): void {
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return
  throw new ConfigError(`${name} must be a URL that starts with ${protocols.map((one) => `${one}//`).join(' or ')}.`)
}
