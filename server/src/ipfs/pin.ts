import type { CID } from 'multiformats/cid'
import type { BlockStore } from './blockStore.ts'
import { parseCid, sameContent } from './cid.ts'
import { exportCarBytes } from './exportCar.ts'
import { IpfsError } from './IpfsError.ts'

/** Something that keeps content: it is sent our own CAR, and says which root it made of it. */
export interface PinBackend {
  /** Its address, without any password. */
  name: string
  /** @throws IpfsError `pin_failed`, `pin_refused`, `timeout`, `connection` */
  pin(root: CID, car: Uint8Array, signal: AbortSignal): Promise<{ root: string }>
  /** Lets go of what was pinned; succeeds also where it is not pinned. @throws as pin does */
  unpin(root: CID, signal: AbortSignal): Promise<void>
}

/**
 * Sends what is under the root to a backend and compares the root that comes back: a service that chunks again, or
 * answers for something else, has not pinned what our pages link to.
 * @throws IpfsError `wrong_root`, `not_local`, and those of the backend
 */
export async function pinRoot(store: BlockStore, backend: PinBackend, root: CID, signal: AbortSignal): Promise<void> {
  const answer = await backend.pin(root, await exportCarBytes(store, root), signal)
  let pinned: CID
  try {
    pinned = parseCid(answer.root)
  } catch (cause) {
    throw new IpfsError(
      'wrong_root',
      `${backend.name} answered ${JSON.stringify(answer.root)} when it was sent CID ${root}.`,
      { cause },
    )
  }
  if (!sameContent(pinned, root))
    throw new IpfsError('wrong_root', `${backend.name} pinned ${pinned} when it was sent CID ${root}.`)
}

/** Pins in our own block store. */
export function createEmbeddedPin(store: BlockStore): PinBackend {
  return {
    name: 'embedded',
    async pin(root) {
      await store.pin(root)
      return { root: root.toString() }
    },
    // Whoever removes content from the store unpins it there.
    async unpin() {},
  }
}
