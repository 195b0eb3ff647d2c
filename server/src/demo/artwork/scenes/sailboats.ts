import type { Scene } from '../canvas.ts'
import { sky, sun } from '../shapes.ts'

/** Small sailing boats among scalloped waves, in the manner of a woodblock print. */
export const sailboats: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#f2c14e'],
    [0.4, '#f7d98b'],
    [0.62, '#fbeed0'],
  ])
  sun(c, w * 0.72, h * 0.3, 120 * u, '#e4572e', 2.2, 0.35)
  for (let i = 0; i < 5; i++) {
    const [x, y, length] = [random.range(0, w), h * random.range(0.1, 0.45), random.range(140, 300) * u]
    c.rect(x - length / 2, y, length, 13 * u, '#fff8e6', { rx: 6.5 * u, opacity: 0.85 })
    c.rect(x - length * 0.2, y + 20 * u, length * 0.8, 13 * u, '#fff8e6', { rx: 6.5 * u, opacity: 0.85 })
  }
  const boat = (x: number, y: number, s: number, sail: string, jib: string): void => {
    c.group({ transform: `translate(${x} ${y}) rotate(${random.range(-6, 5).toFixed(1)}) scale(${s})` }, () => {
      c.path('M-4 -8V-250L-112 -34Q-50 -16 -4 -28Z', sail)
      c.path('M-4 -120V-250L-64 -130Q-30 -112 -4 -120Z', '#ffffff', { opacity: 0.16 })
      c.path('M8 -236Q70 -120 106 -34Q50 -18 8 -30Z', jib)
      c.rect(-3, -262, 7, 262, '#5a3a28')
      c.path(
        'M-118 -10H126Q108 46 62 50H-72Q-104 40 -118 -10Z',
        c.linear([
          [0, '#a8562f'],
          [1, '#6b2f22'],
        ]),
      )
      c.path('M-118 -10H126L121 4H-113Z', '#fbeed0')
      for (const y2 of [16, 30]) c.line(`M-100 ${y2}H104`, '#4d2018', 2, { opacity: 0.6 })
    })
  }
  const palettes = [
    ['#2e86ab', '#d9f0f4'],
    ['#1f6f97', '#bfe3ea'],
    ['#175a82', '#9fd3df'],
    ['#10466b', '#82c0d2'],
    ['#0b3554', '#64a9c2'],
    ['#08263f', '#4b8fae'],
  ] as const
  palettes.forEach(([fill, foam], row) => {
    const r = (52 + row * 15) * u
    const y = h * (0.56 + row * 0.085)
    const shift = random.range(0, r)
    if (row === 1) boat(w * random.range(0.2, 0.26), y - 34 * u, 0.62 * u, '#fff8e6', '#e4572e')
    if (row === 2) boat(w * random.range(0.62, 0.67), y - 62 * u, 1.2 * u, '#e4572e', '#fff8e6')
    if (row === 3) boat(w * random.range(0.34, 0.4), y - 46 * u, 0.95 * u, '#f2c14e', '#fff8e6')
    for (let x = -r * 2 + shift; x < w + r * 2; x += r * 1.72) {
      c.circle(x, y + r * 0.62, r, fill)
      for (const [k, o] of [
        [0.9, 0.95],
        [0.7, 0.7],
        [0.5, 0.45],
        [0.3, 0.3],
      ] as const) {
        const q = r * k
        c.line(`M${x - q} ${y + r * 0.62}A${q} ${q} 0 0 1 ${x + q} ${y + r * 0.62}`, foam, (2.2 + row * 0.5) * u, {
          opacity: o,
        })
      }
    }
    c.rect(0, y + r * 0.62, w, h, fill)
  })
}
