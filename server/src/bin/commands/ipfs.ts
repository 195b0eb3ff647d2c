import { type Command, InvalidArgumentError } from 'commander'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { parseByteSize } from '../../lib/byteSize.ts'
import { KindlingError } from '../../lib/errors.ts'
import { exportContent } from '../ipfs/exportContent.ts'
import { importContent } from '../ipfs/importContent.ts'
import { collectStore, showStore } from '../ipfs/storeSize.ts'
import { verifyStore } from '../ipfs/verifyStore.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'

const HELP = `
Blocks are files under KINDLING_DATA_DIR/ipfs, named by their hash. Pinned ones stay; the others are a cache of what the
gateways of IPFS_GATEWAY_URL have, and the least recently used go beyond IPFS_STORE_MAX_SIZE. Safe beside a running Kindling.`

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

Blocks that are not here are fetched from the gateways of IPFS_GATEWAY_URL. A file is written aside and then renamed, so that
there is a whole one or none.`

const JSON_HELP = 'for programs: one object on one line'

export function addIpfs(program: Command): void {
  const ipfs = program
    .command('ipfs')
    .description('the block store: documents and pictures, proved')
    .addHelpText('after', HELP)
  ipfs.command('stat').description('how much is stored and pinned').option('--json', JSON_HELP).action(run(showStore))
  ipfs
    .command('verify')
    .description('hash every block and look for what pinned content lacks')
    .option('--repair', 'fetch what pinned content lacks from the gateways')
    .option('--json', JSON_HELP)
    .addHelpText('after', VERIFY_HELP)
    .action(run(verifyStore))
  ipfs
    .command('gc')
    .description('remove what is not pinned')
    .option('--to <size>', 'until at most so much is left: a number with KiB, MiB or GiB', size)
    .option('--json', JSON_HELP)
    .addHelpText('after', GC_HELP)
    .action(run(collectStore))
  ipfs
    .command('import')
    .description('store and pin a file or a CAR, and print its CID')
    .argument('<file>', 'any file; one that begins like a CAR is taken for one')
    .option('--no-pin', 'only store it: it may be evicted')
    .option('--json', JSON_HELP)
    .addHelpText('after', IMPORT_HELP)
    .action((file: string, options: { pin: boolean; json?: boolean }) =>
      run((context) => importContent(context, file, options))(),
    )
  ipfs
    .command('export')
    .description('write what is under a CID as a CAR, or a file as it is')
    .argument('<cid>', 'a CID, or a CID and a path: bafy…/picture.png')
    .option('-o, --output <file>', 'where to (default: standard output)')
    .option('--content', "the file's bytes instead of a CAR of its blocks")
    .option('--json', `${JSON_HELP}, about what was written with --output`)
    .addHelpText('after', EXPORT_HELP)
    .action((cid: string, options: { output?: string; content?: boolean; json?: boolean }) =>
      run((context) => exportContent(context, cid, options))(),
    )
}

/** An error of IPFS is a sentence, as a command should end with. */
function run<Options>(work: (context: ProcessContext, options: Options) => Promise<void>) {
  return (options: Options = {} as Options) =>
    runProcess({ name: 'ipfs', defaultLogLevel: 'warn' }, async (context) => {
      try {
        await work(context, options)
      } catch (error) {
        if (!(error instanceof IpfsError)) throw error
        throw new KindlingError(error.code, error.message, { cause: error.cause })
      }
    })
}

function size(value: string): number {
  const bytes = parseByteSize(value)
  if (bytes === undefined) throw new InvalidArgumentError('It must be a size like 500MiB or 2GiB.')
  return bytes
}
