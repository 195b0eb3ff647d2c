/** Of the history entry: two visits in one tab have nothing in common. Undefined of an entry that is new. */
const place = () => {
  const key: unknown = history.state?.key
  return key === undefined ? undefined : `kindling scroll ${key}`
}

/** Names the current history entry, if it has no name yet. */
export function nameEntry(): void {
  if (!history.state?.key) history.replaceState({ key: newKey() }, '')
}

export const newKey = (): string => crypto.randomUUID?.() ?? String(Math.random())

/** Remembers how far the page of the current history entry is scrolled, also across a reload. */
export function rememberScroll(): void {
  const key = place()
  if (key === undefined) return
  try {
    sessionStorage.setItem(key, String(Math.round(window.scrollY)))
  } catch {
    // Storage can be forbidden; then Back starts at the top.
  }
}

export function recallScroll(): number | undefined {
  const key = place()
  if (key === undefined) return undefined
  try {
    const y = sessionStorage.getItem(key)
    return y === null ? undefined : Number(y)
  } catch {
    return undefined
  }
}
