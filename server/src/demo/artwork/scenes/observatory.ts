import type { Point, Scene } from '../canvas.ts'
import { ground, polyline, sky, skyline, stars } from '../shapes.ts'

/** The Milky Way over a small observatory, constellations drawn between its stars. */
export const observatory: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#050a24'],
    [0.45, '#12285a'],
    [0.72, '#2d6a86'],
    [0.85, '#8fc7a8'],
  ])
  const along = (t: number, across: number): Point => [
    w * (0.02 + t * 0.92) + across * 0.5,
    h * (0.86 - t * 0.95) + across * 0.85,
  ]
  for (let i = 0; i < 26; i++) {
    const [x, y] = along(random.next(), random.normal() * 46 * u)
    c.circle(
      x,
      y,
      random.range(70, 170) * u,
      c.radial([
        [0, random.pick(['#9fd8e8', '#c7b6f2', '#f2c4d2', '#7fb6e8']), 0.17],
        [1, '#7fb6e8', 0],
      ]),
    )
  }
  for (let i = 0; i < 1500; i++) {
    const [x, y] = along(random.next(), random.normal() * 62 * u)
    c.circle(x, y, random.range(0.4, 1.5) * u, '#f4f9ff', { opacity: random.range(0.25, 0.9).toFixed(2) })
  }
  for (let i = 0; i < 9; i++) {
    const [x, y] = along(random.range(0.1, 0.9), random.normal() * 22 * u)
    const dust = c.radial([
      [0, '#0a1438', 0.5],
      [1, '#0a1438', 0],
    ])
    c.ellipse(x, y, random.range(80, 160) * u, random.range(16, 34) * u, dust, { transform: `rotate(-38 ${x} ${y})` })
  }
  stars(c, 230, h * 0.8)
  const figures: Point[][] = [
    [
      [0, 0],
      [70, -34],
      [128, -18],
      [186, -44],
      [196, 34],
      [128, 50],
      [128, -18],
    ],
    [
      [0, 0],
      [48, 62],
      [108, 40],
      [150, 96],
      [214, 74],
    ],
    [
      [0, 0],
      [36, -84],
      [104, -60],
      [84, 26],
      [0, 0],
      [-52, 40],
    ],
    [
      [0, 0],
      [60, 30],
      [112, -12],
      [172, 20],
      [150, 92],
    ],
  ]
  const places: Point[] =
    w > h * 2
      ? [
          [0.06, 0.3],
          [0.3, 0.14],
          [0.66, 0.5],
          [0.82, 0.24],
        ]
      : [
          [0.07, 0.27],
          [0.3, 0.1],
          [0.72, 0.5],
          [0.76, 0.2],
        ]
  figures.forEach((figure, i) => {
    {
      const [px, py] = places[i] as Point
      const points = figure.map(([x, y]): Point => [w * px + x * u * 1.15, h * py + y * u * 1.15])
      c.line(polyline(points), '#ffe6a8', 1.8 * u, { opacity: 0.65, 'stroke-dasharray': `${2 * u} ${7 * u}` })
      for (const [x, y] of points) {
        const r = random.range(3, 5.4) * u
        c.circle(
          x,
          y,
          r * 4.4,
          c.radial([
            [0, '#fff1c9', 0.6],
            [1, '#ffe6a8', 0],
          ]),
        )
        c.circle(x, y, r, '#fffaf0')
      }
    }
  })
  const hills = [
    ['#1f5a6b', '#2d7a7a'],
    ['#123c55', '#1c5563'],
    ['#0a2440', '#0d2f48'],
  ] as const
  hills.forEach(([top, foot], i) => {
    c.path(
      ground(c, skyline(c, h * (0.76 + i * 0.07), 30 * u, w / (1.2 + i * 0.4), 4, 0.42)),
      c.linear([
        [0, top],
        [1, foot],
      ]),
    )
  })
  const x = w * 0.5
  const y = h * 0.9
  c.group({ transform: `translate(${x} ${y}) scale(${1.25 * u})` }, () => {
    c.circle(
      0,
      -60,
      210,
      c.radial([
        [0, '#ffcf8a', 0.35],
        [1, '#ffcf8a', 0],
      ]),
    )
    c.path(
      'M20 -128L104 -214L126 -194L44 -104Z',
      c.linear([
        [0, '#cfe3ea'],
        [1, '#5f8ba0'],
      ]),
    )
    c.path(
      'M-100 -74A100 100 0 0 1 100 -74Z',
      c.linear(
        [
          [0, '#f4f7f2'],
          [0.5, '#b9d3d6'],
          [1, '#4b7389'],
        ],
        0,
        0,
        1,
        0,
      ),
    )
    c.path('M4 -172Q46 -160 62 -74H22Q20 -130 -6 -173Z', '#0a2440')
    c.path(
      'M24 -134L96 -206L112 -192L40 -112Z',
      c.linear([
        [0, '#fff8e8'],
        [1, '#6f9bae'],
      ]),
    )
    c.rect(-104, -78, 208, 16, '#dbe7e4', { rx: 4 })
    c.rect(
      -92,
      -64,
      184,
      92,
      c.linear(
        [
          [0, '#e7ede6'],
          [0.6, '#8fb0b8'],
          [1, '#2f566e'],
        ],
        0,
        0,
        1,
        0,
      ),
    )
    c.rect(-22, -36, 40, 64, '#ffcf8a', { rx: 20 })
    for (const dx of [-66, 50]) c.rect(dx, -36, 20, 28, '#ffdf9f', { rx: 10 })
  })
  c.path(ground(c, skyline(c, h * 0.945, 12 * u, w / 1.3, 4, 0.5)), '#061a30')
  for (const [dx, s] of [
    [-230, 1],
    [-205, 0.7],
    [-178, 0.62],
    [210, 0.95],
    [236, 0.66],
  ] as const) {
    c.group({ transform: `translate(${x + dx * u} ${h * 0.955}) scale(${u * s})` }, () => {
      c.path('M-13 0L-10 -46Q-10 -60 0 -60Q10 -60 10 -46L13 0Z', '#04101f')
      c.circle(0, -72, 11, '#04101f')
      c.line('M6 -50L28 -78', '#04101f', 6)
    })
  }
}
