import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { campaignFactoryAbi, campaignFactoryBytecode } from '@kindling/contracts'
import { standardJsonInput, verification } from '@kindling/contracts/verification'
import { type Command, InvalidArgumentError } from 'commander'
import {
  createPublicClient,
  createWalletClient,
  formatEther,
  formatGwei,
  http,
  type PublicClient,
  parseGwei,
} from 'viem'
import { ConfigError, errorMessage, KindlingError } from '../../lib/errors.ts'
import { redactUrl } from '../../lib/logger.ts'
import { type Deployment, estimateDeployment } from '../deploy/estimateDeployment.ts'
import { LOCAL_CHAIN_ID, openSigner, type SignerOptions } from '../deploy/signers.ts'
import {
  type DeployedSettings,
  readChainsFile,
  readEnvFile,
  writeChainsFile,
  writeEnvFile,
} from '../deploy/writeSettings.ts'
import { recordWhereKept } from '../recordCommand.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say } from '../say.ts'

interface DeployOptions extends SignerOptions {
  rpc: string
  chainId?: number
  dryRun?: boolean
  yes?: boolean
  maxFeeGwei?: string
  confirmations: number
  writeEnv?: string | true
  writeChains?: string
  verification?: string
  json?: boolean
}

const HELP = `
Examples:
  kindling contracts deploy --rpc https://… --chain-id 8453 --ledger --dry-run
  kindling contracts deploy --rpc https://… --chain-id 8453 --ledger --write-env --verification verify/
  DEPLOYER_KEY=0x… kindling contracts deploy --rpc https://… --private-key-env DEPLOYER_KEY --yes --json

Nothing is sent before the chain's id was typed, or --yes was said. The key is read from an environment variable, never from the
command line; --unlocked leaves signing to the node or to clef or Frame behind --rpc. --ledger needs one package more, and says which.`

export function addContracts(program: Command): void {
  program
    .command('contracts')
    .description('the contracts that hold the money')
    .command('deploy')
    .description('deploy a campaign factory: shows what it costs, asks, sends, waits, and says what to set')
    .requiredOption('--rpc <url>', 'a node of the chain')
    .option('--chain-id <id>', 'refuse any other chain (default: CHAIN_ID, where it is set)', positive)
    .option('--private-key-env <name>', 'the variable that holds the deployer’s private key')
    .option('--ledger', 'sign on a Ledger')
    .option('--derivation-path <path>', 'of the account on the Ledger', "m/44'/60'/0'/0/0")
    .option('--unlocked <address>', 'an account that the node behind --rpc signs for')
    .option('--dry-run', 'only show what it would be and cost')
    .option('--yes', 'do not ask')
    .option('--max-fee-gwei <number>', 'pay no more than this for a unit of gas')
    .option('--confirmations <number>', 'blocks to wait for', positive, 2)
    .option('--write-env [file]', 'write CHAIN_ID, FACTORY_ADDRESS, START_BLOCK and RPC_URL into it (default: .env)')
    .option('--write-chains <file>', 'add the chain or the factory to a file like KINDLING_CHAINS_FILE')
    .option('--verification <folder>', 'write what an explorer asks for to verify the source')
    .option('--json', 'for programs')
    .addHelpText('after', HELP)
    .action((options: DeployOptions) =>
      runProcess({ name: 'contracts', defaultLogLevel: 'warn' }, (context) => deploy(context, options)),
    )
}

