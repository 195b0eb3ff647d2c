import { campaignFactoryAbi } from '@kindling/contracts'
import type { Command } from 'commander'
import { createPublicClient, http, isAddress } from 'viem'
import { planDemo } from '../../demo/planDemo.ts'
import { publishDemo } from '../../demo/publishDemo.ts'
import { seedDemo } from '../../demo/seedDemo.ts'
import { importFile } from '../../ipfs/importFile.ts'
import { ConfigError } from '../../lib/errors.ts'
import { redactUrl } from '../../lib/logger.ts'
import { openBlockStore } from '../openContent.ts'
import { recordWhereKept } from '../recordCommand.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { type Progress, say, startProgress } from '../say.ts'

interface SeedOptions {
  rpc: string
  factory: string
  now?: string
  progressJson?: boolean
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('the demo campaigns of the local chain')
    .command('seed')
    .description(
      'draw the pictures, store the documents, and mine campaigns, donations, refunds and withdrawals on a fresh anvil',
    )
    .requiredOption('--rpc <url>', 'an anvil started with --timestamp some weeks ago')
    .requiredOption('--factory <address>', 'a factory without campaigns')
    .option('--now <seconds>', 'unix time that the demo leads up to (default: now)')
    .option('--progress-json', 'progress as lines of JSON, for programs')
    .action((options: SeedOptions) =>
      runProcess({ name: 'demo', defaultLogLevel: 'warn' }, (context) => seed(context, options)),
    )
}

async function seed(context: ProcessContext, options: SeedOptions): Promise<void> {
  const { signal } = context.shutdown
  const nowTs = options.now === undefined ? Math.floor(Date.now() / 1000) : Number(options.now)
  if (!Number.isSafeInteger(nowTs) || nowTs <= 0) throw new ConfigError('--now must be a unix time in seconds.')
  // Before the pictures, which take longest.
  const chainId = await checkFactory(options)
  const report = createReport(options.progressJson ?? false)
  const store = await openBlockStore(context)
  const putFile = async (bytes: Uint8Array) => {
    const cid = await importFile(store, bytes)
    await store.pin(cid)
    return cid.toString()
  }
  const cids = await publishDemo({
    putFile,
    signal,
    onProgress: (done, total) => report('pictures and stories', done, total),
  })
  const seeded = await seedDemo({
    rpcUrl: options.rpc,
    factoryAddress: options.factory as `0x${string}`,
    plan: planDemo({ nowTs }),
    cids,
    signal,
    onProgress: (done, total) => report('demo transactions', done, total),
  })
  await recordWhereKept(context, {
    action: 'demo.seed',
    subject: `factory:${chainId}:${options.factory.toLowerCase()}`,
    after: { campaigns: seeded.campaigns.size, blocks: seeded.blocks, transactions: seeded.transactions },
  })
  if (!options.progressJson)
    say(`  ${seeded.campaigns.size} campaigns in ${seeded.blocks} blocks by ${seeded.transactions} transactions`)
}

/** @returns the id of its chain */
async function checkFactory({ rpc, factory }: SeedOptions): Promise<number> {
  if (!isAddress(factory)) throw new ConfigError('--factory must be an address of 0x and 40 hex digits.')
  const client = createPublicClient({ transport: http(rpc, { retryCount: 0 }) })
  const count = await client
    .readContract({ address: factory, abi: campaignFactoryAbi, functionName: 'getCampaignCount' })
    .catch(() => {
      throw new ConfigError(`There is no campaign factory at ${factory} on the chain of ${redactUrl(rpc)}.`)
    })
  if (count > 0n)
    throw new ConfigError(`The factory ${factory} already has ${count} campaigns; the demo needs a fresh chain.`)
  return client.getChainId()
}

function createReport(json: boolean): (step: string, done: number, total: number) => void {
  let current: { step: string; bar: Progress } | undefined
  return (step, done, total) => {
    if (json) return say(JSON.stringify({ step, done, total }))
    if (current?.step !== step) {
      current?.bar.end()
      current = { step, bar: startProgress(step) }
    }
    current.bar.update(done, total)
    if (done === total) current.bar.end()
  }
}
