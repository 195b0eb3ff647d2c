const UNITS = ['b', 'kib', 'mib', 'gib', 'tib']

/** Bytes of a size as people write it: `500MiB`, `2 GiB`, `1048576`. Undefined for anything else. */
export function parseByteSize(text: string): number | undefined {
  const [, number, unit = 'B'] = /^(\d{1,12}(?:\.\d{1,6})?)\s*(B|KiB|MiB|GiB|TiB)?$/i.exec(text.trim()) ?? []
  if (number === undefined) return undefined
  const bytes = Math.round(Number(number) * 1024 ** UNITS.indexOf(unit.toLowerCase()))
  return Number.isSafeInteger(bytes) ? bytes : undefined
}

/** For people: the largest unit that leaves a number from 1 on, to one decimal. */
export function showByteSize(bytes: number): string {
  const unit = ['KiB', 'MiB', 'GiB', 'TiB'].findLast((_, i) => bytes >= 1024 ** (i + 1))
  if (unit === undefined) return `${bytes} B`
  const value = bytes / 1024 ** UNITS.indexOf(unit.toLowerCase())
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${unit}`
}
