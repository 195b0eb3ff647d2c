import type { Point, Scene } from '../canvas.ts'
import { curve, leaf, mix, sky, stars } from '../shapes.ts'

/** A great moth before the moon, its wings patterned like old wallpaper. */
export const moth: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#1b1033'],
    [0.6, '#41224f'],
    [1, '#7a3550'],
  ])
  stars(c, 150, h * 1.1, '#ffe6cf')
  const x = w / 2
  const y = h * 0.5
  c.circle(
    x,
    y,
    460 * u,
    c.radial([
      [0, '#ffd9a8', 0.6],
      [0.6, '#e98a6b', 0.2],
      [1, '#e98a6b', 0],
    ]),
  )
  c.circle(
    x,
    y,
    292 * u,
    c.linear([
      [0, '#fff0cf'],
      [1, '#f4b183'],
    ]),
  )
  for (const [dx, dy, r] of [
    [-150, -120, 46],
    [120, 150, 60],
    [170, -140, 30],
    [-120, 160, 24],
    [30, -220, 22],
  ] as const)
    c.circle(x + dx * u, y + dy * u, r * u, '#e39a72', { opacity: 0.28 })
  for (const side of [-1, 1]) {
    for (let i = 0; i < 16; i++) {
      const px = x + side * (w * 0.5 - i * 7 * u)
      const angle = -Math.PI / 2 - side * random.range(0.1, 1)
      c.line(
        `M${px} ${h}q${-side * 40 * u} ${-120 * u} ${Math.cos(angle) * 210 * u} ${Math.sin(angle) * 260 * u}`,
        '#150b26',
        3 * u,
      )
      for (let k = 1; k < 6; k++)
        c.path(
          leaf(
            px + Math.cos(angle) * k * 38 * u - side * 12 * u,
            h + Math.sin(angle) * k * 46 * u,
            random.range(40, 80) * u,
            22 * u,
            angle + random.pick([-0.8, 0.8]),
          ),
          random.pick(['#150b26', '#231136', '#2f1840']),
        )
    }
  }
  const wing = (points: readonly Point[], side: number): Point[] =>
    points.map(([px, py]): Point => [x + side * px * u, y + py * u])
  const shrink = (points: readonly Point[], k: number, cx: number, cy: number): Point[] =>
    points.map(([px, py]): Point => [cx + (px - cx) * k, cy + (py - cy) * k])
  const hind: Point[] = [
    [14, -10],
    [130, -6],
    [245, 60],
    [262, 150],
    [205, 222],
    [150, 215],
    [120, 262],
    [70, 250],
    [40, 160],
    [16, 80],
  ]
  const fore: Point[] = [
    [12, -60],
    [90, -150],
    [210, -232],
    [350, -268],
    [432, -250],
    [418, -170],
    [372, -80],
    [290, -8],
    [180, 34],
    [80, 40],
    [14, 14],
  ]
  const bands = ['#3b1b3d', '#a8434c', '#e9965b', '#f7d9a0', '#7d3450', '#4a2346']
  for (const side of [-1, 1]) {
    for (const [shape, cx, cy] of [
      [hind, 60, 40],
      [fore, 90, -30],
    ] as const) {
      bands.forEach((colour, i) => {
        c.path(
          curve(wing(shrink(shape, 1 - i * 0.105, cx, cy), side), true),
          i === 0 ? colour : mix(colour, '#3b1b3d', shape === hind ? 0.25 : 0.05),
        )
      })
      const outline = curve(wing(shape, side), true)
      c.clip(outline, () => {
        for (let k = 0; k < 22; k++) {
          const a = shape === fore ? -0.95 + k * 0.062 : 0.05 + k * 0.07
          c.line(
            `M${x + side * cx * 0.5 * u} ${y + cy * 0.5 * u}l${side * Math.cos(a) * 470 * u} ${Math.sin(a) * 470 * u}`,
            '#2a1230',
            1.6 * u,
            { opacity: 0.4 },
          )
        }
      })
    }
    for (const [px, py, r] of [
      [292, -160, 46],
      [168, 110, 40],
    ] as const) {
      const [ex, ey] = [x + side * px * u, y + py * u]
      const rings = ['#2a1230', '#f7d9a0', '#2f6f7a', '#12202f'] as const
      rings.forEach((colour, i) => {
        c.circle(ex, ey, r * (1 - i * 0.24) * u, colour)
      })
      c.circle(ex - 5 * u, ey - 6 * u, 5 * u, '#fff6e0')
    }
    for (let k = 0; k < 13; k++) {
      const t = k / 12
      c.circle(x + side * (404 - t * 220) * u, y + (-212 + t * 226) * u, (7 - t * 2.5) * u, '#f7d9a0', { opacity: 0.9 })
    }
    c.line(
      `M${x + side * 8 * u} ${y - 108 * u}C${x + side * 30 * u} ${y - 190 * u} ${x + side * 90 * u} ${y - 220 * u} ${x + side * 128 * u} ${y - 262 * u}`,
      '#2a1230',
      4 * u,
    )
    for (let k = 0; k < 14; k++) {
      const t = 0.25 + k * 0.055
      const [ax, ay] = [x + side * (8 + 120 * t ** 1.3) * u, y + (-108 - 154 * t) * u]
      for (const turn of [-1, 1])
        c.line(`M${ax} ${ay}l${(side * 12 + turn * 16) * u} ${(turn * side * 14 - 12) * u}`, '#2a1230', 2.4 * u)
    }
  }
  c.path(
    `M${x - 24 * u} ${y - 70 * u}Q${x - 44 * u} ${y + 60 * u} ${x} ${y + 200 * u}Q${x + 44 * u} ${y + 60 * u} ${x + 24 * u} ${y - 70 * u}Z`,
    c.linear([
      [0, '#f0c08a'],
      [0.4, '#a8434c'],
      [1, '#3b1b3d'],
    ]),
  )
  for (let k = 0; k < 7; k++)
    c.line(
      `M${x - (28 - k * 3) * u} ${y + (10 + k * 24) * u}q${(28 - k * 3) * u} ${10 * u} ${(56 - k * 6) * u} 0`,
      '#3b1b3d',
      5 * u,
      { opacity: 0.7 },
    )
  c.ellipse(
    x,
    y - 74 * u,
    40 * u,
    46 * u,
    c.linear([
      [0, '#fbe3bd'],
      [1, '#d98a62'],
    ]),
  )
  c.circle(x, y - 116 * u, 22 * u, '#5a2a44')
}
