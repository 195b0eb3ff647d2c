import type { Scene } from '../canvas.ts'
import { curve, ground, leaf, mix, sky, skyline, sun } from '../shapes.ts'

/** Ripe wheat before rolling fields, the mill on the hill behind. */
export const wheatField: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#f6e3c0'],
    [0.35, '#fbd28f'],
    [0.6, '#f5a65b'],
  ])
  sun(c, w * 0.5, h * 0.36, 150 * u, '#fff3d4', 2.7, 0.75)
  const fields = ['#d98e4a', '#c9742f', '#a95a26', '#7d3f1f']
  fields.forEach((colour, i) => {
    const line = skyline(c, h * (0.47 + i * 0.085), (42 - i * 3) * u, w / (1.1 + i * 0.35), 3, 0.4)
    c.path(
      ground(c, line),
      c.linear([
        [0, mix(colour, '#ffd58a', 0.35)],
        [0.5, colour],
      ]),
    )
    for (let k = 1; k < 11; k++) {
      const rows = line.map(([x, y]) => [x, y + k * (9 + i * 4) * u + Math.sin(x / (160 * u) + k) * 2 * u] as const)
      c.line(curve(rows), mix(colour, '#5a2a12', 0.45), 1.6 * u, { opacity: 0.38 })
    }
    if (i === 0) {
      const x = w * 0.79
      const y = h * 0.45
      c.path(
        `M${x - 34 * u} ${y}L${x - 22 * u} ${y - 118 * u}H${x + 22 * u}L${x + 34 * u} ${y}Z`,
        c.linear(
          [
            [0, '#fff1dc'],
            [1, '#b9764a'],
          ],
          0,
          0,
          1,
          0,
        ),
      )
      c.path(`M${x - 27 * u} ${y - 116 * u}Q${x} ${y - 164 * u} ${x + 27 * u} ${y - 116 * u}Z`, '#7d3f1f')
      c.rect(x - 8 * u, y - 34 * u, 16 * u, 34 * u, '#6b3318', { rx: 6 * u })
      c.group({ transform: `translate(${x} ${y - 122 * u}) rotate(21) scale(${u})` }, () => {
        for (const turn of [0, 90, 180, 270]) {
          c.group({ transform: `rotate(${turn})` }, () => {
            c.line('M0 0V-112', '#5a2a12', 4)
            c.path('M2 -26H24V-110H2Z', '#fff1dc', { opacity: 0.92 })
            for (const y2 of [-44, -62, -80, -96]) c.line(`M2 ${y2}H24`, '#8a4a22', 1.6)
          })
        }
        c.circle(0, 0, 7, '#5a2a12')
      })
    }
  })
  const ear = (x: number, foot: number, height: number, size: number, colour: string): void => {
    const bend = random.range(-0.24, 0.34)
    const tipX = x + bend * height * 0.5
    const tipY = foot - height
    c.line(
      `M${x} ${foot}Q${x + bend * 24 * u} ${foot - height * 0.6} ${tipX} ${tipY}`,
      mix(colour, '#7a4a18', 0.45),
      3.6 * u * size,
    )
    for (let i = 0; i < 8; i++) {
      const taper = 1 - i * 0.075
      const along = i * 13 * u * size
      const [px, py] = [tipX + Math.sin(bend) * along, tipY - Math.cos(bend) * along]
      for (const side of [-1, 1]) {
        const angle = -Math.PI / 2 + bend + side * 0.42 * taper
        c.path(
          leaf(px, py, 29 * u * size * taper, 13.5 * u * size * taper, angle),
          side < 0 ? colour : mix(colour, '#fff0b8', 0.4),
        )
        c.line(
          `M${px} ${py}l${Math.cos(angle + side * -0.18) * 62 * u * size} ${Math.sin(angle + side * -0.18) * 62 * u * size}`,
          mix(colour, '#fff3cf', 0.5),
          1.2 * u * size,
          { opacity: 0.6 },
        )
      }
    }
    if (random.chance(0.5))
      c.path(
        leaf(x, foot - height * 0.35, 150 * u * size, 16 * u * size, -Math.PI / 2 + random.pick([-0.7, 0.7])),
        mix(colour, '#8a5a1e', 0.5),
      )
  }
  for (const [count, reach, size, tint] of [
    [34, 0.3, 0.75, 0.45],
    [26, 0.38, 1.05, 0.22],
    [17, 0.48, 1.45, 0],
  ] as const) {
    for (let i = 0; i < count; i++) {
      const x = (w * (i + random.next())) / count
      const dip = 1 - 0.42 * Math.exp(-(((x - w * 0.46) / (w * 0.2)) ** 2))
      ear(
        x,
        h * 1.03,
        h * reach * dip * random.range(0.8, 1.1),
        size,
        mix(random.pick(['#f0b44c', '#e39a35', '#f7c868', '#d98a2b']), '#8a4a1c', tint),
      )
    }
  }
}
