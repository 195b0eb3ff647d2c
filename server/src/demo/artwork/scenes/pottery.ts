import type { Point, Scene } from '../canvas.ts'
import { curve, mix } from '../shapes.ts'

type Profile = readonly (readonly [height: number, half: number])[]
const PROFILES: readonly Profile[] = [
  [
    [0, 0.2],
    [0.12, 0.3],
    [0.4, 0.36],
    [0.68, 0.24],
    [0.82, 0.11],
    [0.94, 0.1],
    [1, 0.14],
  ],
  [
    [0, 0.22],
    [0.2, 0.36],
    [0.5, 0.42],
    [0.8, 0.36],
    [1, 0.26],
  ],
  [
    [0, 0.16],
    [0.1, 0.2],
    [0.55, 0.3],
    [0.76, 0.3],
    [0.88, 0.18],
    [1, 0.2],
  ],
  [
    [0, 0.14],
    [0.25, 0.16],
    [0.6, 0.17],
    [0.85, 0.13],
    [1, 0.17],
  ],
  [
    [0, 0.26],
    [0.3, 0.44],
    [0.58, 0.4],
    [0.78, 0.2],
    [0.9, 0.15],
    [1, 0.2],
  ],
  [
    [0, 0.2],
    [0.3, 0.34],
    [0.7, 0.46],
    [1, 0.52],
  ],
]

/** A potter's shelf: thrown forms with dipped glazes in afternoon light. */
export const pottery: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.linear(
      [
        [0, '#e9c9a8'],
        [0.6, '#d9a27e'],
        [1, '#b8775a'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  c.path(`M${w * 0.1} 0H${w * 0.46}L${w * 0.92} ${h}H${w * 0.5}Z`, '#fff0d6', { opacity: 0.3 })
  c.path(`M${w * 0.52} 0H${w * 0.62}L${w * 1.08} ${h}H${w * 0.97}Z`, '#fff0d6', { opacity: 0.22 })
  const pot = (x: number, foot: number, height: number, profile: Profile): void => {
    const glaze = random.pick(['#2f5d62', '#1f3f5b', '#c8553d', '#f3e3c7', '#6f8f72', '#28313b', '#e0a458', '#8fb0b5'])
    const clay = random.pick(['#a65e3a', '#c98a5e', '#7d4a35'])
    const side = (sign: number): Point[] =>
      profile.map(([t, half]): Point => [x + sign * half * height, foot - t * height])
    const outline = `${curve(side(-1))}L${curve(side(1).reverse()).slice(1)}Z`
    const widest = Math.max(...profile.map(([, half]) => half)) * height
    c.ellipse(x + widest * 0.5, foot + 2 * u, widest * 1.15, 11 * u, '#4a2418', { opacity: 0.35, filter: c.blur(5) })
    c.path(outline, clay)
    c.clip(outline, () => {
      const dip = foot - height * random.range(0.2, 0.45)
      const drip: Point[] = []
      for (let i = 0; i <= 8; i++)
        drip.push([x - widest * 1.2 + (widest * 2.4 * i) / 8, dip + random.range(-14, 16) * u])
      c.path(`${curve(drip)}L${x + widest * 1.3} ${foot - height * 1.1}H${x - widest * 1.3}Z`, glaze)
      const kind = random.int(0, 3)
      const accent = mix(glaze, glaze === '#f3e3c7' ? '#1f3f5b' : '#fff3dd', 0.75)
      if (kind === 0)
        for (let k = 0; k < 4; k++)
          c.line(
            `M${x - widest} ${foot - height * (0.5 + k * 0.055)}q${widest} ${16 * u} ${widest * 2} 0`,
            accent,
            4 * u,
            { opacity: 0.8 },
          )
      if (kind === 1)
        for (let k = -6; k <= 6; k++)
          c.line(
            `M${x + k * widest * 0.2} ${foot - height * 0.72}q${widest * 0.1} ${height * 0.1} 0 ${height * 0.22}`,
            accent,
            4 * u,
            { opacity: 0.75 },
          )
      if (kind === 2)
        for (let k = 0; k < 130; k++)
          c.circle(
            x + random.range(-1, 1) * widest,
            foot - height * random.range(0.25, 1),
            random.range(1, 3.4) * u,
            accent,
            { opacity: 0.7 },
          )
      c.rect(
        x - widest * 1.2,
        foot - height * 1.1,
        widest * 2.4,
        height * 1.2,
        c.linear(
          [
            [0, '#fff3dd', 0.34],
            [0.3, '#fff3dd', 0.06],
            [0.55, '#2a1410', 0],
            [1, '#2a1410', 0.55],
          ],
          0,
          0,
          1,
          0,
        ),
      )
      c.ellipse(x - widest * 0.48, foot - height * 0.56, widest * 0.09, height * 0.2, '#ffffff', {
        opacity: 0.4,
        filter: c.blur(3),
      })
    })
    const rim = (profile[profile.length - 1] as readonly [number, number])[1] * height
    c.ellipse(x, foot - height, rim, rim * 0.2, mix(glaze, '#1a0d0a', 0.62))
    c.line(
      `M${x - rim} ${foot - height}A${rim} ${rim * 0.2} 0 0 0 ${x + rim} ${foot - height}`,
      mix(glaze, '#ffffff', 0.4),
      3 * u,
    )
  }
  const shelves =
    w > h * 2
      ? ([[0.86, 380]] as const)
      : ([
          [0.46, 250],
          [0.93, 300],
        ] as const)
  for (const [at, size] of shelves) {
    const foot = h * at
    c.rect(
      0,
      foot,
      w,
      24 * u,
      c.linear([
        [0, '#8a5236'],
        [1, '#5f3423'],
      ]),
    )
    c.rect(
      0,
      foot + 24 * u,
      w,
      60 * u,
      c.linear([
        [0, '#3a1a12', 0.45],
        [1, '#3a1a12', 0],
      ]),
    )
    let x = random.range(60, 110) * u
    let last = -1
    while (x < w - 20 * u) {
      let choice = random.int(0, PROFILES.length - 1)
      if (choice === last) choice = (choice + 1) % PROFILES.length
      last = choice
      const profile = PROFILES[choice] as Profile
      const height = size * random.range(0.68, 1.12) * u * (choice === 5 ? 0.5 : choice === 1 ? 0.78 : 1)
      const half = Math.max(...profile.map(([, value]) => value)) * height
      pot(x + half, foot, height, profile)
      x += half * 2 + random.range(20, 56) * u
    }
  }
}
