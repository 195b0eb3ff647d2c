import type { Point, Scene } from '../canvas.ts'
import { blade, curve, ground, leaf, polyline, sky, skyline } from '../shapes.ts'

/** Under water: light falling through a kelp forest, a shoal turning in it. */
export const kelpForest: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#d6f2c6'],
    [0.16, '#7fd0b5'],
    [0.45, '#1f8a94'],
    [0.78, '#0b4a63'],
    [1, '#062a40'],
  ])
  c.ellipse(
    w * 0.45,
    -h * 0.05,
    w * 0.4,
    h * 0.5,
    c.radial([
      [0, '#fffbd8', 0.95],
      [0.4, '#e8fbd0', 0.4],
      [1, '#bff0d4', 0],
    ]),
  )
  for (let i = 0; i < 9; i++) {
    const x = w * 0.45 + (i - 4) * w * 0.085 + random.range(-30, 30) * u
    const far = x + (x - w * 0.45) * 1.7
    const width = random.range(22, 70) * u
    c.path(
      polyline(
        [
          [x - width * 0.3, 0],
          [x + width * 0.3, 0],
          [far + width * 1.6, h * 0.95],
          [far - width * 1.6, h * 0.95],
        ],
        true,
      ),
      c.linear([
        [0, '#f7ffdc', 0.38],
        [1, '#c9f5de', 0],
      ]),
    )
  }
  const frond = (x: number, foot: number, height: number, colour: string, light: string, size: number): void => {
    const lean = random.range(-0.6, 0.6)
    const phase = random.range(0, 6)
    const stem = Array.from({ length: 15 }, (_, i): Point => {
      const t = i / 14
      return [x + Math.sin(t * 4.2 + phase) * 26 * u * size * (0.3 + t) + lean * t * 120 * u, foot - height * t]
    })
    c.line(curve(stem), colour, 5 * u * size)
    for (let i = 2; i < 15; i++) {
      const [px, py] = stem[i] as Point
      for (const side of [-1, 1]) {
        const angle = -Math.PI / 2 + side * random.range(0.75, 1.15) + lean * 0.3
        const length = random.range(70, 105) * u * size * (1.12 - i / 26)
        c.path(leaf(px, py, length, 21 * u * size, angle), random.chance(0.32) ? light : colour)
        if (random.chance(0.4)) c.circle(px + side * 6 * u * size, py - 2 * u, 5.5 * u * size, light)
      }
    }
  }
  const rows: [number, string, string, number, number][] = [
    [11, '#2b8f8c', '#3fa79a', 0.62, 0.55],
    [9, '#17696f', '#2c8a80', 0.85, 0.85],
  ]
  for (const [count, colour, light, reach, size] of rows) {
    for (let i = 0; i < count; i++)
      frond(
        (w * (i + random.range(0.1, 0.9))) / count,
        h * 1.02,
        h * random.range(reach * 0.75, reach * 1.1),
        colour,
        light,
        size,
      )
  }
  const [schoolX, schoolY] = [w * 0.56, h * 0.42]
  for (let i = 0; i < 46; i++) {
    const a = random.range(0, Math.PI * 2)
    const d = Math.sqrt(random.next())
    const [x, y] = [schoolX + Math.cos(a) * d * 330 * u, schoolY + Math.sin(a) * d * 92 * u + Math.cos(a * 2) * 26 * u]
    const s = random.range(0.7, 1.3) * u
    c.group(
      {
        transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${(-12 + random.normal() * 7).toFixed(1)}) scale(${s.toFixed(3)})`,
      },
      () => {
        c.path(
          'M-22 0Q-4 -13 18 -1Q-4 12 -22 0ZM-18 0L-32 -9L-28 0L-32 9Z',
          random.pick(['#ffd27a', '#ff9a5a', '#ffe6b0', '#ff7f50']),
        )
        c.circle(10, -2, 1.8, '#0b4a63')
      },
    )
  }
  const floor = skyline(c, h * 0.93, 24 * u, w / 2, 4, 0.5)
  c.path(
    ground(c, floor),
    c.linear([
      [0, '#0a3f52'],
      [1, '#031b2b'],
    ]),
  )
  for (const at of [0.03, 0.14, 0.83, 0.93, 0.99])
    frond(w * at + random.range(-20, 20) * u, h * 1.03, h * random.range(0.75, 1.05), '#0a3a3f', '#14565a', 1.25)
  for (let i = 0; i < 70; i++) {
    const x = random.range(0, w)
    c.path(
      blade(x, h * 1.01, random.range(40, 130) * u, random.range(-40, 40) * u, 10 * u),
      random.pick(['#0d4b4f', '#125d58', '#083040', '#b5533c']),
      { opacity: 0.9 },
    )
  }
  for (let i = 0; i < 34; i++) {
    const [x, y, r] = [random.range(0, w), random.range(h * 0.1, h * 0.95), random.range(2, 7) * u]
    c.circle(x, y, r, '#eafff2', { opacity: 0.28 })
  }
}
