/**
 * The first script of a page, and all but empty: it has the app's scripts fetched once the page stands painted with its
 * picture, which they would otherwise compete with (on slow 4G they take half a second of the line). Who acts before that
 * has them at once.
 */
const ACTS = ['pointerdown', 'pointermove', 'keydown', 'focusin'] as const
/** A picture that its gateway is slow to give must not keep the page dead. */
const PATIENCE_MS = 2500

const { app = '', scripts = '' } = (document.getElementById('boot') as HTMLScriptElement).dataset
let started = false

function start(): void {
  if (started) return
  started = true
  for (const type of ACTS) removeEventListener(type, act, true)
  // All at once, instead of each when the one before has told of it.
  for (const href of scripts.split(' ').filter(Boolean)) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
  }
  void import(/* @vite-ignore */ app)
}

/** A browser that lays out a page under a resting pointer says that it moved, by nothing. */
function act({ type, movementX, movementY }: Partial<PointerEvent>): void {
  if (type !== 'pointermove' || movementX !== 0 || movementY !== 0) start()
}

/**
 * Frames do not come to a page in the background, which may as well start. Elsewhere the frame that paints the page takes a while
 * to be shown: the browser tells when it was, and what starts before that comes between.
 */
function startAfterPaint(): void {
  if (document.visibilityState === 'hidden') {
    start()
    return
  }
  const afterFrame = () => requestAnimationFrame(() => setTimeout(start))
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('paint')) {
    afterFrame()
    return
  }
  const observer = new PerformanceObserver((list) => {
    if (!list.getEntriesByName('first-contentful-paint').length) return
    observer.disconnect()
    afterFrame()
  })
  observer.observe({ type: 'paint', buffered: true })
}

for (const type of ACTS) addEventListener(type, act, { capture: true, passive: true })
if (document.readyState === 'complete') startAfterPaint()
else addEventListener('load', startAfterPaint, { once: true })
setTimeout(start, PATIENCE_MS)

export {}