function positive(value: string): number {
  if (!/^[1-9]\d{0,14}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 on.')
  return Number(value)
}

async function deploy(context: ProcessContext, options: DeployOptions): Promise<void> {
  const { config, shutdown } = context
  if (!/^https?:$/.test(URL.parse(options.rpc)?.protocol ?? '')) {
    throw new ConfigError('--rpc must be a URL that starts with http:// or https://.')
  }
  const maxFee = options.maxFeeGwei === undefined ? undefined : readGwei(options.maxFeeGwei)
  const transport = http(options.rpc, { retryCount: 0 })
  const client = createPublicClient({ transport, pollingInterval: 500 })
  const chainId = await client.getChainId().catch((error: unknown) => {
    throw new KindlingError('deployment_failed', `The node at ${redactUrl(options.rpc)} does not answer.`, {
      cause: shortError(error),
    })
  })
  const wanted = options.chainId ?? config.chainId
  if (wanted !== undefined && wanted !== chainId) {
    throw refused(`The node at ${redactUrl(options.rpc)} is of chain ${chainId}, not ${wanted}`)
  }
  const envFile = options.writeEnv === true ? '.env' : options.writeEnv
  // A file that cannot be written to is said before money is spent.
  if (envFile !== undefined) readEnvFile(envFile, chainId)
  if (options.writeChains !== undefined) readChainsFile(options.writeChains)
  const account = await openSigner(options, chainId, shutdown)
  const plan = await estimateDeployment(client, account.address, maxFee).catch((error: unknown) => {
    throw failed('The deployment would not succeed', error)
  })
  if (!options.json) show(plan)
  if (options.ledger && 'gasPrice' in plan.fees)
    throw refused('The chain has no EIP-1559 fees, which the Ledger is asked for')
  if (plan.balanceWei < plan.mostWei) {
    throw refused(
      `${plan.from} has ${formatEther(plan.balanceWei)}, and up to ${formatEther(plan.mostWei)} may be needed`,
    )
  }
  if (options.dryRun) {
    if (options.json) say(JSON.stringify({ dry_run: true, ...toJson(plan) }))
    else say('A dry run: nothing was sent.')
    return
  }
  if (chainId !== LOCAL_CHAIN_ID && !options.yes) await confirm(chainId, shutdown.signal)
  const wallet = createWalletClient({ account, transport })
  const { gas, nonce, fees } = plan
  const transaction = await wallet
    .deployContract({
      abi: campaignFactoryAbi,
      bytecode: campaignFactoryBytecode,
      account,
      chain: null,
      gas,
      nonce,
      ...fees,
    } as never)
    .catch((error: unknown) => {
      throw error instanceof KindlingError ? error : failed('The factory could not be deployed', error)
    })
  if (!options.json) say(`Sent ${transaction}; waiting for it …`)
  const { settings, gasUsed, paidWei } = await mined(client, transaction, chainId, options)
  const { factoryAddress, startBlock } = settings
  // Said first: whatever fails from here on, the contract is there.
  if (options.json) {
    const gas = { gas_used: String(gasUsed), paid_wei: String(paidWei) }
    say(
      JSON.stringify({
        chain_id: chainId,
        factory_address: factoryAddress,
        start_block: startBlock,
        transaction,
        ...gas,
      }),
    )
  } else {
    say(
      `Deployed on chain ${chainId} in block ${startBlock}: factory ${factoryAddress} (${gasUsed} gas, ${formatEther(paidWei)} paid).`,
    )
  }
  await recordWhereKept(context, {
    action: 'contracts.deploy',
    subject: `factory:${chainId}:${factoryAddress}`,
    after: { from: plan.from.toLowerCase(), transaction, start_block: startBlock, paid_wei: String(paidWei) },
  })
  if (envFile !== undefined) writeEnvFile(envFile, settings)
  if (options.writeChains !== undefined) writeChainsFile(options.writeChains, settings)
  if (options.verification !== undefined) await writeVerification(client, resolve(options.verification), settings)
  if (options.json) return
  if (options.verification !== undefined) say(`For an explorer: ${resolve(options.verification)}/README.md`)
  if (envFile !== undefined || options.writeChains !== undefined) return
  say('Now set:')
  for (const [name, value] of [
    ['CHAIN_ID', chainId],
    ['FACTORY_ADDRESS', factoryAddress],
    ['START_BLOCK', startBlock],
  ])
    say(`  ${name}=${value}`)
}

async function mined(client: PublicClient, hash: `0x${string}`, chainId: number, options: DeployOptions) {
  const confirmations = chainId === LOCAL_CHAIN_ID ? 1 : options.confirmations
  const receipt = await client
    .waitForTransactionReceipt({ hash, confirmations, timeout: 15 * 60_000 })
    .catch((error: unknown) => {
      throw failed(
        `The transaction ${hash} was sent, but is not seen mined; look for it before you send another`,
        error,
      )
    })
  if (receipt.status !== 'success' || !receipt.contractAddress) {
    throw new KindlingError('deployment_failed', `The transaction ${hash} that deploys the factory was reverted.`)
  }
  const settings: DeployedSettings = {
    chainId,
    factoryAddress: receipt.contractAddress.toLowerCase(),
    startBlock: Number(receipt.blockNumber),
    rpcUrl: options.rpc,
  }
  return { settings, gasUsed: receipt.gasUsed, paidWei: receipt.gasUsed * receipt.effectiveGasPrice }
}

function show(plan: Deployment): void {
  const fees =
    'gasPrice' in plan.fees
      ? `${formatGwei(plan.fees.gasPrice)} gwei`
      : `at most ${formatGwei(plan.fees.maxFeePerGas)} gwei, ${formatGwei(plan.fees.maxPriorityFeePerGas)} of it as a tip`
  say(`  chain      ${plan.chainId}${plan.note === null ? '' : ` (${plan.note})`}`)
  say(`  from       ${plan.from}, nonce ${plan.nonce}, balance ${formatEther(plan.balanceWei)}`)
  say(`  factory    ${plan.factoryAddress}`)
  say(`  gas        ${plan.gas}, ${fees}`)
  if (plan.l1FeeWei !== null) say(`  L1 data    ${formatEther(plan.l1FeeWei)}`)
  say(`  cost       about ${formatEther(plan.likelyWei)}, at most ${formatEther(plan.mostWei)} of the chain's coin`)
}

function toJson(plan: Deployment) {
  return {
    chain_id: plan.chainId,
    from: plan.from.toLowerCase(),
    nonce: plan.nonce,
    factory_address: plan.factoryAddress.toLowerCase(),
    gas: String(plan.gas),
    ...('gasPrice' in plan.fees
      ? { gas_price_wei: String(plan.fees.gasPrice) }
      : {
          max_fee_per_gas_wei: String(plan.fees.maxFeePerGas),
          max_priority_fee_per_gas_wei: String(plan.fees.maxPriorityFeePerGas),
        }),
    l1_fee_wei: plan.l1FeeWei === null ? null : String(plan.l1FeeWei),
    likely_wei: String(plan.likelyWei),
    most_wei: String(plan.mostWei),
    balance_wei: String(plan.balanceWei),
  }
}

async function confirm(chainId: number, signal: AbortSignal): Promise<void> {
  const lines = createInterface({
    input: process.stdin,
    output: process.stderr,
    terminal: process.stdin.isTTY ?? false,
  })
  try {
    process.stderr.write(`Type the chain's id (${chainId}) to deploy: `)
    const ended = new Promise<string>((end) => lines.once('close', () => end('')))
    const typed = await Promise.race([lines.question('', { signal }), ended])
    if (typed.trim() !== String(chainId)) throw refused('It was not confirmed')
  } finally {
    lines.close()
  }
}

/** What Etherscan, Blockscout and Sourcify take: the compiler's own input, its version, and that there are no arguments. */
async function writeVerification(
  client: PublicClient,
  folder: string,
  { chainId, factoryAddress }: DeployedSettings,
): Promise<void> {
  const implementation = await client.readContract({
    address: factoryAddress as `0x${string}`,
    abi: campaignFactoryAbi,
    functionName: 'implementation',
  })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'standard-input.json'), `${JSON.stringify(standardJsonInput, null, 2)}\n`)
  const { compilerVersion, factory, campaign } = verification
  writeFileSync(
    join(folder, 'README.md'),
    `# Verifying the source on chain ${chainId}

| | factory | campaigns' shared code |
| --- | --- | --- |
| address | \`${factoryAddress}\` | \`${implementation.toLowerCase()}\` |
| contract | \`${factory}\` | \`${campaign}\` |
| compiler | \`${compilerVersion}\` | \`${compilerVersion}\` |
| input | \`standard-input.json\` (Solidity, standard JSON) | the same |
| constructor arguments | none | none |
`,
  )
}

function readGwei(value: string): bigint {
  if (!/^\d+(\.\d{1,9})?$/.test(value))
    throw new ConfigError(`--max-fee-gwei must be a number of gwei, not "${value}".`)
  return parseGwei(value)
}

const refused = (why: string) => new KindlingError('deployment_refused', `${why}: nothing was sent.`)
const failed = (what: string, error: unknown) =>
  new KindlingError('deployment_failed', `${what}.`, { cause: shortError(error) })

/** viem's messages hold the whole request, bytecode included. */
function shortError(error: unknown): Error {
  const { details, shortMessage } = error as { details?: string; shortMessage?: string }
  return new Error(details || shortMessage || errorMessage(error))
}
