import type { Command } from 'commander'
import { openBlockStore, openGateways } from '../openContent.ts'
import { openDatabase } from '../openDatabase.ts'
import { openBroker } from '../pipelineParts.ts'
import { runProcess } from '../runProcess.ts'
import { say } from '../say.ts'
import { startWorker } from '../startWorker.ts'

export function addWorker(program: Command): void {
  program
    .command('worker')
    .description('run the jobs alone: fetch, prove and store campaign metadata; what is asked for at the desk')
    .action(() =>
      runProcess({ name: 'worker', longRunning: true }, async ({ config, logger, shutdown }) => {
        const database = await openDatabase(config, logger, shutdown, 'kindling worker')
        const parts = { config, logger, shutdown, database }
        await startWorker(parts, await openBlockStore(parts), openGateways(parts), openBroker(parts))
        say('Worker runs.')
      }),
    )
}
