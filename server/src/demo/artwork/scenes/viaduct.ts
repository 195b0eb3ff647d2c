import type { Scene } from '../canvas.ts'
import { blob, curve, ground, mix, sky, skyline, sun } from '../shapes.ts'

/** A slow train on a stone viaduct over an autumn valley. */
export const viaduct: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#5fa8a8'],
    [0.3, '#bcd7c0'],
    [0.55, '#fbe3b4'],
  ])
  sun(c, w * 0.78, h * 0.25, 78 * u, '#fff6dc', 4, 0.75)
  const hills = ['#a7c3b0', '#86aa9b', '#6b8f83', '#b98a56']
  hills.forEach((colour, i) => {
    c.path(
      ground(c, skyline(c, h * (0.4 + i * 0.055), (62 - i * 6) * u, w / (1.3 + i * 0.3), 4, 0.42)),
      c.linear([
        [0, colour],
        [0.5, mix(colour, '#f7e6bd', 0.6)],
      ]),
    )
  })
  const grove = (y: number, size: number, count: number, shade: number): void => {
    for (let i = 0; i < count; i++) {
      const x = (w * (i + random.next())) / count
      const r = random.range(26, 48) * size * u
      const colour = mix(
        random.pick(['#d9622b', '#e8912f', '#b8402a', '#f2b84b', '#8f9a45', '#c9772f']),
        '#3a1f2a',
        shade,
      )
      const cy = h * y + random.range(-20, 20) * size * u
      c.rect(x - 2.5 * size * u, cy, 5 * size * u, r * 1.6, mix('#4a2f28', '#2a1a20', shade))
      c.path(curve(blob(random, x, cy, r, r * 1.15, 0.09), true), colour)
      c.path(
        curve(blob(random, x - r * 0.22, cy - r * 0.28, r * 0.55, r * 0.6, 0.1), true),
        mix(colour, '#ffe1a0', 0.35),
        { opacity: 0.7 },
      )
    }
  }
  c.path(
    ground(c, skyline(c, h * 0.69, 16 * u, w / 1.4, 3, 0.4)),
    c.linear([
      [0, '#c98f4a'],
      [1, '#7a5a34'],
    ]),
  )
  grove(0.665, 0.75, 34, 0)
  const deck = h * 0.47
  const span = 150 * u
  const pier = 34 * u
  const stone = c.linear([
    [0, '#f1d9b8'],
    [0.4, '#c9a07c'],
    [1, '#8f6a62'],
  ])
  let d = `M-5 ${deck}H${w + 5}V${h * 0.93}H-5Z`
  for (let x = -span * 0.35; x < w + span; x += span + pier) {
    const r = span / 2
    d += `M${x} ${h * 0.94}V${deck + 44 * u + r}A${r} ${r} 0 0 1 ${x + span} ${deck + 44 * u + r}V${h * 0.94}Z`
  }
  c.path(d, stone, { 'fill-rule': 'evenodd' })
  for (let x = -span * 0.35; x < w + span; x += span + pier) {
    const r = span / 2
    c.line(`M${x} ${deck + 44 * u + r}A${r} ${r} 0 0 1 ${x + span} ${deck + 44 * u + r}`, '#fff1d6', 5 * u, {
      opacity: 0.7,
    })
    c.path(`M${x + span} ${deck + 44 * u + r}h${pier * 0.42}V${h}h${-pier * 0.42}Z`, '#5d4350', { opacity: 0.35 })
    for (let k = 0; k < 9; k++)
      c.rect(
        x + span + random.range(2, pier - 14 * u),
        deck + 130 * u + k * 30 * u,
        random.range(8, 14) * u,
        5 * u,
        '#7a5a5a',
        { opacity: 0.3 },
      )
  }
  c.rect(-5, deck - 9 * u, w + 10, 14 * u, '#8f6a5c')
  c.rect(-5, deck - 13 * u, w + 10, 6 * u, '#f7e3c4')
  const rail = deck - 13 * u
  const start = w * 0.2
  const carriage = 158 * u
  const cars = Math.max(4, Math.round((w * 0.52) / carriage))
  for (let i = 0; i < cars; i++) {
    const x = start + i * (carriage + 9 * u)
    const last = i === cars - 1
    const body = last
      ? `M${x} ${rail - 10 * u}V${rail - 66 * u}Q${x} ${rail - 76 * u} ${x + 10 * u} ${rail - 76 * u}H${x + carriage * 0.68}Q${x + carriage * 0.96} ${rail - 72 * u} ${x + carriage} ${rail - 10 * u}Z`
      : `M${x} ${rail - 10 * u}V${rail - 66 * u}Q${x} ${rail - 76 * u} ${x + 10 * u} ${rail - 76 * u}H${x + carriage - 10 * u}Q${x + carriage} ${rail - 76 * u} ${x + carriage} ${rail - 66 * u}V${rail - 10 * u}Z`
    c.path(
      body,
      c.linear([
        [0, '#d8412f'],
        [0.55, '#b52f33'],
        [0.56, '#fbe9cf'],
        [0.68, '#fbe9cf'],
        [0.69, '#8c2433'],
        [1, '#6d1c30'],
      ]),
    )
    for (let k = 0; k < (last ? 3 : 4); k++)
      c.rect(x + (17 + k * 34) * u, rail - 61 * u, 24 * u, 23 * u, '#fff0bd', { rx: 3 * u })
    for (const k of [0.2, 0.34, 0.7, 0.84]) c.circle(x + carriage * k, rail - 6 * u, 8 * u, '#33202a')
  }
  grove(0.83, 1.15, 24, 0.18)
  c.path(
    ground(c, skyline(c, h * 0.9, 16 * u, w / 1.5, 3, 0.4)),
    c.linear([
      [0, '#7a6a3a'],
      [1, '#3a2c26'],
    ]),
  )
  grove(0.95, 1.9, 17, 0.42)
}
