import type { Command } from 'commander'
import { collectForRequests } from '../../lib/garbageCollection.ts'
import { readLocalChain } from '../openChain.ts'
import { openBlockStore, openGateways } from '../openContent.ts'
import { openDatabase } from '../openDatabase.ts'
import { openBroker } from '../pipelineParts.ts'
import { runProcess } from '../runProcess.ts'
import { say } from '../say.ts'
import { startApi } from '../startApi.ts'

/** Others may send requests here: they see readiness fail before the port closes. */
const DRAIN_MS = 1_000

export function addApi(program: Command): void {
  program
    .command('api')
    .description('run the HTTP API alone (HOST, PORT)')
    .action(() =>
      runProcess({ name: 'api', longRunning: true }, async ({ config, logger, shutdown }) => {
        collectForRequests()
        const database = await openDatabase(config, logger, shutdown, 'kindling api')
        const parts = { config, logger, shutdown, database }
        const address = await startApi(
          parts,
          await openBlockStore(parts),
          openGateways(parts),
          config.rpcUrls.length > 0 || config.chains.length > 0 ? null : readLocalChain(config),
          openBroker(parts),
          DRAIN_MS,
        )
        say(`API at ${address}/api/v1/`)
      }),
    )
}
