/**
 * A QR code of bytes at the lowest level of correction (ISO/IEC 18004), as rows of dark modules. A screen is not a label on a
 * crate: it is not scratched, so larger modules are worth more than correction.
 */
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const version = BLOCKS.findIndex((_, v) => v > 0 && bytes.length + (v < 10 ? 2 : 3) <= dataCodewords(v))
  if (version < 0) throw new Error(`${bytes.length} bytes are too many for a code of this size.`)
  const grid = createGrid(version)
  drawData(grid, withCorrection(version, encode(bytes, version)))
  let best: { cost: number; rows: boolean[][] } | undefined
  for (let mask = 0; mask < 8; mask++) {
    const rows = grid.rows.map((row, y) =>
      row.map((dark, x) => (grid.fixed[y]?.[x] ? dark : dark !== isMasked(mask, x, y))),
    )
    drawFormat(rows, mask)
    const cost = penaltyOf(rows)
    if (best === undefined || cost < best.cost) best = { cost, rows }
  }
  return (best as { rows: boolean[][] }).rows
}

/** By version, from 1: correction codewords of a block, and blocks. */
const CORRECTION = [-1, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28]
const BLOCKS = [-1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8]

function rawModules(version: number): number {
  const base = (16 * version + 128) * version + 64
  if (version < 2) return base
  const aligned = Math.floor(version / 7) + 2
  return base - (25 * aligned - 10) * aligned + 55 - (version >= 7 ? 36 : 0)
}
const rawCodewords = (version: number): number => Math.floor(rawModules(version) / 8)
const dataCodewords = (version: number): number =>
  rawCodewords(version) - (CORRECTION[version] as number) * (BLOCKS[version] as number)

function encode(bytes: Uint8Array, version: number): Uint8Array {
  const bits: number[] = []
  const push = (value: number, length: number) => {
    for (let i = length - 1; i >= 0; i--) bits.push((value >>> i) & 1)
  }
  const room = dataCodewords(version) * 8
  push(0b0100, 4)
  push(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) push(byte, 8)
  push(0, Math.min(4, room - bits.length))
  push(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < room; pad ^= 0xec ^ 0x11) push(pad, 8)
  return Uint8Array.from({ length: room / 8 }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2))
}

/** Product in the field of 256 elements with the polynomial 0x11d. */
function times(a: number, b: number): number {
  let product = 0
  for (let i = 7; i >= 0; i--) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> i) & 1) * a)
  return product
}

function divisorOf(degree: number): number[] {
  const divisor = [...Array<number>(degree - 1).fill(0), 1]
  let root = 1
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) divisor[j] = times(divisor[j] as number, root) ^ (divisor[j + 1] ?? 0)
    root = times(root, 2)
  }
  return divisor
}

function remainderOf(data: Uint8Array, divisor: number[]): number[] {
  const rest = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ (rest.shift() as number)
    rest.push(0)
    divisor.forEach((value, i) => {
      rest[i] = (rest[i] as number) ^ times(value, factor)
    })
  }
  return rest
}

/** Data and correction, block by block, interleaved. */
function withCorrection(version: number, data: Uint8Array): number[] {
  const blocks = BLOCKS[version] as number
  const correction = CORRECTION[version] as number
  const total = rawCodewords(version)
  const short = blocks - (total % blocks)
  const length = Math.floor(total / blocks) - correction
  const divisor = divisorOf(correction)
  let at = 0
  const parts = Array.from({ length: blocks }, (_, i) => {
    const part = data.slice(at, at + length + (i < short ? 0 : 1))
    at += part.length
    return { data: part, correction: remainderOf(part, divisor) }
  })
  const woven: number[] = []
  for (let i = 0; i <= length; i++)
    for (const part of parts) if (i < part.data.length) woven.push(part.data[i] as number)
  for (let i = 0; i < correction; i++) for (const part of parts) woven.push(part.correction[i] as number)
  return woven
}

