import { type Command, InvalidArgumentError } from 'commander'
import { type Verification, verifyChain } from '../../desk/verifyChain.ts'
import { openChains, pickChain } from '../openChain.ts'
import { openDatabase } from '../openDatabase.ts'
import { openRpc } from '../pipelineParts.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, startProgress, table } from '../say.ts'

interface VerifyOptions {
  json?: boolean
  sample?: number
  chain?: number
}

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description(
      'prove the tables: at one block, every campaign equals the sum of its events and what its contract says, every rollup its parts; exits 1 if not',
    )
    .option('--sample <number>', 'only so many campaigns, chosen at random, and no rollups over all', positive)
    .option('--chain <id>', 'only this one of several chains', positive)
    .option('--json', 'for programs')
    .action((options: VerifyOptions) =>
      runProcess({ name: 'verify', defaultLogLevel: 'warn' }, (context) => verify(context, options)),
    )
}

function positive(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return Number(value)
}

async function verify({ config, logger, shutdown }: ProcessContext, options: VerifyOptions): Promise<void> {
  const { pool } = await openDatabase(config, logger, shutdown, 'kindling verify')
  const chains = options.chain === undefined ? await openChains(config) : [await pickChain(config, options.chain)]
  const results: Verification[] = []
  for (const chain of chains) {
    const progress = options.json ? undefined : startProgress(`chain ${chain.settings.chainId}: contracts asked`)
    const result = await verifyChain(pool, openRpc(config, chain), chain.settings, {
      sample: options.sample,
      signal: shutdown.signal,
      onProgress: (done, total) => progress?.update(done, total),
    })
    progress?.end(`${result.campaigns_checked} of ${result.campaigns_total}`)
    results.push(result)
    if (!options.json) print(result)
  }
  const ok = results.every(
    ({ table_differences, contract_differences }) => table_differences.length + contract_differences.length === 0,
  )
  if (options.json) say(JSON.stringify({ ok, chains: results }))
  else say(ok ? 'Everything agrees.' : 'There are differences.')
  if (ok) return
  await shutdown.run()
  process.exit(1)
}

function print(result: Verification): void {
  say(`  at block ${result.blocks.map(({ number, hash }) => `${number} (${hash})`).join(', ')}`)
  if (result.surplus > 0)
    say(`  ${result.surplus} contracts hold more than they were given, sent beside donations: no fault`)
  if (result.contract_differences.length > 0) {
    const rows = result.contract_differences.map(({ address, field, stored, contract }) => [
      address,
      field,
      stored,
      contract,
    ])
    say(table(['contract', 'what', 'in the tables', 'on the chain'], rows))
  }
  if (result.table_differences.length > 0)
    say(
      table(
        ['table', 'side', 'row'],
        result.table_differences.map(({ table: name, side, row }) => [name, side, row]),
      ),
    )
}
