import { type Command, InvalidArgumentError } from 'commander'
import { createRpc } from '../../chain/rpc.ts'
import { errorMessage } from '../../lib/errors.ts'
import { backfill } from '../../producer/backfill.ts'
import { registerChain } from '../../producer/registerChain.ts'
import { getSyncState } from '../../queries/getSyncState.ts'
import { listChains } from '../../queries/listChains.ts'
import { followedChain, openChain } from '../openChain.ts'
import { openDatabase } from '../openDatabase.ts'
import { openBroker, startProducer } from '../parts.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, startProgress, table } from '../say.ts'

export function addProducer(program: Command): void {
  const producer = program.command('producer').description('follows the chain and publishes what it says')
  producer
    .command('run')
    .description(
      'follow the head from where the last run ended (RPC_URL, FACTORY_ADDRESS); a second producer of a chain stands by',
    )
    .action(() => runProcess({ name: 'producer', longRunning: true }, run))
  producer
    .command('backfill')
    .description('index again from a block on: what the tables hold above it is taken back and read anew')
    .requiredOption('--from-block <number>', 'the first block to read again', blockNumber)
    .option('--to-block <number>', 'wait until the tables are at this block (default: the head)', blockNumber)
    .action((options: { fromBlock: number; toBlock?: number }) =>
      runProcess({ name: 'producer', defaultLogLevel: 'warn' }, (context) => runBackfill(context, options)),
    )
  producer
    .command('status')
    .description('how far each chain is followed')
    .option('--json', 'for programs')
    .action((options: { json?: boolean }) =>
      runProcess({ name: 'producer', defaultLogLevel: 'warn' }, (context) => status(context, options)),
    )
}

function blockNumber(value: string): number {
  if (!/^\d{1,15}$/.test(value)) throw new InvalidArgumentError('It must be a block number.')
  return Number(value)
}

async function run({ config, logger, shutdown }: ProcessContext): Promise<void> {
  const database = await openDatabase(config, logger, shutdown, 'kindling producer')
  const parts = { config, logger, shutdown, database }
  const chain = await openChain(config)
  await startProducer(parts, chain, openBroker(parts), async (error) => {
    process.stderr.write(`kindling: ${errorMessage(error)}\n`)
    await shutdown.run()
    process.exit(1)
  })
  say(`Producer follows chain ${chain.settings.chainId}.`)
}

async function runBackfill(
  { config, logger, shutdown }: ProcessContext,
  options: { fromBlock: number; toBlock?: number },
): Promise<void> {
  const database = await openDatabase(config, logger, shutdown, 'kindling backfill')
  const broker = openBroker({ config, logger, shutdown, database })
  const { settings, rpcUrls } = await openChain(config)
  await registerChain(database.pool, settings)
  const progress = startProgress(`backfill from block ${options.fromBlock}`)
  const { chainId, startBlock } = settings
  const reached = await backfill({
    chain: followedChain(config, chainId, startBlock),
    rpc: createRpc(rpcUrls, { chainId }),
    broker,
    pool: database.pool,
    databaseUrl: database.url,
    logger,
    signal: shutdown.signal,
    fromBlock: options.fromBlock,
    ...(options.toBlock === undefined ? {} : { toBlock: options.toBlock }),
    onProgress: (done, total) => progress.update(done, total),
  })
  progress.end(`block ${reached}`)
}

async function status({ config, logger, shutdown }: ProcessContext, options: { json?: boolean }): Promise<void> {
  const { pool } = await openDatabase(config, logger, shutdown, 'kindling status')
  const states = await Promise.all((await listChains(pool)).map((chain) => getSyncState(pool, chain.chain_id, config)))
  const chains = states.filter((state) => state !== undefined)
  if (options.json) return say(JSON.stringify({ chains }))
  if (chains.length === 0) return say('No chain is followed yet.')
  say(
    table(
      ['chain', 'name', 'state', 'block', 'head', 'lag', 'lag s', 'done %', 'eta s'],
      chains.map((chain) => [
        chain.chain_id,
        chain.chain_name,
        chain.state,
        chain.last_block,
        chain.chain_head,
        chain.lag_blocks,
        chain.lag_seconds,
        chain.progress_percent,
        chain.eta_seconds,
      ]),
    ),
  )
}
