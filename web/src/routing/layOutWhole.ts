/** All at once: heights that are guesses would lead elsewhere. */
export function layOutWhole(): void {
  document.documentElement.dataset['whole'] = ''
}

const TOUCHES = ['scroll', 'pointerdown', 'keydown'] as const

/**
 * Once somebody is there, lays out what waits below the fold (`.later`) part by part while the browser has nothing else to do:
 * then the page has its height, and pictures are loaded before they are near.
 */
export function layOutWhenTouched(): () => void {
  const stop = () => {
    for (const type of TOUCHES) removeEventListener(type, begin)
  }
  const begin = () => {
    stop()
    if (!('requestIdleCallback' in globalThis)) {
      layOutWhole()
      return
    }
    const parts = [...document.querySelectorAll<HTMLElement>('.later')]
    const next = () => {
      const part = parts.shift()
      if (part === undefined) {
        layOutWhole()
        return
      }
      part.style.contentVisibility = 'visible'
      // Asked for here, or the next frame would lay out several.
      part.getBoundingClientRect()
      requestIdleCallback(next)
    }
    requestIdleCallback(next)
  }
  for (const type of TOUCHES) addEventListener(type, begin, { passive: true })
  return stop
}