interface Grid {
  rows: boolean[][]
  /** Modules that are no data. */
  fixed: boolean[][]
}

function createGrid(version: number): Grid {
  const size = version * 4 + 17
  const blank = () => Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  const grid = { rows: blank(), fixed: blank() }
  const set = (x: number, y: number, dark: boolean) => {
    if (x < 0 || y < 0 || x >= size || y >= size) return
    ;(grid.rows[y] as boolean[])[x] = dark
    ;(grid.fixed[y] as boolean[])[x] = true
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy))
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4)
      }
    }
  }
  const aligned = alignments(version, size)
  const last = aligned.length - 1
  aligned.forEach((cx, i) => {
    aligned.forEach((cy, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
      }
    })
  })
  // Kept free for the format; drawn when the mask is known.
  for (const [x, y] of formatPlaces(size).flat()) set(x, y, false)
  set(8, size - 8, true)
  if (version >= 7) {
    let rest = version
    for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
    const bits = (version << 12) | rest
    for (let i = 0; i < 18; i++) {
      const dark = ((bits >>> i) & 1) === 1
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)]
      set(a, b, dark)
      set(b, a, dark)
    }
  }
  return grid
}

function alignments(version: number, size: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - step * (count - 2 - i))]
}

/** Where each of the fifteen bits of the format stands, twice. */
function formatPlaces(size: number): [number, number][][] {
  return Array.from({ length: 15 }, (_, i) => {
    const first: [number, number] = i < 6 ? [8, i] : i < 8 ? [8, i + 1] : i === 8 ? [7, 8] : [14 - i, 8]
    const second: [number, number] = i < 8 ? [size - 1 - i, 8] : [8, size - 15 + i]
    return [first, second]
  })
}

function drawFormat(rows: boolean[][], mask: number): void {
  // 01 is the lowest level of correction.
  const data = (0b01 << 3) | mask
  let rest = data
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((data << 10) | rest) ^ 0x5412
  formatPlaces(rows.length).forEach((places, i) => {
    for (const [x, y] of places) (rows[y] as boolean[])[x] = ((bits >>> i) & 1) === 1
  })
}

/** Two columns at a time, from the right, up and down in turn; column 6 is the timing's. */
function drawData({ rows, fixed }: Grid, codewords: number[]): void {
  const size = rows.length
  let bit = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step
      for (const x of [right, right - 1]) {
        if (fixed[y]?.[x]) continue
        ;(rows[y] as boolean[])[x] = (((codewords[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1
        bit++
      }
    }
  }
}

function isMasked(mask: number, x: number, y: number): boolean {
  const value = [
    () => (x + y) % 2,
    () => y % 2,
    () => x % 3,
    () => (x + y) % 3,
    () => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    () => ((x * y) % 2) + ((x * y) % 3),
    () => (((x * y) % 2) + ((x * y) % 3)) % 2,
    () => (((x + y) % 2) + ((x * y) % 3)) % 2,
  ][mask]
  return value?.() === 0
}

/** Lower is easier to read: long runs, squares of one colour, what looks like a corner, and an uneven share of dark. */
function penaltyOf(rows: boolean[][]): number {
  const size = rows.length
  const lines = [...rows, ...rows.map((_, x) => rows.map((row) => row[x] as boolean))]
  let cost = 0
  for (const line of lines) {
    const text = line.map((dark) => (dark ? '1' : '0')).join('')
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) cost += run.length - 2
    cost += 40 * (text.match(/(?=10111010000|00001011101)/g) ?? []).length
  }
  for (let y = 0; y < size - 1; y++) {
    for (let x = 0; x < size - 1; x++) {
      const dark = rows[y]?.[x]
      if (dark === rows[y]?.[x + 1] && dark === rows[y + 1]?.[x] && dark === rows[y + 1]?.[x + 1]) cost += 3
    }
  }
  const share = rows.flat().filter(Boolean).length / (size * size)
  return cost + Math.floor(Math.abs(share * 20 - 10)) * 10
}
