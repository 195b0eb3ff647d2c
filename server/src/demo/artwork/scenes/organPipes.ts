import type { Scene } from '../canvas.ts'
import { mix } from '../shapes.ts'

/** The front of an old organ, its pipes rising in towers out of the dark. */
export const organPipes: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.radial(
      [
        [0, '#5a2e2a'],
        [0.5, '#2f1620'],
        [1, '#12091a'],
      ],
      0.5,
      0.3,
      0.75,
    ),
  )
  c.path(
    `M${w * 0.3} 0H${w * 0.52}L${w * 0.86} ${h}H${w * 0.34}Z`,
    c.linear([
      [0, '#ffdca0', 0.4],
      [1, '#ffb870', 0],
    ]),
  )
  c.path(
    `M${w * 0.6} 0H${w * 0.68}L${w * 1.02} ${h}H${w * 0.84}Z`,
    c.linear([
      [0, '#ffdca0', 0.25],
      [1, '#ffb870', 0],
    ]),
  )
  const foot = h * 0.86
  const pipe = (x: number, width: number, height: number, tone: string): void => {
    const top = foot - height
    const metal = c.linear(
      [
        [0, mix(tone, '#1a0d12', 0.7)],
        [0.22, tone],
        [0.36, '#fff4d6'],
        [0.5, tone],
        [0.82, mix(tone, '#2a1016', 0.6)],
        [1, mix(tone, '#12060c', 0.85)],
      ],
      0,
      0,
      1,
      0,
    )
    const mouth = foot - 120 * u - width * 0.6
    c.path(
      `M${x} ${top}H${x + width}V${foot - 74 * u}L${x + width * 0.64} ${foot}H${x + width * 0.36}L${x} ${foot - 74 * u}Z`,
      metal,
    )
    c.ellipse(x + width / 2, top, width / 2, width * 0.13, '#1a0a10')
    c.path(
      `M${x + width * 0.16} ${mouth}L${x + width * 0.5} ${mouth - width * 0.95}L${x + width * 0.84} ${mouth}Z`,
      mix(tone, '#fff0c8', 0.45),
      { opacity: 0.75 },
    )
    c.path(`M${x + width * 0.14} ${mouth}H${x + width * 0.86}V${mouth + width * 0.2}H${x + width * 0.14}Z`, '#16070d')
    c.path(
      `M${x + width * 0.2} ${mouth + width * 0.2}L${x + width * 0.5} ${mouth + width * 0.75}L${x + width * 0.8} ${mouth + width * 0.2}Z`,
      mix(tone, '#2a1016', 0.35),
      { opacity: 0.7 },
    )
  }
  const tones = ['#d9a552', '#c98f45', '#e0b667', '#b87f3f']
  const bays: [number, number, number, boolean][] = []
  const unit = h * 1.5
  const repeats = w > h * 2 ? 3 : 1
  for (let r = 0; r < repeats; r++) {
    const origin = (w - unit * repeats) / 2 + r * unit
    bays.push(
      [origin + unit * 0.015, unit * 0.165, 0.62, true],
      [origin + unit * 0.19, unit * 0.19, 0.5, false],
      [origin + unit * 0.395, unit * 0.21, 0.74, true],
      [origin + unit * 0.62, unit * 0.19, 0.5, false],
      [origin + unit * 0.82, unit * 0.165, 0.62, true],
    )
  }
  const wood = (x: number, y: number, width: number, height: number): void =>
    c.rect(
      x,
      y,
      width,
      height,
      c.linear(
        [
          [0, '#3a1a14'],
          [0.4, '#7a4026'],
          [1, '#2a110f'],
        ],
        0,
        0,
        1,
        0,
      ),
    )
  bays.forEach(([x, width, reach, tower], b) => {
    const count = tower ? 5 : 9
    const each = width / count
    const risesRight = b % 5 === 1
    for (let i = 0; i < count; i++) {
      const middle = Math.abs(i - (count - 1) / 2) / ((count - 1) / 2)
      const t = tower ? 1 - middle * 0.24 : risesRight ? 0.56 + (i / (count - 1)) * 0.44 : 1 - (i / (count - 1)) * 0.44
      pipe(x + i * each + 1.5 * u, each - 3 * u, h * reach * t, tones[(i + b) % tones.length] as string)
    }
    const crown = foot - h * reach - (tower ? 34 : 22) * u
    wood(x - 11 * u, crown, 12 * u, foot - crown)
    wood(x + width - 1 * u, crown, 12 * u, foot - crown)
    c.path(
      `M${x - 18 * u} ${crown + 12 * u}Q${x + width / 2} ${crown - (tower ? 92 : 34) * u} ${x + width + 18 * u} ${crown + 12 * u}V${crown - 12 * u}Q${x + width / 2} ${crown - (tower ? 138 : 66) * u} ${x - 18 * u} ${crown - 12 * u}Z`,
      c.linear([
        [0, '#e9b75f'],
        [0.5, '#8a4a28'],
        [1, '#4a2117'],
      ]),
    )
    if (tower) {
      c.circle(x + width / 2, crown - 82 * u, 18 * u, '#f0c673')
      c.path(
        `M${x + width / 2 - 9 * u} ${crown - 94 * u}L${x + width / 2} ${crown - 138 * u}L${x + width / 2 + 9 * u} ${crown - 94 * u}Z`,
        '#f0c673',
      )
    }
  })
  c.rect(
    0,
    foot,
    w,
    h - foot,
    c.linear([
      [0, '#8a4a28'],
      [0.12, '#5a2a1c'],
      [1, '#1f0d10'],
    ]),
  )
  c.rect(0, foot, w, 9 * u, '#e9b75f')
  for (let x = (w % (120 * u)) / 2 - 60 * u; x < w; x += 120 * u) {
    c.rect(x + 12 * u, foot + 30 * u, 96 * u, 66 * u, '#3a1a16', { rx: 5 * u })
    c.path(
      `M${x + 60 * u} ${foot + 38 * u}L${x + 98 * u} ${foot + 63 * u}L${x + 60 * u} ${foot + 88 * u}L${x + 22 * u} ${foot + 63 * u}Z`,
      '#c98f45',
      { opacity: 0.75 },
    )
  }
  for (let i = 0; i < 90; i++)
    c.circle(random.range(0, w), random.range(0, h * 0.8), random.range(0.8, 2.6) * u, '#ffe7b8', {
      opacity: random.range(0.15, 0.6).toFixed(2),
    })
}
