import { createReadStream, createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Command, InvalidArgumentError } from 'commander'
import type { CID } from 'multiformats/cid'
import type { BlockStore, VerifyReport } from '../../ipfs/blockStore.ts'
import { parseCid } from '../../ipfs/cid.ts'
import { exportCar } from '../../ipfs/exportCar.ts'
import { fetchBlock, openFile } from '../../ipfs/fetchFile.ts'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { importCar } from '../../ipfs/importCar.ts'
import { importFile } from '../../ipfs/importFile.ts'
import { walkBlocks } from '../../ipfs/listBlocks.ts'
import { openDag } from '../../ipfs/openDag.ts'
import { KindlingError } from '../../lib/errors.ts'
import { parseContentPath } from '../../metadata/parseContentPath.ts'
import { openBlockStore, openGateways } from '../parts.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say, table } from '../say.ts'

const MAX_BYTES = 4 * 1024 ** 3
const DEADLINE_MS = 24 * 3_600_000

const HELP = `
Blocks are files under KINDLING_DATA_DIR/ipfs, named by their hash. Pinned ones stay; the others are a cache of what the
gateways of IPFS_GATEWAY_URL have, and the least recently used go when room is needed. Safe beside a running Kindling.`

const VERIFY_HELP = `
Every read checks the hash anyway; this finds what rotted unread. A rotten block is removed, so that it is fetched again when it
is asked for. Ends with exit code 1 where a pinned root lacks blocks; --repair fetches those from the gateways.`

const GC_HELP = `
Examples:
  kindling ipfs gc              only what is above the store's cap
  kindling ipfs gc --to 2GiB    until at most so much is left
  kindling ipfs gc --to 0       everything that is not pinned

Removes the least recently used first. What is removed is fetched again from the gateways when someone asks for it.`

const IMPORT_HELP = `
A CAR is imported as it is: every block is proved and must be part of its roots. Any other file is chunked as unixfs-v1-2025
says (CID version 1, 1 MiB chunks). What is printed is the CID.`

const EXPORT_HELP = `
Examples:
  kindling ipfs export bafy… -o campaign.car        a CAR: every block under the CID, which any IPFS node imports
  kindling ipfs export bafy…/picture.png --content  the file itself, to standard output

Blocks that are not here are fetched from the gateways of IPFS_GATEWAY_URL.`

interface ExportOptions {
  output?: string
  content?: boolean
}

export function addIpfs(program: Command): void {
  const ipfs = program
    .command('ipfs')
    .description('the block store: documents and pictures, proved')
    .addHelpText('after', HELP)
  const run = (work: (context: ProcessContext) => Promise<void>) =>
    runProcess({ name: 'ipfs', defaultLogLevel: 'warn' }, (context) => inSentences(work(context)))
  ipfs
    .command('stat')
    .description('how much is stored and pinned')
    .option('--json', 'for programs: one object')
    .action((options: { json?: boolean }) => run((context) => stat(context, options)))
  ipfs
    .command('verify')
    .description('hash every block and look for what pinned content lacks')
    .option('--repair', 'fetch what pinned content lacks from the gateways')
    .addHelpText('after', VERIFY_HELP)
    .action((options: { repair?: boolean }) => run((context) => verify(context, options)))
  ipfs
    .command('gc')
    .description('remove what is not pinned')
    .option('--to <size>', 'until at most so much is left: a number with KiB, MiB or GiB', size)
    .addHelpText('after', GC_HELP)
    .action((options: { to?: number }) => run((context) => gc(context, options)))
  ipfs
    .command('import')
    .description('store and pin a file or a CAR, and print its CID')
    .argument('<file>', 'any file; one that begins like a CAR is taken for one')
    .option('--no-pin', 'only store it: it may be evicted')
    .addHelpText('after', IMPORT_HELP)
    .action((file: string, options: { pin: boolean }) => run((context) => importOne(context, file, options)))
  ipfs
    .command('export')
    .description('write what is under a CID as a CAR, or a file as it is')
    .argument('<cid>', 'a CID, or a CID and a path: bafy…/picture.png')
    .option('-o, --output <file>', 'where to (default: standard output)')
    .option('--content', "the file's bytes instead of a CAR of its blocks")
    .addHelpText('after', EXPORT_HELP)
    .action((cid: string, options: ExportOptions) => run((context) => exportOne(context, cid, options)))
}

/** An error of IPFS is a sentence, as a command should end with. */
async function inSentences(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof IpfsError)) throw error
    throw new KindlingError(error.code, error.message, { cause: error.cause })
  }
}

