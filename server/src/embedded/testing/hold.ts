/**
 * A process for tests to kill: `node hold.ts postgres|anvil|lock|child <JSON of its options>` starts one, writes a line of
 * JSON about it and stays.
 */
import { startAnvil } from '../anvil.ts'
import { type ChildProcessOptions, startChildProcess } from '../childProcess.ts'
import { lockDataFolder } from '../lock.ts'
import { startEmbeddedPostgres } from '../postgres.ts'

const [, , what, json = '{}'] = process.argv
const options = JSON.parse(json)

async function start(): Promise<object> {
  if (what === 'postgres') return startEmbeddedPostgres(options)
  if (what === 'anvil') return startAnvil(options)
  if (what === 'child') return startChildProcess(options as ChildProcessOptions)
  lockDataFolder(options.folder)
  return {}
}

try {
  process.stdout.write(`${JSON.stringify(await start())}\n`)
  setInterval(() => {}, 60_000)
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: (error as Error).message })}\n`)
}
