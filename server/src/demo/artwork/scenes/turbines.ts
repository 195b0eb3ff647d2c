import type { Scene } from '../canvas.ts'
import { curve, ground, mix, polyline, sky, skyline, sun } from '../shapes.ts'

/** Wind turbines standing in a sea of layered blue, a low sun behind them. */
export const turbines: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#2f6f9f'],
    [0.3, '#7fb3c4'],
    [0.52, '#f3d9b1'],
    [0.66, '#f7a072'],
  ])
  sun(c, w * 0.37, h * 0.47, 92 * u, '#fff0cf', 4.6, 0.8)
  for (let i = 0; i < 7; i++) {
    const [x, y, length] = [random.range(0, w), h * random.range(0.08, 0.42), random.range(160, 420) * u]
    c.ellipse(x, y, length, random.range(5, 13) * u, '#fff7ea', {
      opacity: random.range(0.16, 0.4).toFixed(2),
      filter: c.blur(6),
    })
  }
  const turbine = (x: number, foot: number, size: number, colour: string): void => {
    const hub = foot - size
    c.path(
      polyline(
        [
          [x - size * 0.013, hub],
          [x + size * 0.013, hub],
          [x + size * 0.026, foot],
          [x - size * 0.026, foot],
        ],
        true,
      ),
      c.linear([
        [0, colour],
        [1, mix(colour, '#4c7a94', 0.55)],
      ]),
    )
    const turn = random.range(0, Math.PI * 2)
    for (let i = 0; i < 3; i++) {
      const a = turn + (i * Math.PI * 2) / 3
      const length = size * 0.56
      const at = (along: number, across: number) =>
        [x + Math.cos(a) * along - Math.sin(a) * across, hub + Math.sin(a) * along + Math.cos(a) * across] as const
      c.path(
        polyline(
          [
            at(0, -size * 0.01),
            at(length * 0.22, -size * 0.03),
            at(length, -size * 0.002),
            at(length, size * 0.004),
            at(0, size * 0.012),
          ],
          true,
        ),
        colour,
      )
    }
    c.circle(x, hub, size * 0.026, mix(colour, '#2f5f80', 0.3))
  }
  const far = skyline(c, h * 0.63, 26 * u, w / 1.6, 3, 0.4)
  c.path(
    ground(c, far),
    c.linear([
      [0, '#b98a86'],
      [0.3, '#e8b795'],
    ]),
    { opacity: 0.75 },
  )
  for (let i = 0; i < 7; i++)
    turbine(w * (0.06 + i * 0.15) + random.range(-26, 26) * u, h * 0.66, random.range(120, 165) * u, '#fbe9d6')
  const layers = ['#d9936f', '#9f8296', '#5f7fa0', '#3b6a93', '#245480', '#153f68', '#0c2d4f']
  layers.forEach((colour, i) => {
    const y = h * (0.645 + i * 0.052)
    const line = skyline(c, y, (3 + i * 3.2) * u, w / (5 - i * 0.35), 4, 0.5)
    c.path(
      ground(c, line),
      c.linear([
        [0, colour],
        [0.6, mix(colour, '#0c2d4f', 0.35)],
      ]),
    )
    c.line(curve(line), '#fff1dc', (1 + i * 0.35) * u, { opacity: 0.35 })
    if (i === 1) for (const at of [0.16, 0.86]) turbine(w * at, h * 0.735, 300 * u, '#fff6ea')
    if (i === 3) turbine(w * 0.69, h * 0.86, 590 * u, '#fffaf2')
  })
  for (let i = 0; i < 9; i++) {
    const [x, y, s] = [
      w * 0.45 + random.normal() * 130 * u,
      h * 0.25 + random.normal() * 46 * u,
      random.range(7, 13) * u,
    ]
    c.line(
      `M${x - s} ${y - s * 0.3}Q${x - s * 0.4} ${y - s * 0.7} ${x} ${y}Q${x + s * 0.4} ${y - s * 0.7} ${x + s} ${y - s * 0.3}`,
      '#2b4c66',
      2 * u,
      { opacity: 0.7 },
    )
  }
}
