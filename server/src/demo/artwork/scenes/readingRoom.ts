import type { Scene } from '../canvas.ts'
import { ground, mix, skyline, sun } from '../shapes.ts'

/** A station hall turned into a reading room: tall arches, evening outside, shelves of books. */
export const readingRoom: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.linear([
      [0, '#3a2a44'],
      [0.6, '#57384f'],
      [1, '#2a1c30'],
    ]),
  )
  const count = w > h * 2 ? 5 : 3
  const pitch = w / count
  const half = pitch * 0.34
  const sill = h * 0.66
  const top = h * 0.1
  let arches = ''
  for (let i = 0; i < count; i++) {
    const x = pitch * (i + 0.5)
    arches += `M${x - half} ${sill}V${top + half}A${half} ${half} 0 0 1 ${x + half} ${top + half}V${sill}Z`
  }
  c.clip(arches, () => {
    c.rect(
      0,
      0,
      w,
      h,
      c.linear([
        [0, '#2f5f8a'],
        [0.3, '#e39a86'],
        [0.5, '#ffd08a'],
        [0.7, '#fff0c8'],
      ]),
    )
    sun(c, w * 0.53, h * 0.44, 60 * u, '#fffbe8', 5, 0.8)
    for (const [y, colour] of [
      [0.5, '#c98a86'],
      [0.55, '#8f6580'],
      [0.6, '#5a4a70'],
    ] as const)
      c.path(ground(c, skyline(c, h * y, 30 * u, w / 2.2, 4, 0.45)), colour)
    c.line(`M0 ${h * 0.635}H${w}M0 ${h * 0.648}H${w}`, '#2f2440', 3 * u)
    for (let x = 0; x < w; x += 200 * u)
      c.line(`M${x} ${h * 0.64}V${h * 0.46}M${x - 18 * u} ${h * 0.475}h${36 * u}`, '#3a2d4c', 5 * u)
  })
  for (let i = 0; i < count; i++) {
    const x = pitch * (i + 0.5)
    const frame = '#efd9c0'
    c.path(`M${x - half} ${sill}V${top + half}A${half} ${half} 0 0 1 ${x + half} ${top + half}V${sill}Z`, 'none', {
      stroke: frame,
      'stroke-width': 13 * u,
    })
    c.line(
      `M${x - half} ${top + half}H${x + half}M${x} ${top}V${sill}M${x - half / 2} ${top + half}V${sill}M${x + half / 2} ${top + half}V${sill}M${x - half} ${(top + half + sill) / 2}H${x + half}`,
      frame,
      4.5 * u,
    )
    for (const a of [0.785, 2.356])
      c.line(`M${x} ${top + half}L${x + Math.cos(a) * half} ${top + half - Math.sin(a) * half}`, frame, 4.5 * u)
    c.rect(x - half - 20 * u, sill - 2 * u, half * 2 + 40 * u, 16 * u, '#f7e6cf', { rx: 4 * u })
    const slant = (x - w * 0.53) * 0.32
    c.path(
      `M${x - half} ${h * 0.86}H${x + half}L${x + half * 1.25 + slant} ${h}H${x - half * 1.25 + slant}Z`,
      '#ffd08a',
      { opacity: 0.38 },
    )
    if (i < count - 1) {
      const lampX = pitch * (i + 1)
      c.line(`M${lampX} 0V${h * 0.19}`, '#1f1526', 3 * u)
      c.circle(
        lampX,
        h * 0.23,
        150 * u,
        c.radial([
          [0, '#ffe0a0', 0.6],
          [1, '#ffc877', 0],
        ]),
      )
      c.path(`M${lampX - 44 * u} ${h * 0.235}Q${lampX} ${h * 0.15} ${lampX + 44 * u} ${h * 0.235}Z`, '#1f6b63')
      c.circle(lampX, h * 0.238, 15 * u, '#fff3cf')
    }
  }
  const colours = ['#c9473b', '#e9a13b', '#2f7a78', '#f2e3c2', '#3f5f9a', '#8f4a6b', '#6f9b5a', '#d9754a']
  const shelf = (y: number, height: number, from: number, to: number): void => {
    c.rect(from, y - height - 10 * u, to - from, height + 22 * u, '#241728')
    for (let x = from + 6 * u; x < to - 22 * u; ) {
      const width = random.range(9, 23) * u
      if (random.chance(0.07)) {
        x += random.range(16, 44) * u
        continue
      }
      const tall = height * random.range(0.66, 0.98)
      const colour = random.pick(colours)
      const lean = random.chance(0.06) ? random.range(6, 11) : 0
      c.group({ transform: `rotate(${lean} ${x} ${y})` }, () => {
        c.rect(
          x,
          y - tall,
          width,
          tall,
          c.linear(
            [
              [0, mix(colour, '#ffffff', 0.12)],
              [1, mix(colour, '#2a1528', 0.5)],
            ],
            0,
            0,
            1,
            0,
          ),
        )
        c.rect(x, y - tall * 0.84, width, 4 * u, mix(colour, '#fff0c8', 0.65))
        c.rect(x, y - tall * 0.2, width, 3 * u, mix(colour, '#fff0c8', 0.5))
      })
      x += width + (lean ? 20 * u : 1.4 * u)
    }
    c.rect(from - 8 * u, y, to - from + 16 * u, 12 * u, '#b0764a')
  }
  c.rect(0, h * 0.685, w, h * 0.18, '#1f1424')
  shelf(h * 0.765, 62 * u, -10, w + 10)
  shelf(h * 0.85, 56 * u, -10, w + 10)
  const chair = (x: number, s: number): void =>
    c.group({ transform: `translate(${x} ${h * 0.965}) scale(${s * u})` }, () => {
      c.ellipse(0, 6, 130, 16, '#150c1a', { opacity: 0.6 })
      c.path(
        'M-88 -60Q-100 -200 -40 -212H40Q100 -200 88 -60Z',
        c.linear([
          [0, '#d9653b'],
          [1, '#8f3432'],
        ]),
      )
      c.path(
        'M-112 -118Q-80 -132 -74 -92V-66H74V-92Q80 -132 112 -118Q124 -60 104 -10H-104Q-124 -60 -112 -118Z',
        c.linear([
          [0, '#e9784a'],
          [1, '#7a2a30'],
        ]),
      )
      c.rect(-74, -84, 148, 34, '#f0926a', { rx: 14 })
      for (const dx of [-84, 76]) c.rect(dx, -12, 10, 20, '#1f1424')
      c.path('M-34 -92L0 -82L34 -92V-122L0 -112L-34 -122Z', '#fff6e0')
    })
  chair(w * (w > h * 2 ? 0.3 : 0.27), 1.1)
  if (w > h * 2) chair(w * 0.72, 1.05)
}
