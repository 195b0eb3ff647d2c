import type { Scene } from '../canvas.ts'
import { mix } from '../shapes.ts'

/** A work coat laid flat with its mends showing, threads and buttons beside it. */
export const fieldCoat: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.linear(
      [
        [0, '#e9dcc5'],
        [1, '#d3bd9b'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  for (let x = 0; x < w; x += 13 * u) c.line(`M${x} 0V${h}`, '#c4ab86', 1 * u, { opacity: 0.35 })
  for (let y = 0; y < h; y += 13 * u) c.line(`M0 ${y}H${w}`, '#fff6e4', 1 * u, { opacity: 0.4 })
  const wool = '#2f5d50'
  const body = 'M-92 -262Q0 -222 92 -262L168 -226L196 -60L186 280Q0 306 -186 280L-196 -60L-168 -226Z'
  const sleeve = (side: number): string =>
    `M${side * 150} -236Q${side * 212} -206 ${side * 238} -110L${side * 330} 196L${side * 254} 226L${side * 178} 20Z`
  const check = (d: string, turn: number): void =>
    c.clip(d, () => {
      c.group({ transform: `rotate(${turn})` }, () => {
        for (let k = -460; k < 460; k += 46) {
          c.rect(k, -460, 9, 920, '#17382f', { opacity: 0.5 })
          c.rect(k + 22, -460, 2.4, 920, '#e9b04a', { opacity: 0.55 })
          c.rect(-460, k, 920, 9, '#17382f', { opacity: 0.5 })
          c.rect(-460, k + 22, 920, 2.4, '#d9653b', { opacity: 0.5 })
        }
      })
    })
  c.group({ transform: `translate(${w * 0.5} ${h * 0.5}) rotate(-5) scale(${1.2 * u})` }, () => {
    for (const d of [sleeve(-1), sleeve(1), body]) c.path(d, '#5a3f28', { opacity: 0.4, transform: 'translate(14 18)' })
    for (const side of [-1, 1]) {
      c.path(
        sleeve(side),
        c.linear([
          [0, mix(wool, '#ffffff', 0.08)],
          [1, mix(wool, '#0c1a18', 0.3)],
        ]),
      )
      check(sleeve(side), side * -18)
      c.path(`M${side * 318} 158L${side * 330} 196L${side * 254} 226L${side * 240} 190Z`, '#8a5a34')
      c.line(`M${side * 314} 166L${side * 244} 194`, '#f2d9a4', 2, { 'stroke-dasharray': '7 5' })
      c.path(`M${side * 226} 6L${side * 264} -8L${side * 286} 66L${side * 248} 80Z`, side < 0 ? '#d9653b' : '#8a5a34')
      c.path(`M${side * 230} 10L${side * 260} -1L${side * 279} 62L${side * 251} 73Z`, 'none', {
        stroke: '#fff3d9',
        'stroke-width': 2.2,
        'stroke-dasharray': '6 5',
      })
    }
    c.path(
      body,
      c.linear(
        [
          [0, mix(wool, '#ffffff', 0.12)],
          [0.5, wool],
          [1, mix(wool, '#0c1a18', 0.28)],
        ],
        0,
        0,
        1,
        1,
      ),
    )
    check(body, 0)
    c.path('M-92 -262Q0 -222 92 -262L70 -206Q0 -176 -70 -206Z', '#e9b04a')
    for (let k = -70; k <= 70; k += 14) c.line(`M${k} -232V-190`, '#b87f2a', 2, { opacity: 0.6 })
    for (const side of [-1, 1]) {
      c.path(
        `M${side * 100} -266Q${side * 130} -236 ${side * 118} -172L${side * 14} -122L${side * 60} -212Z`,
        '#8a5a34',
      )
      c.path(`M${side * 98} -254Q${side * 118} -232 ${side * 108} -180L${side * 32} -142`, 'none', {
        stroke: '#f2d9a4',
        'stroke-width': 2,
        'stroke-dasharray': '7 5',
      })
      const pocket = `M${side * 52} 92H${side * 158}V196Q${side * 105} 216 ${side * 52} 196Z`
      c.path(pocket, '#10241f', { opacity: 0.35, transform: 'translate(4 6)' })
      c.path(pocket, mix(wool, '#ffffff', 0.12))
      c.path(`M${side * 46} 84H${side * 164}V118Q${side * 105} 138 ${side * 46} 118Z`, '#8a5a34')
      c.circle(side * 105, 116, 8, '#f2d9a4')
    }
    c.rect(-17, -132, 34, 424, mix(wool, '#ffffff', 0.06))
    c.line('M-17 -126V292', '#10241f', 2.4, { opacity: 0.7 })
    c.line('M12 -126V290', '#f2d9a4', 1.8, { 'stroke-dasharray': '7 5' })
    for (let k = 0; k < 5; k++) {
      const y = -92 + k * 80
      c.circle(2, y + 3, 14, '#10241f', { opacity: 0.45 })
      c.circle(0, y, 14, k === 3 ? '#d9653b' : '#f2d9a4')
      c.circle(0, y, 10, 'none', { stroke: '#8a5a34', 'stroke-width': 1.6 })
      for (const [dx, dy] of [
        [-4, -4],
        [4, -4],
        [-4, 4],
        [4, 4],
      ] as const)
        c.circle(dx, y + dy, 1.9, '#5a3f28')
    }
    for (let k = 0; k < 6; k++) c.line(`M-134 ${-60 + k * 9}h${48}`, '#e9b04a', 4, { opacity: 0.95 })
    for (let k = 0; k < 6; k++)
      c.line(`M${-130 + k * 8} -68v${62}`, '#d9653b', 3, { opacity: 0.9, 'stroke-dasharray': '7 6' })
  })
  const spool = (x: number, y: number, s: number, colour: string): void => {
    c.group({ transform: `translate(${x} ${y}) rotate(${random.range(-24, 24).toFixed(0)}) scale(${s})` }, () => {
      c.rect(-30, -44, 72, 100, '#5a3f28', { opacity: 0.3, rx: 8 })
      c.rect(-36, -52, 72, 14, '#c99a64', { rx: 5 })
      c.rect(-36, 38, 72, 14, '#a9783f', { rx: 5 })
      c.rect(
        -29,
        -38,
        58,
        76,
        c.linear(
          [
            [0, mix(colour, '#000000', 0.2)],
            [0.4, mix(colour, '#ffffff', 0.3)],
            [1, mix(colour, '#000000', 0.35)],
          ],
          0,
          0,
          1,
          0,
        ),
      )
      for (let k = -34; k < 36; k += 6) c.line(`M-29 ${k}L29 ${k + 4}`, mix(colour, '#000000', 0.3), 1.5)
      c.line('M29 30Q70 60 96 20T170 40', colour, 3)
    })
  }
  const side = w > h * 2 ? [0.06, 0.15, 0.24, 0.78, 0.87, 0.95] : [0.08, 0.1, 0.91, 0.9]
  const colours = ['#d9653b', '#e9b04a', '#2f5d50', '#3f5f8a', '#a8434c', '#f2e3c2']
  side.forEach((at, i) => {
    spool(
      w * at,
      h * (w > h * 2 ? (i % 2 ? 0.3 : 0.72) : i % 2 ? 0.28 : 0.78),
      random.range(0.85, 1.15) * u,
      colours[i % colours.length] as string,
    )
  })
  for (let i = 0; i < 12; i++) {
    const [x, y] = [
      w * (random.chance(0.5) ? random.range(0.02, 0.16) : random.range(0.84, 0.98)),
      h * random.range(0.06, 0.96),
    ]
    const r = random.range(9, 17) * u
    c.circle(x + 3 * u, y + 4 * u, r, '#5a3f28', { opacity: 0.35 })
    c.circle(x, y, r, random.pick(colours))
    for (const [dx, dy] of [
      [-0.25, -0.25],
      [0.25, -0.25],
      [-0.25, 0.25],
      [0.25, 0.25],
    ] as const)
      c.circle(x + dx * r, y + dy * r, r * 0.13, '#3a281a')
  }
}
