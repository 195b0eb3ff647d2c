import type { Point, Scene } from '../canvas.ts'
import { curve, mix, undulation } from '../shapes.ts'

/** Lichens on a slate roof, as a collector would paint them: lobes, rosettes and cups. */
export const lichens: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.linear(
      [
        [0, '#46525a'],
        [1, '#2c353d'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  for (let i = 0; i < 5; i++) {
    const y = (h / 4.4) * i
    const shift = i % 2 ? 0 : 190 * u
    for (let x = -380 * u + shift; x < w + 380 * u; x += 380 * u) {
      c.path(
        `M${x} ${y}h${374 * u}v${h / 4.4 + 26 * u}q${-187 * u} ${random.range(-6, 16) * u} ${-374 * u} 0Z`,
        mix('#4f5c66', random.pick(['#3a454f', '#5c6a6f', '#4a4f5f']), random.next()),
        { stroke: '#1d252c', 'stroke-width': 3 * u },
      )
      for (let k = 0; k < 7; k++)
        c.line(
          `M${x + random.range(10, 360) * u} ${y + random.range(10, 160) * u}l${random.range(-12, 12) * u} ${random.range(20, 50) * u}`,
          '#7f8d92',
          1.2 * u,
          { opacity: 0.25 },
        )
    }
  }
  const families = [
    ['#f0a92e', '#d9771f', '#ffdf8a'],
    ['#a9c9a4', '#6f9b83', '#dff0d2'],
    ['#e3dfc6', '#a9ab94', '#fffbe8'],
    ['#c9c04a', '#8a8f32', '#f2ec96'],
    ['#e0694a', '#a83f37', '#ffb08a'],
    ['#7fb8b0', '#46807f', '#c4e8de'],
  ] as const
  const placed: [number, number, number][] = []
  for (let attempt = 0; attempt < 900 && placed.length < (w > h * 2 ? 46 : 40); attempt++) {
    const r =
      (placed.length < 4 ? random.range(120, 175) : placed.length < 12 ? random.range(60, 105) : random.range(18, 48)) *
      u
    const [x, y] = [random.range(-0.02, 1.02) * w, random.range(-0.02, 1.02) * h]
    if (placed.some(([px, py, pr]) => Math.hypot(px - x, py - y) < (pr + r) * 0.98)) continue
    placed.push([x, y, r])
    const [body, rim, tip] = random.pick(families)
    const wobble = undulation(random, 4, 0.7)
    const lobes = Math.round(8 + r / (13 * u))
    const ring = (k: number, ruffle: number): Point[] =>
      Array.from({ length: lobes * 5 }, (_, i): Point => {
        const angle = (i / (lobes * 5)) * Math.PI * 2
        // |sin| rounds each lobe and leaves a notch between two
        const lobe = Math.abs(Math.sin((angle * lobes) / 2)) ** 0.7
        const q = r * k * (0.95 + 0.13 * wobble(Math.cos(angle) * 2 + Math.sin(angle)) + ruffle * (lobe - 0.5))
        return [x + Math.cos(angle) * q, y + Math.sin(angle) * q]
      })
    c.path(curve(ring(1, 0.17), true), '#10171c', { opacity: 0.55, transform: `translate(${5 * u} ${8 * u})` })
    const steps = 7
    for (let k = 0; k < steps; k++) {
      const t = k / (steps - 1)
      c.path(
        curve(ring(1 - t * 0.78, 0.17 * (1 - t * 0.5)), true),
        k % 2 === 0 ? mix(tip, body, t) : mix(rim, body, t * 0.7),
      )
    }
    const cups = Math.round(r / (7 * u))
    for (let i = 0; i < cups; i++) {
      const angle = random.range(0, Math.PI * 2)
      const d = Math.sqrt(random.next()) * r * 0.55
      const q = random.range(0.035, 0.085) * r + 1.4 * u
      const [px, py] = [x + Math.cos(angle) * d, y + Math.sin(angle) * d]
      c.circle(px + q * 0.2, py + q * 0.3, q * 1.15, mix(rim, '#1a1a1a', 0.4))
      c.circle(px, py, q, tip)
      c.circle(px, py, q * 0.6, rim)
    }
  }
}
