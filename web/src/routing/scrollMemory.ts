const key = () => `kindling scroll ${history.state?.key ?? 'first'}`

/** Remembers how far the page of the current history entry is scrolled, also across a reload. */
export function rememberScroll(): void {
  try {
    sessionStorage.setItem(key(), String(Math.round(window.scrollY)))
  } catch {
    // Storage can be forbidden; then Back starts at the top.
  }
}

export function recallScroll(): number | undefined {
  try {
    const y = sessionStorage.getItem(key())
    return y === null ? undefined : Number(y)
  } catch {
    return undefined
  }
}
