import type { Command } from 'commander'
import { planDemo } from '../../demo/planDemo.ts'
import { publishDemo } from '../../demo/publishDemo.ts'
import { seedDemo } from '../../demo/seedDemo.ts'
import { importFile } from '../../ipfs/importFile.ts'
import { openBlockStore } from '../parts.ts'
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
  const report = createReport(options.progressJson ?? false)
  const store = await openBlockStore(context)
  const putFile = async (bytes: Uint8Array) => {
    const cid = await importFile(store, bytes)
    await store.pin(cid)
    return cid.toString()
  }
  const nowTs = options.now === undefined ? Math.floor(Date.now() / 1000) : Number(options.now)
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
  if (!options.progressJson)
    say(`  ${seeded.campaigns.size} campaigns in ${seeded.blocks} blocks by ${seeded.transactions} transactions`)
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
