import { showByteSize } from '../../lib/byteSize.ts'
import { toJsonLine } from '../json.ts'
import { openBlockStore } from '../openContent.ts'
import { recordWhereKept } from '../recordCommand.ts'
import type { ProcessContext } from '../runProcess.ts'
import { say, table } from '../say.ts'

/** `kindling ipfs stat`: how much there is, and how much may be. */
export async function showStore(context: ProcessContext, { json }: { json?: boolean }): Promise<void> {
  const store = await openBlockStore(context)
  const { blocks, bytes, maxBytes, pins, pinnedBlocks } = await store.stat()
  if (json) return say(toJsonLine({ dir: store.dir, blocks, bytes, maxBytes, pins, pinnedBlocks }))
  say(
    table(
      ['blocks', 'size', 'cap', 'pins', 'pinned blocks'],
      [[blocks, showByteSize(bytes), showByteSize(maxBytes), pins, pinnedBlocks]],
    ),
  )
  say(`\nin ${store.dir}`)
}

/** `kindling ipfs gc`: removes the least recently used. */
export async function collectStore(
  context: ProcessContext,
  { to, json }: { to?: number; json?: boolean },
): Promise<void> {
  const store = await openBlockStore(context)
  const report = await store.gc(to)
  await recordWhereKept(context, {
    action: 'ipfs.gc',
    subject: 'ipfs',
    before: null,
    after: { to: to ?? null, ...report },
  })
  if (json) return say(toJsonLine(report))
  const { removedBlocks, removedBytes, keptBytes } = report
  say(
    `Removed ${removedBlocks} ${removedBlocks === 1 ? 'block' : 'blocks'} of ${showByteSize(removedBytes)}; ${showByteSize(keptBytes)} are left.`,
  )
}
