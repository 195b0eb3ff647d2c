import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { ConfigError } from '../lib/errors.ts'
import { fail } from './runProcess.ts'
import { version } from './version.ts'

if (Number(process.versions.node.split('.')[0]) < 24) {
  fail(
    new Error(
      `Kindling needs Node 24 or newer, this is ${process.versions.node}: run it through npm (npm start), which brings its own.`,
    ),
  )
}
enableCompileCache()
readEnvFile()

const program = new Command('kindling')
  .description('Self-hosted crowdfunding for EVM chains: every number and every word can be proved.')
  .version(version)
  .showHelpAfterError('(--help shows what there is)')
  .addHelpText('after', '\nSettings are environment variables or lines of .env; the README lists them.')

// Only the command asked for is loaded: with everything a process takes two seconds longer to start.
const commands: Record<string, () => Promise<(to: Command) => void>> = {
  start: async () => (await import('./commands/start.ts')).addStart,
  api: async () => (await import('./commands/api.ts')).addApi,
  producer: async () => (await import('./commands/producer.ts')).addProducer,
  consumer: async () => (await import('./commands/consumer.ts')).addConsumer,
  broker: async () => (await import('./commands/broker.ts')).addBroker,
  worker: async () => (await import('./commands/worker.ts')).addWorker,
  verify: async () => (await import('./commands/verify.ts')).addVerify,
  metadata: async () => (await import('./commands/metadata.ts')).addMetadata,
  ipfs: async () => (await import('./commands/ipfs.ts')).addIpfs,
  backup: async () => (await import('./commands/backup.ts')).addBackup,
  restore: async () => (await import('./commands/backup.ts')).addRestore,
  'migrate-to': async () => (await import('./commands/migrateTo.ts')).addMigrateTo,
  migrate: async () => (await import('./commands/migrate.ts')).addMigrate,
  contracts: async () => (await import('./commands/contracts.ts')).addContracts,
  demo: async () => (await import('./commands/demo.ts')).addDemo,
  user: async () => (await import('./commands/user.ts')).addUser,
}
const name = process.argv[2] ?? ''
const asked = Object.hasOwn(commands, name) ? commands[name] : undefined
for (const load of asked ? [asked] : Object.values(commands)) (await load())(program)

await program.parseAsync()

function readEnvFile(): void {
  if (!existsSync('.env')) return
  try {
    process.loadEnvFile('.env')
  } catch (error) {
    fail(new ConfigError(`${resolve('.env')} cannot be read as lines of NAME=value.`, error))
  }
}
