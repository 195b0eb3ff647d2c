import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Benchmark } from './benchmarks.ts'
import { documentOf, largestDocumentOf } from './metadata/documents.ts'
import type { FetchesResult, FetchesTask } from './metadata/runFetches.ts'
import type { HoarderTask } from './metadata/runHoarder.ts'
import { startHoarder } from './metadata/startGateway.ts'
import { createRunFolder } from './support/benchFolder.ts'
import { machineLine, readMachine } from './support/machine.ts'
import { measureInChild } from './support/measureInChild.ts'
import { printTable } from './support/printTable.ts'
import { progress, progressDone } from './support/progress.ts'

const MIB = 1024 * 1024
/** What one worker has in hand at most: new campaigns and retries. */
const AT_ONCE = 36
/** docs/metadata.md, "Memory": 4 MiB for each of 16 requests to each gateway. */
const bytesOnTheWay = (gateways: number) => gateways * 16 * 4 * MIB
/** The same: 12 MiB for each document in work. */
const BYTES_IN_WORK = AT_ONCE * 12 * MIB

interface Case extends FetchesResult {
  name: string
  boundBytes: number
}

export const benchMetadataMemory: Benchmark = {
  summary: 'memory that hostile gateways and the largest documents can make a worker hold',
  help: [
    'Usage: npm run bench -- metadata-memory [--json]',
    '',
    `Fetches ${AT_ONCE} documents at once, as many as a worker ever has in hand: from three gateways that send all but the last byte of the`,
    'largest block and then nothing, and from one that serves the largest documents there may be. Shown is how much a process grew,',
    'beside the bound that docs/metadata.md states.',
    '',
    '  --json  the last line is one object: cases, each with grown_mib, bound_mib, read, failed, seconds',
  ].join('\n'),
  options: { json: { type: 'boolean' } },
  async run(options) {
    const numbers = Array.from({ length: AT_ONCE }, (_, n) => n)
    progress('Three gateways that never end')
    const hanging = await measure('three gateways that never end', bytesOnTheWay(3), 3, 'hang', {
      cids: numbers.map((n) => documentOf(n).cid),
      timeoutMs: 8_000,
    })
    progress('The largest documents')
    const largest = await measure('the largest documents', bytesOnTheWay(1) + BYTES_IN_WORK, 1, 'serve', {
      cids: numbers.map((n) => largestDocumentOf(n).cid),
      timeoutMs: 60_000,
    })
    progressDone()
    const machine = await readMachine({})
    print([hanging, largest], machineLine(machine))
    if (options['json'] === true) console.log(JSON.stringify({ ...figures([hanging, largest]), machine }))
  },
}

async function measure(
  name: string,
  boundBytes: number,
  count: number,
  does: HoarderTask['does'],
  task: Pick<FetchesTask, 'cids' | 'timeoutMs'>,
): Promise<Case> {
  const started = Array.from({ length: count }, () => startHoarder({ does, documents: AT_ONCE }))
  const gateways = await Promise.all(started)
  try {
    const storeDir = join(createRunFolder(), `ipfs-${does}`)
    mkdirSync(storeDir, { recursive: true })
    const script = join(import.meta.dirname, 'metadata/runFetches.ts')
    const gatewayUrls = gateways.map(({ url }) => url)
    const result = await measureInChild<FetchesResult>(script, { ...task, gatewayUrls, storeDir } satisfies FetchesTask)
    return { name, boundBytes, ...result }
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.stop()))
  }
}

function figures(cases: Case[]) {
  return {
    at_once: AT_ONCE,
    cases: cases.map(({ name, grownBytes, boundBytes, read, failed, seconds }) => ({
      name,
      grown_mib: Math.round(grownBytes / MIB),
      bound_mib: Math.round(boundBytes / MIB),
      read,
      failed,
      seconds: Number(seconds.toFixed(1)),
    })),
  }
}

function print(cases: Case[], machine: string): void {
  console.log(`${AT_ONCE} documents at once\n${machine}\n`)
  printTable(
    ['', 'grew, MiB', 'bound, MiB', 'read', 'failed', 'seconds'],
    figures(cases).cases.map((each) => [
      each.name,
      String(each.grown_mib),
      String(each.bound_mib),
      String(each.read),
      String(each.failed),
      String(each.seconds),
    ]),
  )
}
