import type { Scene } from '../canvas.ts'
import { mix } from '../shapes.ts'

/** A machine that only writes: paper-like screen above, round keys below. */
export const writingMachine: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(0, 0, w, h, '#f3b23e')
  c.path(`M0 ${h}L${w} ${h * 0.2}V${h}Z`, '#ef8f3a')
  c.circle(w * 0.5, h * 0.44, 350 * u, '#f9d98a')
  if (w > h * 2) {
    c.circle(w * 0.12, h * 0.4, 120 * u, '#d9502f')
    c.path(`M${w * 0.8} ${h * 0.72}l${150 * u} ${-260 * u}l${150 * u} ${260 * u}Z`, '#1f5f6b')
    for (let k = 0; k < 7; k++) c.line(`M${w * 0.2 + k * 26 * u} ${h * 0.12}v${110 * u}`, '#fff3d9', 8 * u)
  } else {
    c.circle(w * 0.12, h * 0.2, 74 * u, '#d9502f')
    for (let k = 0; k < 6; k++) c.line(`M${w * 0.82 + k * 24 * u} ${h * 0.1}v${90 * u}`, '#fff3d9', 8 * u)
  }
  c.group({ transform: `translate(${w * 0.5} ${h * 0.54}) scale(${1.16 * u})` }, () => {
    c.path('M-400 250L-330 20H330L400 250Q400 290 360 290H-360Q-400 290 -400 250Z', '#7a2f1f', {
      opacity: 0.35,
      transform: 'translate(34 26)',
    })
    // the screen stands up behind the keys
    c.rect(
      -262,
      -306,
      524,
      352,
      c.linear([
        [0, '#1f6b73'],
        [1, '#134a55'],
      ]),
      { rx: 34 },
    )
    c.rect(-236, -280, 472, 292, '#0d343d', { rx: 18 })
    c.rect(
      -228,
      -272,
      456,
      276,
      c.linear(
        [
          [0, '#f7f2e4'],
          [1, '#e3dccb'],
        ],
        0,
        0,
        1,
        1,
      ),
      { rx: 12 },
    )
    let y = -236
    for (const words of [
      [0.42],
      [],
      [0.18, 0.11, 0.25, 0.2],
      [0.3, 0.09, 0.16, 0.24],
      [0.12, 0.22, 0.19, 0.16],
      [0.24, 0.31],
      [],
      [0.16, 0.28, 0.13, 0.2],
      [0.21, 0.1],
    ]) {
      let x = -190
      for (const word of words) {
        c.rect(x, y, word * 400, words.length === 1 ? 15 : 10, words.length === 1 ? '#22343a' : '#4a5a5e', { rx: 5 })
        x += word * 400 + 12
      }
      if (y > 0 - 40) c.rect(x, y - 8, 5, 26, '#d9502f')
      y += words.length === 0 ? 14 : 28
    }
    c.path('M-228 -272H60L-120 4H-228Z', '#ffffff', { opacity: 0.16 })
    c.path(
      'M-346 36H346L398 246Q404 286 362 286H-362Q-404 286 -398 246Z',
      c.linear([
        [0, '#2b8a8c'],
        [0.18, '#1f6b73'],
        [1, '#154f5b'],
      ]),
    )
    c.path('M-346 36H346L350 52H-350Z', '#7cc8bd', { opacity: 0.7 })
    c.path('M-398 246Q-404 286 -362 286H362Q404 286 398 246L399 262Q404 306 362 306H-362Q-404 306 -399 262Z', '#0c3540')
    const rows: [number, number, number, number][] = [
      [78, 11, 296, 19],
      [128, 11, 318, 21],
      [180, 10, 318, 22.5],
    ]
    rows.forEach(([rowY, count, half, r], row) => {
      for (let k = 0; k < count; k++) {
        const x = -half + (2 * half * k) / (count - 1)
        const colour = row === 1 && k === 10 ? '#d9502f' : row === 0 && k === 0 ? '#f3b23e' : '#fbf3e0'
        c.ellipse(x, rowY + 7, r + 1, r * 0.84, '#0a2e38')
        c.ellipse(x, rowY, r, r * 0.82, mix(colour, '#3a2a1a', 0.25))
        c.ellipse(x, rowY - 4, r * 0.92, r * 0.72, colour)
        if (random.chance(0.6)) c.rect(x - r * 0.22, rowY - 7, r * 0.44, 5, '#7a8a88', { rx: 2.5 })
      }
    })
    c.rect(-190, 224, 380, 34, '#0a2e38', { rx: 17 })
    c.rect(-190, 218, 380, 33, '#fbf3e0', { rx: 16.5 })
    for (const [x, colour] of [
      [-300, '#f3b23e'],
      [-250, '#fbf3e0'],
      [250, '#fbf3e0'],
      [300, '#d9502f'],
    ] as const) {
      c.ellipse(x, 242, 22, 18, '#0a2e38')
      c.ellipse(x, 234, 21, 17, colour)
    }
  })
}
