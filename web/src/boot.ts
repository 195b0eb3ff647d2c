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
  for (const type of ACTS) removeEventListener(type, start, true)
  // All at once, instead of each when the one before has told of it.
  for (const href of scripts.split(' ').filter(Boolean)) {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
  }
  void import(/* @vite-ignore */ app)
}

/** Frames do not come to a page in the background, which may as well start. */
function startAfterPaint(): void {
  if (document.visibilityState === 'hidden') start()
  else requestAnimationFrame(() => setTimeout(start))
}

for (const type of ACTS) addEventListener(type, start, { capture: true, passive: true })
if (document.readyState === 'complete') startAfterPaint()
else addEventListener('load', startAfterPaint, { once: true })
setTimeout(start, PATIENCE_MS)

export {}