function size(value: string): number {
  const [, number, unit] = /^(\d{1,12}(?:\.\d+)?)\s*(B|KiB|MiB|GiB)?$/i.exec(value) ?? []
  if (number === undefined) throw new InvalidArgumentError('It must be a size like 500MiB or 2GiB.')
  return Math.round(Number(number) * 1024 ** ['b', 'kib', 'mib', 'gib'].indexOf((unit ?? 'B').toLowerCase()))
}

const shown = (bytes: number): string =>
  bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 ** 2).toFixed(1)} MiB`

async function stat(context: ProcessContext, options: { json?: boolean }): Promise<void> {
  const store = await openBlockStore(context)
  const found = await store.stat()
  if (options.json) return say(JSON.stringify({ dir: store.dir, ...found }))
  say(
    table(
      ['blocks', 'size', 'cap', 'pins', 'pinned blocks'],
      [[found.blocks, shown(found.bytes), shown(found.maxBytes), found.pins, found.pinnedBlocks]],
    ),
  )
  say(`\nin ${store.dir}`)
}

async function verify(context: ProcessContext, options: { repair?: boolean }): Promise<void> {
  const store = await openBlockStore(context)
  let report = await store.verify()
  say(`${report.blocks} blocks, ${report.corrupt.length} of them rotten and removed.`)
  if (options.repair && report.incompletePins.length > 0) {
    await repair(context, store, report)
    report = await store.verify()
  }
  if (report.incompletePins.length === 0) return say('Everything that is pinned is complete.')
  for (const root of report.incompletePins) say(`  incomplete: ${root}`)
  throw new KindlingError(
    'store_incomplete',
    `${report.incompletePins.length} pinned roots lack blocks; ${options.repair ? 'the gateways do not have them' : '--repair fetches them'}.`,
  )
}

async function repair(context: ProcessContext, store: BlockStore, report: VerifyReport): Promise<void> {
  const gateways = openGateways(context)
  const { config, shutdown } = context
  const get = (cid: CID) =>
    fetchBlock(cid, { store, gateways, deadlineMs: config.ipfsFetchTimeoutMs, signal: shutdown.signal })
  for (const root of report.incompletePins) {
    try {
      for await (const _ of walkBlocks({ get }, parseCid(root)));
      say(`  repaired: ${root}`)
    } catch (error) {
      if (!(error instanceof IpfsError)) throw error
      say(`  ${error.message}`)
    }
  }
}

async function gc(context: ProcessContext, options: { to?: number }): Promise<void> {
  const store = await openBlockStore(context)
  const { removedBlocks, removedBytes, keptBytes } = await store.gc(options.to)
  say(`Removed ${removedBlocks} blocks of ${shown(removedBytes)}; ${shown(keptBytes)} are left.`)
}

async function importOne(context: ProcessContext, file: string, { pin }: { pin: boolean }): Promise<void> {
  const store = await openBlockStore(context)
  const roots = (await isCar(file))
    ? (await importCar(store, createReadStream(file), { maxBytes: MAX_BYTES })).roots
    : [await importFile(store, await readWhole(file))]
  for (const root of roots) {
    if (pin) await store.pin(root)
    say(root.toString())
  }
}

const unreadable = (file: string, cause: unknown) =>
  new KindlingError('file_unreadable', `The file ${file} cannot be read.`, { cause })

function readWhole(file: string): Promise<Buffer> {
  return readFile(file).catch((cause) => {
    throw unreadable(file, cause)
  })
}

/** The header of a CAR of version 1 is a CBOR map with `roots` and `version`. */
async function isCar(file: string): Promise<boolean> {
  try {
    for await (const chunk of createReadStream(file, { end: 63 }))
      return (chunk as Buffer).subarray(0, 20).includes('eroots') || (chunk as Buffer).includes('gversion')
    return false
  } catch (cause) {
    throw unreadable(file, cause)
  }
}

async function exportOne(context: ProcessContext, text: string, options: ExportOptions): Promise<void> {
  const { cid: root, path } = parseContentPath(text)
  const fetching = {
    store: await openBlockStore(context),
    gateways: openGateways(context),
    path,
    maxBytes: MAX_BYTES,
    deadlineMs: DEADLINE_MS,
    signal: context.shutdown.signal,
  }
  const to = options.output === undefined ? process.stdout : createWriteStream(options.output)
  if (options.content) return pipeline(Readable.from((await openFile(root, fetching)).read()), to)
  const { cid, passed, get } = await openDag(root, fetching)
  await pipeline(Readable.from(exportCar({ get }, root, { passed, end: cid })), to)
}
