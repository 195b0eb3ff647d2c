import { useSyncExternalStore } from 'react'
import { useSiteConfig } from './siteConfig.ts'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const notify of listeners) notify()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * Unix ms, moving in steps of `stepMs`: what shows minutes is not rendered every second.
 * The first paint uses the server's clock.
 */
export function useNow(stepMs = 1000): number {
  const { now: atRendering } = useSiteConfig()
  return useSyncExternalStore(
    subscribe,
    () => Math.floor(now / stepMs) * stepMs,
    () => Math.floor(atRendering / stepMs) * stepMs,
  )
}
