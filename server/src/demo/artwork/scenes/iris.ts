import type { Scene } from '../canvas.ts'
import { mix, undulation } from '../shapes.ts'

/** An eye seen so near that it becomes a landscape. */
export const iris: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.radial(
      [
        [0, '#f7d9b4'],
        [0.6, '#e8b08c'],
        [1, '#b8705f'],
      ],
      0.5,
      0.5,
      0.75,
    ),
  )
  const [x, y] = [w / 2, h / 2]
  const spread = w > h * 2 ? 780 : 590
  const lid = (k: number): string =>
    `M${x - spread * u * k} ${y + 20 * u}C${x - spread * 0.55 * u * k} ${y - 430 * u * k} ${x + spread * 0.5 * u * k} ${y - 440 * u * k} ${x + spread * u * k} ${y - 26 * u}C${x + spread * 0.55 * u * k} ${y + 400 * u * k} ${x - spread * 0.5 * u * k} ${y + 420 * u * k} ${x - spread * u * k} ${y + 20 * u}Z`
  for (const [k, colour] of [
    [1.32, '#e0a07f'],
    [1.2, '#cf8a70'],
    [1.09, '#a95f57'],
  ] as const)
    c.path(lid(k), colour, { opacity: 0.7 })
  c.path(lid(1), '#fbf3ea')
  c.clip(lid(1), () => {
    c.rect(
      0,
      0,
      w,
      h,
      c.radial(
        [
          [0, '#fffaf4', 0],
          [0.55, '#f2d9d0', 0.35],
          [1, '#9a5a5c', 0.75],
        ],
        0.5,
        0.5,
        0.62,
      ),
    )
    const r = 322 * u
    c.circle(x, y, r * 1.03, '#10313d')
    c.circle(
      x,
      y,
      r,
      c.radial([
        [0, '#d9a441'],
        [0.42, '#c98a3a'],
        [0.56, '#4f9a8a'],
        [0.82, '#1f7a8c'],
        [1, '#0e3f55'],
      ]),
    )
    const flow = undulation(random, 4, 0.7)
    const colours = ['#f2cf73', '#e8a94a', '#8fd0b5', '#4fb0a8', '#2a8fa0', '#bfe6cf', '#0f4a5e', '#f7e3a8']
    for (let i = 0; i < 520; i++) {
      const angle = (i / 520) * Math.PI * 2
      const from = r * random.range(0.36, 0.62)
      const to = r * random.range(0.6, 0.985)
      if (to <= from) continue
      const bend = flow(angle * 3) * 0.07
      const at = (radius: number, a: number): string =>
        `${(x + Math.cos(a) * radius).toFixed(1)} ${(y + Math.sin(a) * radius).toFixed(1)}`
      const t = (from / r - 0.36) / 0.26
      const colour = random.chance(0.16)
        ? '#0e3f55'
        : random.chance(0.5)
          ? mix('#f2cf73', '#8fd0b5', t)
          : random.pick(colours)
      c.line(
        `M${at(from, angle)}Q${at((from + to) / 2, angle + bend)} ${at(to, angle + bend * 0.4)}`,
        colour,
        random.range(1, 3.4) * u,
        { opacity: random.range(0.35, 0.9).toFixed(2) },
      )
    }
    for (let i = 0; i < 90; i++) {
      const angle = random.range(0, Math.PI * 2)
      const d = r * random.range(0.42, 0.6)
      c.ellipse(
        x + Math.cos(angle) * d,
        y + Math.sin(angle) * d,
        random.range(2, 9) * u,
        random.range(2, 5) * u,
        random.pick(['#b0682a', '#f7e3a8', '#8a4a22']),
        {
          opacity: 0.6,
          transform: `rotate(${(angle * 57.3).toFixed(0)} ${x + Math.cos(angle) * d} ${y + Math.sin(angle) * d})`,
        },
      )
    }
    c.circle(
      x,
      y,
      r,
      c.radial([
        [0, '#000', 0],
        [0.82, '#04202c', 0],
        [1, '#04202c', 0.85],
      ]),
    )
    c.circle(x, y, r * 0.37, '#0a1218')
    c.circle(
      x,
      y,
      r * 0.42,
      c.radial([
        [0, '#0a1218'],
        [0.8, '#0a1218'],
        [1, '#0a1218', 0],
      ]),
    )
    // a window and a line of hills, mirrored in the pupil
    c.clip(
      `M${x - r * 0.3} ${y}a${r * 0.3} ${r * 0.3} 0 1 0 ${r * 0.6} 0a${r * 0.3} ${r * 0.3} 0 1 0 ${-r * 0.6} 0Z`,
      () => {
        c.path(
          `M${x - r * 0.4} ${y + r * 0.1}q${r * 0.15} ${-r * 0.17} ${r * 0.3} ${-r * 0.02}t${r * 0.3} ${-r * 0.06}t${r * 0.3} ${r * 0.06}V${y + r}H${x - r * 0.4}Z`,
          '#1f4a58',
        )
        c.path(
          `M${x - r * 0.4} ${y + r * 0.2}q${r * 0.2} ${-r * 0.1} ${r * 0.4} 0t${r * 0.4} 0V${y + r}H${x - r * 0.4}Z`,
          '#2a6a6f',
        )
        c.circle(x + r * 0.08, y - r * 0.02, r * 0.05, '#f2cf73')
      },
    )
    c.path(
      `M${x - r * 0.52} ${y - r * 0.56}Q${x - r * 0.36} ${y - r * 0.66} ${x - r * 0.16} ${y - r * 0.66}L${x - r * 0.13} ${y - r * 0.28}Q${x - r * 0.34} ${y - r * 0.28} ${x - r * 0.47} ${y - r * 0.16}Z`,
      '#ffffff',
      { opacity: 0.88 },
    )
    c.ellipse(x + r * 0.38, y + r * 0.46, r * 0.1, r * 0.06, '#ffffff', { opacity: 0.5 })
    c.path(
      `M0 0H${w}V${y - 130 * u}Q${x} ${y - 420 * u} 0 ${y - 100 * u}Z`,
      c.linear([
        [0, '#5a2c33', 0.6],
        [0.6, '#5a2c33', 0.3],
        [1, '#5a2c33', 0],
      ]),
    )
  })
  for (let i = 0; i < 46; i++) {
    const t = i / 45
    const px = x + (t * 2 - 1) * spread * 0.97 * u
    const py = y - 315 * u * Math.sin(Math.PI * (0.02 + t * 0.96)) ** 0.86 + 8 * u * (1 - 2 * t)
    const lean = (t - 0.5) * 1.9
    const length = (50 + 40 * Math.sin(Math.PI * t)) * u * random.range(0.85, 1.15)
    c.line(
      `M${px} ${py}q${Math.sin(lean) * length * 0.2} ${-length * 0.7} ${Math.sin(lean) * length} ${-Math.cos(lean) * length}`,
      '#3a1a20',
      4 * u,
    )
  }
}
