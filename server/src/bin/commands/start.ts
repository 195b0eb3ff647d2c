import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Command } from 'commander'
import { ensureFirstAdmin } from '../../accounts/manageUsers.ts'
import { CLI } from '../../audit/cliActor.ts'
import { startDemoActivity } from '../../demo/demoActivity.ts'
import { lockDataFolder } from '../../embedded/lock.ts'
import type { Config } from '../../lib/config.ts'
import { ConfigError, errorMessage } from '../../lib/errors.ts'
import { collectForRequests } from '../../lib/garbageCollection.ts'
import { type Chain, localChain, openChains } from '../openChain.ts'
import { openBlockStore, openGateways } from '../openContent.ts'
import { openDatabase } from '../openDatabase.ts'
import { lanesOf, openBroker, startConsumer, startProducer } from '../pipelineParts.ts'
import { recordCommand } from '../recordCommand.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, startProgress } from '../say.ts'
import { portError, startApi } from '../startApi.ts'
import { startLocalChain } from '../startLocalChain.ts'
import { startWorker } from '../startWorker.ts'
import { version } from '../version.ts'

export function addStart(program: Command): void {
  program
    .command('start')
    .description('run everything in one process: what is not configured (database, chain, IPFS store) is embedded')
    .option('--fresh', 'throw away the embedded data and begin anew')
    .action((options: { fresh?: boolean }) =>
      runProcess({ name: 'kindling', longRunning: true, defaultLogLevel: 'warn' }, (context) =>
        start(context, options),
      ),
    )
}

async function start(context: ProcessContext, options: { fresh?: boolean }): Promise<void> {
  const { config, logger, shutdown } = context
  const startedMs = Date.now()
  collectForRequests()
  say(`Kindling ${version}`)
  await checkPort(config)
  const lock = lockDataFolder(config.dataDir)
  shutdown.defer('data folder', () => lock.release())
  const forgotten = options.fresh ? forgetData(config) : []

  const starting = startProgress('database')
  const database = await openDatabase(config, logger, shutdown, 'kindling start', { own: true })
  starting.end(config.databaseUrl === undefined ? 'PostgreSQL, embedded' : 'DATABASE_URL')
  // The log of before went with its database, which it was the log of: the new one begins with that.
  if (forgotten.length > 0)
    await recordCommand(database.pool, {
      action: 'deployment.fresh',
      subject: 'deployment',
      before: { data: forgotten },
    })
  const parts = { config, logger, shutdown, database }
  const broker = openBroker(parts)
  const ownChain = config.rpcUrls.length === 0 && config.chains.length === 0
  const local = ownChain ? await startLocalChain(context, database.pool) : null
  const chains = local ? [localChain(config, local)] : await openChains(config)

  const store = await openBlockStore(parts)
  const gateways = openGateways(parts)
  await startWorker(parts, store, gateways, broker)
  for (const chain of chains) {
    await startProducer(parts, chain, broker, (error) =>
      say(`  producer of chain ${chain.settings.chainId}: stopped. ${errorMessage(error)}`),
    )
  }
  const lanes = chains.flatMap(({ settings }) => lanesOf(config, settings.chainId))
  await startConsumer(parts, lanes, broker)
  const address = await startApi(parts, store, gateways, local, broker)
  if (local && config.demoActivity) startActivity(context, local)
  const admin = config.production ? undefined : await ensureFirstAdmin(database.pool, CLI)
  summarise(config, chains, address, startedMs, local !== null)
  if (admin) introduce(admin, address)
}

/** The only time that the password is anywhere in clear. */
function introduce({ username, password }: { username: string; password: string }, address: string): void {
  say()
  say(`  First admin of ${address}/admin/, told this once:`)
  say(`    username   ${username}`)
  say(`    password   ${password}`)
  say('  Another password: kindling user reset-password. Other accounts: kindling user create NAME --role staff.')
}

function startActivity({ logger, shutdown }: ProcessContext, local: { rpcUrl: string; factoryAddress: string }): void {
  const stop = new AbortController()
  const done = startDemoActivity({
    rpcUrl: local.rpcUrl,
    factoryAddress: local.factoryAddress as `0x${string}`,
    signal: stop.signal,
    onError: (error) => logger.debug({ reason: errorMessage(error) }, 'demo donation did not come about'),
  })
  shutdown.defer('demo activity', () => {
    stop.abort()
    return done
  })
}

/** Before anything that takes long. */
async function checkPort(config: Config): Promise<void> {
  if (config.port === 0) return
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(portError(config, error)))
    probe.listen(config.port, config.host, () => probe.close(() => resolve()))
  })
}

/** @returns what there was, and is no more */
function forgetData(config: Config): string[] {
  if (config.databaseUrl !== undefined) {
    throw new ConfigError(
      '--fresh begins the embedded data anew, but DATABASE_URL is set: empty that database yourself.',
    )
  }
  const names = ['postgres', 'postgres.connection.json', 'chain', 'ipfs'].filter((name) =>
    existsSync(`${config.dataDir}/${name}`),
  )
  for (const name of names) rmSync(`${config.dataDir}/${name}`, { recursive: true, force: true })
  say('  data: begun anew')
  return names
}

function summarise(config: Config, chains: Chain[], address: string, startedMs: number, isLocal: boolean): void {
  say()
  say(`  web        ${address}/`)
  say(`  API        ${address}/api/v1/campaigns/?include_metadata=true`)
  say(`  API docs   ${address}/api/docs/`)
  say(`  health     ${address}/health/ready`)
  for (const { settings, rpcUrls } of chains) {
    say(
      `  chain      ${settings.name} ${settings.chainId}${isLocal ? `, ${rpcUrls[0]}` : ''}, factory ${settings.factoryAddresses.join(', ')}`,
    )
  }
  say(`  data       ${config.dataDir}`)
  if (isLocal && config.demoActivity) say('  demo       a donor gives every few seconds (DEMO_ACTIVITY=off stops it)')
  say()
  say(`  Ready after ${((Date.now() - startedMs) / 1000).toFixed(1)} s. Ctrl-C ends it; the data stays.`)
}
