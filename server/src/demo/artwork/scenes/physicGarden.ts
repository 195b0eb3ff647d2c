import type { Scene } from '../canvas.ts'
import { leaf, mix } from '../shapes.ts'

/** Medicinal plants in a row, as on an old botanical plate: foxglove, chamomile, sage, poppy, lavender. */
export const physicGarden: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.linear([
      [0, '#16382f'],
      [1, '#0c2420'],
    ]),
  )
  c.circle(w * 0.5, h * 0.48, 330 * u, '#f2e3c2')
  if (w > h * 2) for (const at of [0.17, 0.83]) c.circle(w * at, h * 0.52, 230 * u, '#d98b5f')
  const stem = (x: number, height: number, lean: number, colour: string): ((t: number) => [number, number, number]) => {
    const foot = h * 1.02
    const at = (t: number): [number, number, number] => [
      x + lean * t * t,
      foot - height * t,
      -Math.PI / 2 + Math.atan2(2 * lean * t, height),
    ]
    c.line(`M${x} ${foot}Q${x} ${foot - height * 0.5} ${x + lean} ${foot - height}`, colour, 5.5 * u)
    return at
  }
  const leaves = (
    at: (t: number) => [number, number, number],
    from: number,
    to: number,
    count: number,
    length: number,
    width: number,
    colour: string,
  ): void => {
    for (let i = 0; i < count; i++) {
      const t = from + ((to - from) * i) / count
      const [x, y, angle] = at(t)
      for (const side of [-1, 1]) {
        const turn = angle + side * random.range(0.7, 1.05)
        const size = length * (1.15 - t * 0.6) * u
        c.path(leaf(x, y, size, width * u, turn), side < 0 ? colour : mix(colour, '#f6f0c0', 0.22))
        c.line(
          `M${x} ${y}l${Math.cos(turn) * size * 0.85} ${Math.sin(turn) * size * 0.85}`,
          mix(colour, '#f6f0c0', 0.55),
          1.5 * u,
          { opacity: 0.7 },
        )
      }
    }
  }
  const foxglove = (x: number, height: number): void => {
    const at = stem(x, height, random.range(-40, 40) * u, '#5f8a5a')
    leaves(at, 0.06, 0.4, 4, 150, 46, '#3f7355')
    for (let i = 0; i < 15; i++) {
      const [px, py] = at(0.45 + i * 0.037)
      const s = (1.25 - i * 0.06) * u
      const side = i % 2 ? 1 : -1
      c.group({ transform: `translate(${px} ${py}) rotate(${side * -52}) scale(${s})` }, () => {
        c.path('M-9 0Q-13 30 -22 54Q0 68 22 54Q13 30 9 0Z', random.pick(['#c9476f', '#b23a68', '#dd6f8d']))
        c.ellipse(0, 55, 21, 9, '#f7d3d6')
        c.circle(-5, 55, 2.4, '#7a1f45')
        c.circle(5, 57, 2.4, '#7a1f45')
      })
    }
  }
  const chamomile = (x: number, height: number): void => {
    for (let k = 0; k < 4; k++) {
      const at = stem(x + (k - 1.5) * 17 * u, height * random.range(0.72, 1.05), (k - 1.5) * 52 * u, '#7fa065')
      leaves(at, 0.15, 0.8, 7, 66, 7, '#6f9a62')
      const [px, py] = at(1)
      const r = random.range(34, 46) * u
      for (let i = 0; i < 15; i++)
        c.path(leaf(px, py, r * 1.35, r * 0.36, (i / 15) * Math.PI * 2), i % 2 ? '#fffaf0' : '#efe6d6')
      c.circle(
        px,
        py,
        r * 0.46,
        c.radial([
          [0, '#ffd95c'],
          [1, '#d98f1f'],
        ]),
      )
    }
  }
  const lavender = (x: number, height: number): void => {
    for (let k = 0; k < 6; k++) {
      const at = stem(x + (k - 2.5) * 12 * u, height * random.range(0.78, 1.05), (k - 2.5) * 36 * u, '#86a184')
      leaves(at, 0.05, 0.45, 4, 78, 9, '#7f9f8c')
      for (let i = 0; i < 11; i++) {
        const [px, py, angle] = at(0.66 + i * 0.032)
        for (const side of [-1, 0, 1])
          c.path(
            leaf(px, py, (25 - i) * u, 13 * u, angle + side * 0.75),
            random.pick(['#7a6bc4', '#9a8ae0', '#5f4fa8', '#b8a8f0']),
          )
      }
    }
  }
  const poppy = (x: number, height: number): void => {
    const at = stem(x, height, random.range(-60, 60) * u, '#8aa56f')
    leaves(at, 0.08, 0.6, 5, 120, 26, '#5c8563')
    const [px, py] = at(1)
    for (const [dx, dy, r, colour] of [
      [-44, 6, 66, '#d9482f'],
      [46, 4, 64, '#e2583a'],
      [0, -40, 68, '#ef6c45'],
      [2, 30, 58, '#c93a2c'],
    ] as const)
      c.ellipse(px + dx * u, py + dy * u, r * u, r * 0.86 * u, colour)
    for (let i = 0; i < 20; i++)
      c.line(`M${px} ${py}l${Math.cos(i * 0.314) * 38 * u} ${Math.sin(i * 0.314) * 34 * u}`, '#2a1420', 2.5 * u)
    c.circle(px, py, 19 * u, '#3a2430')
    c.circle(px, py, 11 * u, '#a9b46a')
  }
  const sage = (x: number, height: number): void => {
    const at = stem(x, height, random.range(-50, 50) * u, '#a3b59a')
    leaves(at, 0.05, 1, 9, 122, 42, '#8fab97')
  }
  const plants = [lavender, sage, foxglove, chamomile, poppy, lavender, chamomile, sage, foxglove]
  const count = w > h * 2 ? 9 : 6
  for (let i = 0; i < count; i++) {
    const x = (w * (i + 0.5)) / count + random.range(-18, 18) * u
    const middle = 1 - Math.abs((i + 0.5) / count - 0.5) * 0.5
    const plant = plants[(i + (count === 6 ? 1 : 0)) % plants.length] as (x: number, height: number) => void
    plant(x, h * random.range(0.66, 0.8) * middle * 1.1)
  }
  for (let i = 0; i < 80; i++)
    c.path(
      leaf(
        random.range(0, w),
        h * 1.02,
        random.range(60, 190) * u,
        random.range(14, 34) * u,
        -Math.PI / 2 + random.normal() * 0.6,
      ),
      random.pick(['#1f4a3a', '#2a5c44', '#173a30', '#3a6a4a']),
    )
}
