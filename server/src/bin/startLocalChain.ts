import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { planDemo } from '../demo/planDemo.ts'
import { type Anvil, startAnvil } from '../embedded/anvil.ts'
import { isPortFree } from '../embedded/freePort.ts'
import { ConfigError } from '../lib/errors.ts'
import { deployFactory } from './deployFactory.ts'
import { forgetChain } from './forgetChain.ts'
import { type LocalChain, localChainFile, readLocalChain } from './openChain.ts'
import type { ProcessContext } from './runProcess.ts'
import { startProgress } from './say.ts'
import { seedInChild } from './seedInChild.ts'

export const LOCAL_CHAIN_ID = 31_337
const RPC_PORT = 8545

/**
 * Starts anvil on the state of the last run. Where there is none, the chain begins some weeks ago, the factory is deployed and
 * the demo mined. A chain whose demo was not finished is thrown away: its file is written last.
 */
export async function startLocalChain(context: ProcessContext, pool: pg.Pool): Promise<LocalChain> {
  const { config } = context
  if (config.chainId !== undefined && config.chainId !== LOCAL_CHAIN_ID) {
    throw new ConfigError(`CHAIN_ID is ${config.chainId} but RPC_URL is not set: the local chain is ${LOCAL_CHAIN_ID}.`)
  }
  const statePath = join(config.dataDir, 'chain', 'state.json')
  const known = existsSync(statePath) ? readLocalChain(config) : null
  if (known === null) return createLocalChain(context, pool, statePath)
  const anvil = await openAnvil(context, { statePath })
  return remember(context, { ...known, rpcUrl: anvil.rpcUrl })
}

async function createLocalChain(context: ProcessContext, pool: pg.Pool, statePath: string): Promise<LocalChain> {
  rmSync(dirname(statePath), { recursive: true, force: true })
  await forgetChain(pool, LOCAL_CHAIN_ID)
  const nowTs = Math.floor(Date.now() / 1000)
  const anvil = await openAnvil(context, { statePath, timestamp: planDemo({ nowTs }).startTs })
  const { address, block } = await deployFactory(anvil.rpcUrl)
  await seedInChild(context, { rpcUrl: anvil.rpcUrl, factoryAddress: address, nowTs })
  // Before the chain counts as finished: killed by force a moment later, it must not begin again in the midst of the demo.
  await anvil.keepState()
  return remember(context, {
    rpcUrl: anvil.rpcUrl,
    chainId: LOCAL_CHAIN_ID,
    factoryAddress: address.toLowerCase(),
    startBlock: block,
  })
}

async function openAnvil(
  { config, logger, shutdown }: ProcessContext,
  options: { statePath: string; timestamp?: number },
): Promise<Anvil> {
  mkdirSync(dirname(options.statePath), { recursive: true })
  const progress = startProgress('local chain')
  const port = (await isPortFree(RPC_PORT)) ? { port: RPC_PORT } : {}
  const anvil = await startAnvil({
    ...options,
    ...port,
    chainId: LOCAL_CHAIN_ID,
    log: (line) => logger.trace({ part: 'anvil' }, line),
  })
  shutdown.defer('local chain', () => anvil.stop())
  void anvil.exited.then((how) => {
    if (!shutdown.signal.aborted)
      logger.error({ how, dataDir: config.dataDir }, 'the local chain ended; start Kindling again')
  })
  progress.end(anvil.rpcUrl)
  return anvil
}

function remember({ config }: ProcessContext, local: LocalChain): LocalChain {
  writeFileSync(localChainFile(config), `${JSON.stringify(local, null, 2)}\n`)
  return local
}
