import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { addApi } from './commands/api.ts'
import { addConsumer } from './commands/consumer.ts'
import { addContracts } from './commands/contracts.ts'
import { addDemo } from './commands/demo.ts'
import { addMigrate } from './commands/migrate.ts'
import { addProducer } from './commands/producer.ts'
import { addStart } from './commands/start.ts'
import { addWorker } from './commands/worker.ts'
import { fail } from './runProcess.ts'
import { version } from './version.ts'

if (Number(process.versions.node.split('.')[0]) < 24) {
  fail(
    new Error(
      `Kindling needs Node 24 or newer, this is ${process.versions.node}: run it through npm (npm start), which brings its own.`,
    ),
  )
}
if (existsSync('.env')) process.loadEnvFile('.env')

const program = new Command('kindling')
  .description('Self-hosted crowdfunding for EVM chains: every number and every word can be proved.')
  .version(version)
  .showHelpAfterError('(--help shows what there is)')
  .addHelpText('after', '\nSettings are environment variables or lines of .env; the README lists them.')

addStart(program)
addApi(program)
addProducer(program)
addConsumer(program)
addWorker(program)
addMigrate(program)
addContracts(program)
addDemo(program)

await program.parseAsync()
