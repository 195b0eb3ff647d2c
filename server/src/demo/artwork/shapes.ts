import type { Random } from '../random.ts'
import type { Canvas, Point, Stop } from './canvas.ts'

const n = (value: number): string => (Math.round(value * 10) / 10).toString()

/** Straight lines through the points. */
export function polyline(points: readonly Point[], closed = false): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}${closed ? 'Z' : ''}`
}

/** A soft curve through the points (Catmull-Rom turned into Béziers). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length
  const at = (i: number): Point =>
    closed ? (points[(i + count) % count] as Point) : (points[Math.min(count - 1, Math.max(0, i))] as Point)
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    d += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`
  }
  return closed ? `${d}Z` : d
}

/** A function of x that undulates without repeating, between about -1 and 1. */
export function undulation(random: Random, octaves = 4, roughness = 0.5): (x: number) => number {
  const waves = Array.from({ length: octaves }, (_, i) => ({
    frequency: 2 ** i * random.range(0.8, 1.25),
    phase: random.range(0, Math.PI * 2),
    weight: roughness ** i,
  }))
  const total = waves.reduce((sum, wave) => sum + wave.weight, 0)
  return (x) => waves.reduce((sum, wave) => sum + wave.weight * Math.sin(x * wave.frequency + wave.phase), 0) / total
}

/** Points of a skyline around height `y`, `length` being the distance between its larger waves. */
export function skyline(
  canvas: Canvas,
  y: number,
  amplitude: number,
  length: number,
  octaves = 4,
  roughness = 0.5,
): Point[] {
  const shape = undulation(canvas.random, octaves, roughness)
  const step = canvas.w / 90
  const points: Point[] = []
  for (let x = -step; x <= canvas.w + step; x += step)
    points.push([x, y - amplitude * shape((x / length) * Math.PI * 2)])
  return points
}

/** The land below a skyline. */
export function ground(canvas: Canvas, points: readonly Point[], soft = true): string {
  const first = points[0] as Point
  const last = points[points.length - 1] as Point
  return `${soft ? curve(points) : polyline(points)}L${n(last[0])} ${n(canvas.h + 5)}L${n(first[0])} ${n(canvas.h + 5)}Z`
}

/** Height of a skyline at x. */
export function heightAt(points: readonly Point[], x: number): number {
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1] as Point
    const b = points[i] as Point
    if (x <= b[0]) return a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0] || 1)
  }
  return (points[points.length - 1] as Point)[1]
}

/** A full-size sky, top to bottom. */
export function sky(canvas: Canvas, stops: readonly Stop[]): void {
  canvas.rect(0, 0, canvas.w, canvas.h, canvas.linear(stops))
}

/** A disc of light and the glow around it. */
export function sun(canvas: Canvas, x: number, y: number, r: number, colour: string, glow = 4, strength = 0.55): void {
  canvas.circle(
    x,
    y,
    r * glow,
    canvas.radial([
      [0, colour, strength],
      [0.35, colour, strength * 0.4],
      [1, colour, 0],
    ]),
  )
  canvas.circle(x, y, r, colour)
}

/** Small stars, a few of them brighter. */
export function stars(canvas: Canvas, count: number, bottom: number, colour = '#ffffff'): void {
  const { random, u } = canvas
  for (let i = 0; i < count; i++) {
    const bright = random.chance(0.06)
    const x = random.range(0, canvas.w)
    const y = random.range(0, bottom)
    const r = bright ? random.range(1.8, 2.8) * u : random.range(0.5, 1.4) * u
    canvas.circle(x, y, r, colour, { opacity: (random.range(0.35, 0.95) * (1 - (y / bottom) * 0.6)).toFixed(2) })
    if (bright)
      canvas.circle(
        x,
        y,
        r * 3.6,
        canvas.radial([
          [0, colour, 0.4],
          [0.4, colour, 0.1],
          [1, colour, 0],
        ]),
      )
  }
}

/** A pointed leaf from (x, y), `angle` in radians. */
export function leaf(x: number, y: number, length: number, width: number, angle: number): string {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const place = (along: number, across: number): string =>
    `${n(x + along * cos - across * sin)} ${n(y + along * sin + across * cos)}`
  const half = width / 2
  return `M${n(x)} ${n(y)}C${place(length * 0.25, -half * 1.3)} ${place(length * 0.7, -half)} ${place(length, 0)}C${place(length * 0.7, half)} ${place(length * 0.25, half * 1.3)} ${n(x)} ${n(y)}Z`
}

/** A closed, gently uneven ring around (x, y). */
export function blob(
  random: Random,
  x: number,
  y: number,
  rx: number,
  ry: number,
  uneven: number,
  points = 14,
): Point[] {
  const shape = undulation(random, 4, 0.6)
  return Array.from({ length: points }, (_, i): Point => {
    const angle = (i / points) * Math.PI * 2
    // sin of the angle as the argument closes the ring without a seam
    const k = 1 + uneven * (shape(Math.sin(angle) * 2) * 0.6 + shape(Math.cos(angle) * 2 + 9) * 0.6)
    return [x + Math.cos(angle) * rx * k, y + Math.sin(angle) * ry * k]
  })
}

/** Mixes two #rrggbb colours. */
export function mix(from: string, to: string, amount: number): string {
  const channel = (hex: string, i: number): number => Number.parseInt(hex.slice(1 + i * 2, 3 + i * 2), 16)
  return `#${[0, 1, 2]
    .map((i) =>
      Math.round(channel(from, i) + (channel(to, i) - channel(from, i)) * amount)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** A grass blade or reed: a thin wedge bent sideways. */
export function blade(x: number, y: number, height: number, bend: number, width: number): string {
  return `M${n(x - width / 2)} ${n(y)}Q${n(x + bend * 0.2)} ${n(y - height * 0.6)} ${n(x + bend)} ${n(y - height)}Q${n(x + bend * 0.2 + width * 0.6)} ${n(y - height * 0.55)} ${n(x + width / 2)} ${n(y)}Z`
}
