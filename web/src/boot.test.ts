import { afterEach, beforeEach, expect, it, vi } from 'vitest'

const APP = `data:text/javascript,globalThis.appStarts=(globalThis.appStarts??0)+1//${'#'}`
let handlers: Map<string, (event?: object) => void>
let preloaded: string[]
const page = { readyState: 'interactive', visibilityState: 'visible' }
const starts = () => (globalThis as { appStarts?: number }).appStarts ?? 0

/** A document of the server's, as far as the boot script looks at it. */
beforeEach(() => {
  handlers = new Map()
  preloaded = []
  vi.useFakeTimers()
  vi.resetModules()
  vi.stubGlobal('appStarts', 0)
  vi.stubGlobal('document', {
    ...page,
    getElementById: () => ({ dataset: { app: APP + Math.random(), scripts: '/vendor.js /page.js' } }),
    createElement: () => ({}),
    head: { append: ({ href }: { href: string }) => preloaded.push(href) },
  })
  vi.stubGlobal('addEventListener', (type: string, handler: (event?: object) => void) => handlers.set(type, handler))
  vi.stubGlobal('removeEventListener', (type: string) => handlers.delete(type))
  vi.stubGlobal('PerformanceObserver', undefined)
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 16))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function started(): Promise<number> {
  await vi.dynamicImportSettled()
  return starts()
}

it('the app waits until the page has loaded its picture and been painted', async () => {
  await import('./boot.ts')
  await vi.advanceTimersByTimeAsync(1000)
  expect([await started(), preloaded]).toEqual([0, []])
  handlers.get('load')?.()
  expect(await started()).toBe(0)
  await vi.advanceTimersByTimeAsync(20)
  expect([await started(), preloaded]).toEqual([1, ['/vendor.js', '/page.js']])
})

it('where the browser tells when the page was painted, the app waits for that', async () => {
  let told: ((names: string[]) => void) | undefined
  class Observer {
    static supportedEntryTypes = ['paint']
    constructor(tell: (list: { getEntriesByName(name: string): string[] }) => void) {
      told = (names) => tell({ getEntriesByName: (wanted) => names.filter((name) => name === wanted) })
    }
    observe() {}
    disconnect() {
      told = undefined
    }
  }
  vi.stubGlobal('PerformanceObserver', Observer)
  await import('./boot.ts')
  handlers.get('load')?.()
  told?.(['first-paint'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(await started()).toBe(0)
  told?.(['first-paint', 'first-contentful-paint'])
  await vi.advanceTimersByTimeAsync(20)
  expect([await started(), told]).toEqual([1, undefined])
})

it('a picture that never comes keeps the app for 2.5 s at most', async () => {
  await import('./boot.ts')
  await vi.advanceTimersByTimeAsync(2500)
  expect(await started()).toBe(1)
})

it.each(['pointerdown', 'pointermove', 'keydown', 'focusin'])('%s starts the app at once, and once', async (act) => {
  await import('./boot.ts')
  const acted = handlers.get(act)
  acted?.({ type: act, movementX: act === 'pointermove' ? 1 : 0, movementY: 0 })
  expect(await started()).toBe(1)
  acted?.({ type: act, movementX: act === 'pointermove' ? 1 : 0, movementY: 0 })
  handlers.get('load')?.()
  await vi.advanceTimersByTimeAsync(5000)
  expect(await started()).toBe(1)
})

it('a pointer that is said to have moved, by nothing, starts nothing', async () => {
  await import('./boot.ts')
  handlers.get('pointermove')?.({ type: 'pointermove', movementX: 0, movementY: 0 })
  expect(await started()).toBe(0)
  handlers.get('pointermove')?.({ type: 'pointermove', movementX: 0, movementY: 2 })
  expect(await started()).toBe(1)
})

it('a page in the background, which no frame comes to, starts when it is loaded', async () => {
  vi.stubGlobal('document', { ...document, visibilityState: 'hidden' })
  await import('./boot.ts')
  handlers.get('load')?.()
  expect(await started()).toBe(1)
})
