import type { CID } from 'multiformats/cid'
import type { BlockStore, VerifyReport } from '../../ipfs/blockStore.ts'
import { parseCid } from '../../ipfs/cid.ts'
import { fetchBlock } from '../../ipfs/fetchFile.ts'
import { IpfsError } from '../../ipfs/IpfsError.ts'
import { walkBlocks } from '../../ipfs/listBlocks.ts'
import { KindlingError } from '../../lib/errors.ts'
import { toJsonLine } from '../json.ts'
import { openBlockStore, openGateways } from '../openContent.ts'
import { recordWhereKept } from '../recordCommand.ts'
import type { ProcessContext } from '../runProcess.ts'
import { say, startProgress } from '../say.ts'

interface Repaired {
  root: string
  /** Why it could not be made whole. */
  error?: string
}

/** `kindling ipfs verify`: hashes every block, and with `repair` fetches what pinned content lacks. */
export async function verifyStore(
  context: ProcessContext,
  { repair, json }: { repair?: boolean; json?: boolean },
): Promise<void> {
  const store = await openBlockStore(context)
  const found = await hashAll(store, json ?? false)
  const repaired = repair ? await repairAll(context, store, found) : []
  // It looks, and changes nothing where nothing is wrong.
  if (found.corrupt.length + repaired.length > 0) {
    await recordWhereKept(context, {
      action: 'ipfs.repair',
      subject: 'ipfs',
      before: { rotten: found.corrupt, incomplete: found.incompletePins },
      after: { removed: found.corrupt, repaired },
    })
  }
  const incomplete =
    repair && found.incompletePins.length > 0 ? (await store.verify()).incompletePins : found.incompletePins
  if (json) say(toJsonLine({ ...found, repaired, incompletePins: incomplete }))
  else print(found, repaired, incomplete)
  if (incomplete.length === 0) return
  const lacks = incomplete.length === 1 ? 'pinned root lacks' : 'pinned roots lack'
  throw new KindlingError(
    'store_incomplete',
    `${incomplete.length} ${lacks} blocks; ${repair ? 'the gateways do not have them' : '--repair fetches them'}.`,
  )
}

async function hashAll(store: BlockStore, quiet: boolean): Promise<VerifyReport> {
  if (quiet) return store.verify()
  const { blocks } = await store.stat()
  const progress = startProgress('hashing blocks')
  const report = await store.verify((done) => progress.update(done, Math.max(done, blocks)))
  progress.end(`${report.blocks}, ${report.corrupt.length} of them rotten and removed`)
  return report
}

async function repairAll(context: ProcessContext, store: BlockStore, found: VerifyReport): Promise<Repaired[]> {
  const { config, shutdown } = context
  const gateways = openGateways(context)
  const get = (cid: CID) =>
    fetchBlock(cid, { store, gateways, deadlineMs: config.ipfsFetchTimeoutMs, signal: shutdown.signal })
  const repaired: Repaired[] = []
  for (const root of found.incompletePins) {
    try {
      for await (const _ of walkBlocks({ get }, parseCid(root)));
      repaired.push({ root })
    } catch (error) {
      if (!(error instanceof IpfsError)) throw error
      repaired.push({ root, error: error.message })
    }
  }
  return repaired
}

function print(found: VerifyReport, repaired: Repaired[], incomplete: string[]): void {
  for (const key of found.corrupt) say(`  rotten, removed: ${key}`)
  for (const { root, error } of repaired) say(error === undefined ? `  repaired: ${root}` : `  ${error}`)
  if (incomplete.length === 0) say('Everything that is pinned is complete.')
  for (const root of incomplete) say(`  incomplete: ${root}`)
}
