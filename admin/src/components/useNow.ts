import { useSyncExternalStore } from 'react'

const TICK_MS = 1000
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function tick(): void {
  now = Date.now()
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time, cut to steps, so that a component draws again only when its words may have changed. */
export const useNow = (stepMs: number = TICK_MS): number =>
  useSyncExternalStore(subscribe, () => Math.floor(now / stepMs) * stepMs)
