import { type Command, InvalidArgumentError } from 'commander'
import { ConfigError, errorMessage } from '../../lib/errors.ts'
import { getSyncState } from '../../queries/getSyncState.ts'
import { listChains } from '../../queries/listChains.ts'
import { listPipelineFigures } from '../../queries/listPipelineFigures.ts'
import { listRpcEndpoints, type RpcEndpoint } from '../../queries/listRpcEndpoints.ts'
import { openChains, pickChain } from '../openChain.ts'
import { openDatabase } from '../openDatabase.ts'
import { openBroker, startProducer } from '../pipelineParts.ts'
import { recordCommand } from '../recordCommand.ts'
import { reindex } from '../reindex.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, startProgress, table } from '../say.ts'

interface BackfillOptions {
  chain?: number
  fromBlock: number
  toBlock?: number
}

export function addProducer(program: Command): void {
  const producer = program.command('producer').description('follows the chain and publishes what it says')
  producer
    .command('run')
    .description(
      'follow the head of every chain from where the last run ended (RPC_URL and FACTORY_ADDRESS, or KINDLING_CHAINS_FILE); a second producer of a chain stands by',
    )
    .option('--chain <id>', 'follow this one of several chains alone', wholeNumber)
    .action((options: { chain?: number }) =>
      runProcess({ name: 'producer', longRunning: true }, (context) => run(context, options)),
    )
  producer
    .command('backfill')
    .description('index again from a block on: what the tables hold above it is taken back and read anew')
    .requiredOption('--from-block <number>', 'the first block to read again', wholeNumber)
    .option('--to-block <number>', 'wait until the tables are at this block (default: the head)', wholeNumber)
    .option('--chain <id>', 'which of several chains', wholeNumber)
    .action((options: BackfillOptions) =>
      runProcess({ name: 'producer', defaultLogLevel: 'warn' }, (context) => runBackfill(context, options, 'backfill')),
    )
  producer
    .command('resync')
    .description(
      'repair a chain that was reorganised deeper than MAX_REORG_DEPTH: take back everything from a block on, index it anew, and let the halted producer go on',
    )
    .requiredOption('--from-block <number>', 'the first block that may be wrong', wholeNumber)
    .option('--chain <id>', 'which of several chains', wholeNumber)
    .action((options: BackfillOptions) =>
      runProcess({ name: 'producer', defaultLogLevel: 'warn' }, (context) => runBackfill(context, options, 'resync')),
    )
  producer
    .command('status')
    .description('how far each chain is followed, and what keeps it')
    .option('--json', 'for programs')
    .action((options: { json?: boolean }) =>
      runProcess({ name: 'producer', defaultLogLevel: 'warn' }, (context) => status(context, options)),
    )
}

function wholeNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(value)
}

async function run({ config, logger, shutdown }: ProcessContext, options: { chain?: number }): Promise<void> {
  const database = await openDatabase(config, logger, shutdown, 'kindling producer')
  const parts = { config, logger, shutdown, database }
  const chains = options.chain === undefined ? await openChains(config) : [await pickChain(config, options.chain)]
  const broker = openBroker(parts)
  for (const chain of chains) {
    const { chainId } = chain.settings
    await startProducer(parts, chain, broker, async (error) => {
      process.stderr.write(`kindling: ${errorMessage(error)}\n`)
      // One chain's trouble leaves the others running; a deep reorg is waited out.
      const waits = (error as { code?: string }).code === 'reorg_too_deep'
      if (chains.length > 1 || waits) return
      await shutdown.run()
      process.exit(1)
    })
    say(`Producer follows chain ${chainId}.`)
  }
}

async function runBackfill(
  { config, logger, shutdown }: ProcessContext,
  options: BackfillOptions,
  what: 'backfill' | 'resync',
): Promise<void> {
  if (options.toBlock !== undefined && options.toBlock < options.fromBlock) {
    throw new ConfigError(`--to-block ${options.toBlock} lies before --from-block ${options.fromBlock}.`)
  }
  const database = await openDatabase(config, logger, shutdown, `kindling ${what}`)
  const broker = openBroker({ config, logger, shutdown, database })
  const chain = await pickChain(config, options.chain)
  await recordCommand(database.pool, {
    action: `chain.${what}`,
    subject: `chain:${chain.settings.chainId}`,
    after: { from_block: options.fromBlock, to_block: options.toBlock ?? null },
  })
  const progress = startProgress(`${what} of chain ${chain.settings.chainId} from block ${options.fromBlock}`)
  const reached = await reindex({ config, logger, database }, chain, broker, {
    fromBlock: options.fromBlock,
    toBlock: options.toBlock,
    signal: shutdown.signal,
    onProgress: (done, total) => progress.update(done, total),
  })
  const clipped = options.toBlock !== undefined && reached < options.toBlock ? ', the head' : ''
  progress.end(`block ${reached}${clipped}`)
}

async function status({ config, logger, shutdown }: ProcessContext, options: { json?: boolean }): Promise<void> {
  const { pool } = await openDatabase(config, logger, shutdown, 'kindling status')
  const figures = new Map((await listPipelineFigures(pool)).map((chain) => [chain.chain_id, chain]))
  const endpoints = await listRpcEndpoints(pool)
  const states = await Promise.all((await listChains(pool)).map((chain) => getSyncState(pool, chain.chain_id, config)))
  const chains = states
    .filter((state) => state !== undefined)
    .map((state) => {
      const chain = figures.get(state.chain_id)
      return {
        ...state,
        waiting: chain?.queue_depth ?? 0,
        oldest_unacknowledged_seconds: chain?.oldest_unacknowledged_seconds ?? 0,
        dead_letters: chain?.dead_letters ?? 0,
        reason: chain?.halted_reason ?? chain?.failing_reason ?? null,
        rpc_endpoints: endpoints.filter(({ chain_id }) => chain_id === state.chain_id),
      }
    })
  if (options.json) return say(JSON.stringify({ chains }))
  if (chains.length === 0) return say('No chain is followed yet.')
  say(
    table(
      ['chain', 'name', 'state', 'block', 'head', 'lag', 'lag s', 'waiting', 'oldest s', 'letters', 'done %', 'eta s'],
      chains.map((chain) => [
        chain.chain_id,
        chain.chain_name,
        chain.state,
        chain.last_block,
        chain.chain_head,
        chain.lag_blocks,
        chain.lag_seconds,
        chain.waiting,
        chain.oldest_unacknowledged_seconds,
        chain.dead_letters,
        chain.progress_percent,
        chain.eta_seconds,
      ]),
    ),
  )
  for (const { chain_id, reason } of chains) if (reason) say(`chain ${chain_id}: ${reason}`)
  sayEndpoints(endpoints)
}

function sayEndpoints(endpoints: RpcEndpoint[]): void {
  if (endpoints.length === 0) return
  say()
  say(
    table(
      ['chain', 'endpoint', 'state', 'failed in a row', 'of all', 'at once', 'last answer'],
      endpoints.map((endpoint) => [
        endpoint.chain_id,
        `${endpoint.position + 1} ${endpoint.origin}`,
        endpoint.state.replace('_', ' '),
        endpoint.consecutive_failures,
        `${endpoint.failures} of ${endpoint.requests}`,
        endpoint.concurrency,
        endpoint.last_ok_at,
      ]),
    ),
  )
  for (const { chain_id, position, state, last_error } of endpoints)
    if (state !== 'healthy' && last_error) say(`chain ${chain_id}, endpoint ${position + 1}: ${last_error}`)
}
