import type { Scene } from '../canvas.ts'
import { blob, curve, ground, mix, sky, skyline, sun } from '../shapes.ts'

/** Rows of apple trees over rolling hills, heavy with fruit. */
export const orchard: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#8ec5d6'],
    [0.4, '#d5e8d8'],
    [0.6, '#fdf0d0'],
  ])
  sun(c, w * 0.2, h * 0.2, 70 * u, '#fff9e0', 4, 0.8)
  for (let i = 0; i < 4; i++) {
    const [x, y] = [w * (0.12 + i * 0.28) + random.range(-40, 40) * u, h * random.range(0.1, 0.28)]
    for (let k = 0; k < 5; k++)
      c.ellipse(
        x + (k - 2) * 46 * u,
        y - (k % 2) * 16 * u,
        random.range(46, 80) * u,
        random.range(18, 30) * u,
        '#ffffff',
        { opacity: 0.6, filter: c.blur(3) },
      )
  }
  const tree = (x: number, y: number, s: number, colour: string, fruit: number): void => {
    c.ellipse(x + 30 * s, y + 4 * s, 92 * s, 17 * s, '#1d3b2c', { opacity: 0.3 })
    c.path(
      `M${x - 9 * s} ${y}Q${x - 5 * s} ${y - 50 * s} ${x - 30 * s} ${y - 92 * s}L${x} ${y - 70 * s}L${x + 32 * s} ${y - 96 * s}Q${x + 7 * s} ${y - 50 * s} ${x + 11 * s} ${y + 2 * s}Z`,
      '#5a4032',
    )
    const near = s > 0.3 * u
    const lobes: [number, number, number][] = [
      [-44, -112, 52],
      [42, -116, 54],
      [0, -150, 62],
      [-20, -92, 44],
      [28, -84, 42],
    ]
    for (const [dx, dy, r] of lobes)
      c.path(
        curve(blob(random, x + dx * s, y + dy * s, r * s, r * s * 0.92, 0.07, near ? 12 : 7), true),
        mix(colour, '#17392b', 0.28),
      )
    for (const [dx, dy, r] of lobes)
      c.path(
        curve(blob(random, x + (dx - 8) * s, y + (dy - 10) * s, r * s * 0.82, r * s * 0.74, 0.08, near ? 12 : 7), true),
        colour,
      )
    if (near)
      for (const [dx, dy, r] of lobes)
        c.path(
          curve(blob(random, x + (dx - 16) * s, y + (dy - 20) * s, r * s * 0.45, r * s * 0.36, 0.1, 9), true),
          mix(colour, '#f6f0a8', 0.35),
          { opacity: 0.75 },
        )
    for (let i = 0; i < fruit; i++) {
      const a = random.range(0, Math.PI * 2)
      const d = Math.sqrt(random.next())
      const [fx, fy] = [x + Math.cos(a) * d * 88 * s, y - 116 * s + Math.sin(a) * d * 72 * s]
      c.circle(fx, fy, 8.5 * s, random.pick(['#d93a2b', '#c42a35', '#f0683a', '#f2b13c']))
      if (near) c.circle(fx - 2.4 * s, fy - 2.8 * s, 2.4 * s, '#fff3dd', { opacity: 0.8 })
    }
  }
  const hills = [
    ['#a9cbb0', '#cfe0bf'],
    ['#86b58e', '#b5d29c'],
    ['#6aa06f', '#9cc47e'],
    ['#4c8757', '#86b565'],
    ['#356c47', '#6fa054'],
  ] as const
  hills.forEach(([top, foot], i) => {
    const line = skyline(c, h * (0.42 + i * 0.115), (48 - i * 4) * u, w / (1.05 + (i % 2) * 0.45), 2, 0.35)
    c.path(
      ground(c, line),
      c.linear([
        [0, top],
        [0.5, foot],
      ]),
    )
    for (let k = 1; k < 7; k++) {
      const row = line.map(([x, y]) => [x, y + k * (13 + i * 7) * u] as const)
      c.line(curve(row), mix(top, '#21482f', 0.35), (1.5 + i * 0.5) * u, {
        opacity: 0.28,
        'stroke-dasharray': `${18 * u} ${9 * u}`,
      })
    }
    const size = [0.16, 0.26, 0.44, 0.72, 1.12][i] as number
    const gap = 215 * size * u
    const rows = i === 4 ? 1 : 2
    for (let row = 0; row < rows; row++) {
      for (let x = gap * random.range(-0.4, 0.4); x < w + gap; x += gap * random.range(0.95, 1.12)) {
        const index = Math.min(line.length - 1, Math.max(0, Math.round((x / w) * (line.length - 1))))
        const y = (line[index]?.[1] ?? 0) + (16 + row * 62) * size * u + 8 * u
        const colour = mix(random.pick(['#5f9b4f', '#7bad52', '#4f8b52', '#94b84f']), '#b9d6c0', 0.5 - i * 0.125)
        tree(x, y, size * u, colour, i < 2 ? 4 : i === 2 ? 9 : 17)
      }
    }
  })
}
