import type { Command } from 'commander'
import { createPublicClient, formatEther, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { ConfigError, errorMessage, KindlingError } from '../../lib/errors.ts'
import { redactUrl } from '../../lib/logger.ts'
import { deployFactory } from '../deployFactory.ts'
import { runProcess } from '../runProcess.ts'
import { say } from '../say.ts'

const LOCAL_CHAIN_ID = 31_337

export function addContracts(program: Command): void {
  program
    .command('contracts')
    .description('the contracts that hold the money')
    .command('deploy')
    .description(
      'deploy a campaign factory and say what to set; the key is read from an environment variable, never from the command line',
    )
    .requiredOption('--rpc <url>', 'a node of the chain')
    .option(
      '--private-key-env <name>',
      'the variable that holds the deployer’s private key (on the local chain: not needed)',
    )
    .option('--json', 'for programs')
    .action((options: { rpc: string; privateKeyEnv?: string; json?: boolean }) =>
      runProcess({ name: 'contracts', defaultLogLevel: 'warn' }, () => deploy(options)),
    )
}

async function deploy(options: { rpc: string; privateKeyEnv?: string; json?: boolean }): Promise<void> {
  if (!/^https?:$/.test(URL.parse(options.rpc)?.protocol ?? '')) {
    throw new ConfigError('--rpc must be a URL that starts with http:// or https://.')
  }
  const client = createPublicClient({ transport: http(options.rpc, { retryCount: 0 }) })
  const chainId = await client.getChainId().catch((error: unknown) => {
    throw new KindlingError('deployment_failed', `The node at ${redactUrl(options.rpc)} does not answer.`, {
      cause: shortError(error),
    })
  })
  if (options.privateKeyEnv === undefined && chainId !== LOCAL_CHAIN_ID) {
    throw new ConfigError(
      `Chain ${chainId} is not the local one: name the variable that holds the deployer's key with --private-key-env.`,
    )
  }
  const account = options.privateKeyEnv === undefined ? undefined : privateKeyToAccount(readKey(options.privateKeyEnv))
  const factory = await deployFactory(options.rpc, account).catch((error: unknown) => {
    if (error instanceof KindlingError) throw error
    throw new KindlingError('deployment_failed', 'The factory could not be deployed.', { cause: shortError(error) })
  })
  if (options.json) {
    return say(
      JSON.stringify({
        chain_id: chainId,
        factory_address: factory.address,
        start_block: factory.block,
        transaction: factory.transaction,
      }),
    )
  }
  const cost = factory.gasUsed * (await client.getGasPrice())
  say(
    `Deployed on chain ${chainId} in transaction ${factory.transaction} (${factory.gasUsed} gas, about ${formatEther(cost)} ETH). Now set:`,
  )
  say(`  CHAIN_ID=${chainId}`)
  say(`  FACTORY_ADDRESS=${factory.address}`)
  say(`  START_BLOCK=${factory.block}`)
}

/** viem's messages hold the whole request, bytecode included. */
function shortError(error: unknown): Error {
  const { details, shortMessage } = error as { details?: string; shortMessage?: string }
  return new Error(details || shortMessage || errorMessage(error))
}

function readKey(name: string): `0x${string}` {
  const value = process.env[name]
  if (!value || !/^0x[0-9a-fA-F]{64}$/.test(value)) {
    throw new ConfigError(`${name} must hold a private key of 0x and 64 hex digits.`)
  }
  return value as `0x${string}`
}
