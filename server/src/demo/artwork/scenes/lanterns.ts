import type { Scene } from '../canvas.ts'
import { ground, mix, polyline, sky, skyline, stars } from '../shapes.ts'

/** Paper lanterns over snowed-in roofs. */
export const lanterns: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#14213d'],
    [0.5, '#32507a'],
    [0.8, '#8aa6bd'],
    [1, '#d3dde2'],
  ])
  stars(c, 70, h * 0.4)
  for (let i = 0; i < 2; i++)
    c.path(
      ground(c, skyline(c, h * (0.62 + i * 0.06), 34 * u, w / 1.4, 4, 0.4)),
      c.linear([
        [0, ['#6f8dab', '#8fa9bf'][i] as string],
        [1, '#dfe7ea'],
      ]),
    )
  const house = (x: number, y: number, s: number, wall: string): void => {
    c.group({ transform: `translate(${x} ${y}) scale(${s})` }, () => {
      c.path(
        'M-60 0V-80L0 -140L60 -80V0Z',
        c.linear([
          [0, wall],
          [1, mix(wall, '#1b2742', 0.4)],
        ]),
      )
      c.path('M-78 -70L0 -152L78 -70L66 -60L0 -126L-66 -60Z', '#f6fafb')
      c.rect(26, -150, 18, 42, mix(wall, '#1b2742', 0.5))
      c.rect(24, -156, 22, 10, '#f6fafb', { rx: 4 })
      for (const [dx, dy] of [
        [-38, -66],
        [12, -66],
      ] as const)
        c.rect(dx, dy, 26, 30, '#ffcf7a', { rx: 3 })
      c.rect(-12, -30, 24, 30, '#ffb45c', { rx: 12 })
      c.circle(0, -98, 9, '#ffcf7a')
    })
  }
  const walls = ['#8c4a4f', '#4f6a86', '#b0764f', '#5e5a7d', '#3f6f73']
  for (const [count, y, s] of [
    [12, 0.79, 0.62],
    [8, 0.9, 1.05],
  ] as const) {
    for (let i = 0; i < count; i++)
      house(
        (w * (i + random.range(0.2, 0.8))) / count,
        h * y + random.range(-10, 10) * u,
        s * u * random.range(0.88, 1.12),
        random.pick(walls),
      )
    c.path(
      ground(c, skyline(c, h * y, 10 * u, w / 2, 3, 0.4)),
      c.linear([
        [0, '#eef3f5'],
        [0.6, '#bccbd8'],
      ]),
    )
  }
  c.path(
    ground(c, skyline(c, h * 0.955, 10 * u, w / 2.2, 3, 0.4)),
    c.linear([
      [0, '#ffffff'],
      [1, '#a8bacb'],
    ]),
  )
  const lantern = (x: number, y: number, s: number, colour: string): void => {
    c.circle(
      x,
      y,
      190 * s,
      c.radial([
        [0, '#ffdf9a', 0.75],
        [0.4, '#ffb45c', 0.26],
        [1, '#ff9a4a', 0],
      ]),
    )
    const ribs = 7
    c.ellipse(
      x,
      y,
      58 * s,
      66 * s,
      c.radial(
        [
          [0, '#fff3c9'],
          [0.55, mix(colour, '#ffe1a0', 0.35)],
          [1, colour],
        ],
        0.5,
        0.6,
        0.62,
      ),
    )
    for (let i = 1; i < ribs; i++) {
      const t = (i / ribs) * 2 - 1
      const half = 58 * s * Math.sqrt(1 - t * t)
      c.line(
        `M${x - half} ${y + 66 * s * t}Q${x} ${y + 66 * s * t + 12 * s} ${x + half} ${y + 66 * s * t}`,
        mix(colour, '#7a2a1f', 0.35),
        1.8 * s,
        { opacity: 0.55 },
      )
    }
    c.rect(x - 24 * s, y - 74 * s, 48 * s, 13 * s, '#4a2a2a', { rx: 3 * s })
    c.rect(x - 22 * s, y + 60 * s, 44 * s, 11 * s, '#4a2a2a', { rx: 3 * s })
    for (const dx of [-10, 0, 10])
      c.line(`M${x + dx * s} ${y + 72 * s}v${(28 + (dx === 0 ? 12 : 0)) * s}`, '#c8503a', 3 * s)
  }
  const colours = ['#e8613c', '#f2913d', '#d9433f', '#f4b04a', '#e37a5a']
  const cords =
    w > h * 2
      ? ([[0.06, 0.22, 9]] as const)
      : ([
          [0.03, 0.14, 6],
          [0.12, 0.36, 5],
        ] as const)
  for (const [from, sag, count] of cords) {
    const at = (t: number): [number, number] => [w * t, h * (from + sag * 4 * t * (1 - t) * 0.62 + t * 0.05)]
    c.line(polyline(Array.from({ length: 41 }, (_, i) => at(i / 40))), '#101a30', 2.4 * u)
    for (let i = 0; i < count; i++) {
      const [x, y] = at((i + 0.5) / count)
      const s = random.range(0.72, 1.06) * u
      c.line(`M${x} ${y}v${20 * u}`, '#101a30', 2 * u)
      lantern(x, y + 20 * u + 74 * s, s, random.pick(colours))
    }
  }
  for (let i = 0; i < 190; i++)
    c.circle(random.range(0, w), random.range(0, h), random.range(1, 4) * u, '#ffffff', {
      opacity: random.range(0.35, 0.9).toFixed(2),
    })
}
