import type { Point, Scene } from '../canvas.ts'
import { ground, mix, polyline, sky, skyline, stars } from '../shapes.ts'

/** High peaks at nightfall, one hut with its window lit, a path that climbs to it. */
export const mountainHut: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#10183f'],
    [0.35, '#33407e'],
    [0.6, '#8f6fa6'],
    [0.78, '#f0a58f'],
  ])
  stars(c, 190, h * 0.5)
  c.circle(
    w * 0.2,
    h * 0.19,
    190 * u,
    c.radial([
      [0, '#fff4dc', 0.5],
      [1, '#fff4dc', 0],
    ]),
  )
  const moon = 48 * u
  c.path(
    `M${w * 0.2} ${h * 0.19 - moon}A${moon} ${moon} 0 1 0 ${w * 0.2 + moon} ${h * 0.19}A${moon * 0.78} ${moon * 0.78} 0 1 1 ${w * 0.2} ${h * 0.19 - moon}Z`,
    '#fff4dc',
  )
  const peak = (x: number, y: number, half: number, base: number, dark: string, light: string): void => {
    const left: Point[] = [[x, y]]
    const right: Point[] = [[x, y]]
    const spine: Point[] = [[x, y]]
    for (let i = 1; i <= 7; i++) {
      const t = i / 7
      const jag = (): number => random.range(-0.045, 0.045) * half
      left.push([x - half * t + jag(), y + (base - y) * (t * 0.94 + random.range(-0.02, 0.03))])
      right.push([x + half * t * 1.05 + jag(), y + (base - y) * (t * 0.94 + random.range(-0.02, 0.03))])
      spine.push([x + half * 0.1 * t * Math.sin(i * 2.1) + t * half * 0.1, y + (base - y) * t])
    }
    c.path(
      polyline([...left, ...[...right].reverse()], true),
      c.linear([
        [0, dark],
        [1, mix(dark, '#b48aa8', 0.5)],
      ]),
    )
    c.clip(polyline([...left, ...[...right].reverse()], true), () =>
      c.path(
        polyline([...left, ...[...spine].reverse()], true),
        c.linear([
          [0, light],
          [0.8, mix(light, '#9a7fa8', 0.7)],
        ]),
      ),
    )
    const depth = (base - y) * 0.36
    const snow: Point[] = [[x, y]]
    for (let i = 0; i <= 8; i++) {
      const t = i / 8
      snow.push([
        x + (t - 0.5) * half * 0.7 * (1 + 0.1 * (i % 2)),
        y + depth * (i % 2 === 0 ? random.range(0.9, 1.12) : random.range(0.5, 0.72)) * (1 - Math.abs(t - 0.5) * 0.35),
      ])
    }
    const outline = polyline([...left, ...[...right].reverse()], true)
    c.clip(outline, () =>
      c.path(
        polyline(snow, true),
        c.linear(
          [
            [0, '#fff6f0'],
            [0.5, '#ffd9d0'],
            [0.5, '#c9b6dd'],
            [1, '#a99bd0'],
          ],
          0,
          0,
          1,
          0.12,
        ),
      ),
    )
  }
  peak(w * 0.34, h * 0.3, 420 * u, h * 0.74, '#5a5590', '#a883a8')
  peak(w * 0.93, h * 0.27, 460 * u, h * 0.76, '#524d8a', '#a17ea6')
  if (w > h * 2) peak(w * 0.08, h * 0.36, 380 * u, h * 0.74, '#5a5590', '#a883a8')
  peak(w * 0.63, h * 0.13, 520 * u, h * 0.8, '#3c3b78', '#c98f9c')
  for (const [y, colour, foot] of [
    [0.66, '#4a4680', '#8c6c98'],
    [0.735, '#332f68', '#584a82'],
  ] as const)
    c.path(
      ground(c, skyline(c, h * y, 36 * u, w / 1.7, 5, 0.5), false),
      c.linear([
        [0, colour],
        [0.5, foot],
      ]),
    )
  const meadow = skyline(c, h * 0.81, 34 * u, w / 1.1, 3, 0.4)
  c.path(
    ground(c, meadow),
    c.linear([
      [0, '#2a3a5e'],
      [1, '#10183a'],
    ]),
  )
  const hutX = w * 0.41
  const hutY = (meadow[Math.round((hutX / w) * (meadow.length - 1))]?.[1] ?? h * 0.8) + 16 * u
  c.line(
    `M${hutX + 20 * u} ${hutY}C${hutX + 130 * u} ${hutY + 50 * u} ${hutX - 210 * u} ${hutY + 70 * u} ${hutX - 40 * u} ${hutY + 118 * u}S${hutX + 210 * u} ${h * 0.96} ${hutX + 60 * u} ${h * 1.04}`,
    '#e5b99a',
    9 * u,
    { opacity: 0.55 },
  )
  c.circle(
    hutX,
    hutY - 30 * u,
    210 * u,
    c.radial([
      [0, '#ffc877', 0.55],
      [1, '#ffb35c', 0],
    ]),
  )
  c.group({ transform: `translate(${hutX} ${hutY}) scale(${u * 1.15})` }, () => {
    c.path('M-66 0V-58L0 -108L66 -58V0Z', '#3a2434')
    c.path('M-84 -46L0 -116L84 -46L76 -36L0 -98L-76 -36Z', '#e9dcea')
    c.rect(34, -116, 16, 36, '#3a2434')
    c.rect(-42, -46, 34, 30, '#ffd98a', { rx: 2 })
    c.line('M-25 -46V-16M-42 -31H-8', '#5a3526', 3)
    c.rect(12, -44, 26, 44, '#ffb85a', { rx: 2 })
    c.circle(0, -72, 8, '#ffd98a')
  })
  for (const [x, dy] of [
    [hutX - 120 * u, 6],
    [hutX - 160 * u, 20],
    [hutX + 140 * u, 8],
    [hutX + 176 * u, 26],
  ] as const)
    fir(x, hutY + dy * u, random.range(78, 120) * u, '#16204a')
  for (let i = 0; i < 30; i++) {
    const x = random.chance(0.5) ? random.range(-20, w * 0.25) : random.range(w * 0.68, w + 20)
    const depth = random.next()
    fir(x, h * (0.9 + depth * 0.14), (110 + depth * 170) * u, mix('#141d46', '#080d26', depth))
  }
  function fir(x: number, y: number, height: number, colour: string): void {
    const half = height * 0.22
    const points: Point[] = [[x, y - height]]
    for (let i = 1; i <= 5; i++)
      points.push(
        [x + (half * i) / 5, y - height * (1 - i / 5.2)],
        [x + half * (i / 5) * 0.55, y - height * (1 - i / 5.2)],
      )
    c.path(polyline([...points, ...[...points].reverse().map(([px, py]): Point => [2 * x - px, py])], true), colour)
  }
}
