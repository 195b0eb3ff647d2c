import { existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { anvilRpc } from './anvilRpc.ts'
import { DataFolderBrokenError } from './embeddedErrors.ts'
import { commandLine } from './processTable.ts'

/**
 * anvil writes its state in place, so a kill in the middle leaves half a file. It therefore writes on exit to a file of
 * its own, which takes the place of the state only when it is whole.
 */
export const exitStatePath = (statePath: string): string => `${statePath}.exit`

/** The state to load, or undefined if there is none yet. @throws DataFolderBrokenError */
export function adoptState(statePath: string): string | undefined {
  const written = exitStatePath(statePath)
  if (existsSync(written)) {
    // anvil writes it at fixed intervals too, so that after a kill it may be older than what was kept meanwhile.
    const isNewer = !existsSync(statePath) || statSync(written).mtimeMs >= statSync(statePath).mtimeMs
    if (isNewer && holdsState(written)) renameSync(written, statePath)
    else rmSync(written)
  }
  if (!existsSync(statePath)) return undefined
  if (!holdsState(statePath)) throw new DataFolderBrokenError(statePath, "does not hold the local chain's state")
  return statePath
}

function holdsState(path: string): boolean {
  try {
    const state = JSON.parse(readFileSync(path, 'utf8')) as { blocks?: unknown; accounts?: unknown }
    return Array.isArray(state.blocks) && typeof state.accounts === 'object'
  } catch {
    // Half written: whoever asks decides what that means.
    return false
  }
}

/** Waits for the anvil of a run that has just been killed: it is writing its state. */
export async function awaitEarlierAnvil(pidFile: string, statePath: string): Promise<void> {
  const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0
  const isThere = () => pid > 0 && commandLine(pid).includes(exitStatePath(statePath))
  for (let waitedMs = 0; isThere() && waitedMs < 20_000; waitedMs += 20) {
    if (waitedMs % 5_000 === 0) process.kill(pid, 'SIGINT')
    await delay(20)
  }
  if (isThere()) process.kill(pid, 'SIGKILL')
}

/**
 * Writes the chain's state every `intervalMs` in which it changed, for the case that anvil itself is killed. A state is
 * some 4 KB per transaction and written whole, so a long chain is written less often: at most 5 % of the time.
 */
export function keepState(
  rpcUrl: string,
  statePath: string,
  intervalMs: number,
): { keepNow(): Promise<void>; stop(): Promise<void> } {
  const stopping = new AbortController()
  let writing: Promise<unknown> = Promise.resolve()
  const kept = keep()

  /** One at a time: they share a file. */
  function write(): Promise<void> {
    const written = writing.then(() => writeState(rpcUrl, statePath))
    writing = written.catch(() => {})
    return written
  }

  async function keep(): Promise<void> {
    let writtenHash: string | undefined
    let waitMs = intervalMs
    for (;;) {
      try {
        await delay(waitMs, undefined, { signal: stopping.signal, ref: false })
      } catch {
        return
      }
      const begin = performance.now()
      try {
        const { hash } = await anvilRpc<{ hash: string }>(rpcUrl, 'eth_getBlockByNumber', ['latest', false])
        if (hash !== writtenHash) await write()
        writtenHash = hash
      } catch {
        // anvil is gone or busy, or the disk is full: the state of before stays, and the next round tries again.
      }
      waitMs = Math.max(intervalMs, 20 * (performance.now() - begin))
    }
  }

  return {
    keepNow: write,
    async stop() {
      stopping.abort()
      await kept
      await writing
    },
  }
}

async function writeState(rpcUrl: string, statePath: string): Promise<void> {
  const zipped = await anvilRpc<string>(rpcUrl, 'anvil_dumpState')
  const state = await promisify(gunzip)(Buffer.from(zipped.slice(2), 'hex'))
  const unfinished = `${statePath}.new`
  const file = await open(unfinished, 'w')
  try {
    await file.writeFile(state)
    await file.sync()
  } finally {
    await file.close()
  }
  renameSync(unfinished, statePath)
}
