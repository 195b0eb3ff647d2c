import type { Point, Scene } from '../canvas.ts'
import { curve, ground, mix, polyline, sky, skyline, stars } from '../shapes.ts'

/** A lighthouse on its rock at the blue hour, the beam over a moving sea. */
export const lighthouse: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#0b1538'],
    [0.35, '#1f3468'],
    [0.55, '#5b5f96'],
    [0.68, '#e39a86'],
    [0.76, '#f6cf9d'],
  ])
  stars(c, 130, h * 0.45)
  const x = w * random.range(0.6, 0.66)
  const top = h * 0.24
  const lamp = top + 26 * u
  for (const [reach, spread, side] of [
    [1.1, 0.16, -1],
    [0.9, 0.13, 1],
  ] as const) {
    const endX = x + side * w * reach
    const beam: Point[] = [
      [x, lamp - 8 * u],
      [endX, lamp - h * spread * 1.3],
      [endX, lamp + h * spread * 0.5],
      [x, lamp + 8 * u],
    ]
    const from = side < 0 ? 1 : 0
    c.path(
      polyline(beam, true),
      c.linear(
        [
          [0, '#ffe9b0', 0.75],
          [0.35, '#ffe0a0', 0.28],
          [1, '#ffd890', 0],
        ],
        from,
        0,
        1 - from,
        0,
      ),
    )
  }
  for (let i = 0; i < 4; i++) {
    const y = h * (0.62 + i * 0.012)
    const band = curve(Array.from({ length: 9 }, (_, k): Point => [w * (k / 8), y + random.range(-6, 6) * u]))
    c.line(band, '#fff1d6', 3 * u, { opacity: 0.18 })
  }
  // the rock stands behind the nearer waves
  const sea = (y: number, amplitude: number, from: string, to: string): void => {
    const line = skyline(c, y, amplitude, w / random.range(2.2, 4), 4, 0.45)
    c.path(
      ground(c, line),
      c.linear([
        [0, from],
        [1, to],
      ]),
    )
    c.line(curve(line), '#ffe6c4', 2.2 * u, { opacity: 0.28 })
  }
  sea(h * 0.7, 5 * u, '#8a7fa8', '#2c3f74')
  const rock: Point[] = [
    [x - 300 * u, h * 0.9],
    [x - 235 * u, h * 0.76],
    [x - 150 * u, h * 0.735],
    [x - 105 * u, h * 0.665],
    [x - 40 * u, h * 0.65],
    [x + 60 * u, h * 0.648],
    [x + 120 * u, h * 0.69],
    [x + 190 * u, h * 0.72],
    [x + 250 * u, h * 0.79],
    [x + 340 * u, h * 0.9],
  ]
  c.path(
    polyline(rock, true),
    c.linear([
      [0, '#3a3560'],
      [1, '#141b3c'],
    ]),
  )
  c.path(
    polyline(
      [
        [x - 235 * u, h * 0.76],
        [x - 150 * u, h * 0.735],
        [x - 105 * u, h * 0.665],
        [x - 40 * u, h * 0.65],
        [x - 70 * u, h * 0.74],
        [x - 130 * u, h * 0.8],
        [x - 210 * u, h * 0.86],
      ],
      true,
    ),
    '#7a5f7c',
    { opacity: 0.55 },
  )
  // tower
  const base = h * 0.655
  const half = (t: number): number => (26 + 18 * t) * u
  const towerTop = top + 60 * u
  const edge = (t: number, side: number): Point => [x + side * half(t), towerTop + (base - towerTop) * t]
  c.path(
    polyline([edge(0, -1), edge(0, 1), edge(1, 1), edge(1, -1)], true),
    c.linear(
      [
        [0, '#fff3e2'],
        [0.55, '#e7cfc6'],
        [1, '#8d7fa3'],
      ],
      0,
      0,
      1,
      0,
    ),
  )
  for (const t of [0.14, 0.5]) {
    c.path(
      polyline([edge(t, -1), edge(t, 1), edge(t + 0.19, 1), edge(t + 0.19, -1)], true),
      c.linear(
        [
          [0, '#e0513f'],
          [1, '#8c2f4b'],
        ],
        0,
        0,
        1,
        0,
      ),
    )
  }
  for (const t of [0.38, 0.8])
    c.rect(x - 7 * u, towerTop + (base - towerTop) * t, 14 * u, 24 * u, '#ffdf93', { rx: 7 * u })
  c.rect(x - 40 * u, top + 50 * u, 80 * u, 12 * u, '#2a2a52', { rx: 3 * u })
  c.rect(x - 20 * u, top + 8 * u, 40 * u, 44 * u, '#fff2c4')
  c.circle(
    x,
    lamp,
    90 * u,
    c.radial([
      [0, '#fff6d8', 0.9],
      [0.3, '#ffe3a1', 0.45],
      [1, '#ffd27d', 0],
    ]),
  )
  for (const dx of [-20, -7, 7, 20]) c.line(`M${x + dx * u} ${top + 8 * u}V${top + 52 * u}`, '#2a2a52', 2.5 * u)
  c.path(`M${x - 30 * u} ${top + 10 * u}Q${x} ${top - 34 * u} ${x + 30 * u} ${top + 10 * u}Z`, '#b53c46')
  c.line(`M${x} ${top - 12 * u}V${top - 36 * u}`, '#2a2a52', 3 * u)
  const deep = ['#3e4f86', '#2c3d74', '#1d2d60', '#121e49']
  deep.forEach((colour, i) => {
    sea(h * (0.775 + i * 0.062), (9 + i * 4) * u, colour, mix(colour, '#080f2b', 0.6))
  })
}
