import type { Point, Scene } from '../canvas.ts'
import { curve, undulation } from '../shapes.ts'

/** A four seen from straight above, its puddles trailing behind on dark water. */
export const rowing: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.linear(
      [
        [0, '#0f6f78'],
        [0.5, '#0b5566'],
        [1, '#083a50'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  const swell = undulation(random, 3, 0.5)
  for (let i = 0; i < 62; i++) {
    const y = (i / 61) * h * 1.2 - h * 0.1
    const points = Array.from({ length: 24 }, (_, k): Point => {
      const x = (k / 23) * (w + 40) - 20
      return [x, y + swell(x / (260 * u) + i * 0.21) * 22 * u + Math.sin(x / (58 * u) + i * 1.7) * 4 * u]
    })
    c.line(curve(points), i % 3 ? '#3fa6a3' : '#7fd0c2', random.range(1, 2.8) * u, {
      opacity: random.range(0.1, 0.34).toFixed(2),
      'stroke-dasharray': `${random.range(40, 190) * u} ${random.range(20, 120) * u}`,
    })
  }
  c.ellipse(
    w * 0.78,
    h * 0.16,
    340 * u,
    200 * u,
    c.radial([
      [0, '#fff2c4', 0.5],
      [1, '#fff2c4', 0],
    ]),
  )
  const tilt = w > h * 2 ? -7 : -24
  c.group(
    { transform: `translate(${w * 0.52} ${h * 0.52}) rotate(${tilt}) scale(${(w > h * 2 ? 1.42 : 1.06) * u})` },
    () => {
      c.path('M-560 0Q-900 -70 -1500 -200M-560 0Q-900 70 -1500 200', 'none', {
        stroke: '#d6f5ea',
        'stroke-width': 5,
        opacity: 0.35,
      })
      for (let stroke = 1; stroke <= 3; stroke++) {
        for (const [sx, side] of [
          [-255, -1],
          [-95, 1],
          [65, -1],
          [225, 1],
        ] as const) {
          const px = sx - 70 - stroke * 330
          const fade = 0.55 - stroke * 0.13
          for (const r of [46, 31, 17])
            c.ellipse(px, side * 232, r * (1 + stroke * 0.22), r * 0.72 * (1 + stroke * 0.22), 'none', {
              stroke: '#e6fbf2',
              'stroke-width': 3.4,
              opacity: fade.toFixed(2),
            })
        }
      }
      c.path('M-560 18Q0 74 560 18Q0 54 -560 18Z', '#04222f', {
        opacity: 0.55,
        transform: 'translate(16 34)',
        filter: c.blur(7),
      })
      for (const [x, side] of [
        [-255, -1],
        [-95, 1],
        [65, -1],
        [225, 1],
      ] as const) {
        c.line(`M${x + 26} ${side * 34 + 22}L${x - 54} ${side * 232 + 26}`, '#04222f', 8, { opacity: 0.35 })
      }
      c.path(
        'M-570 0Q-300 -36 0 -37T570 0Q300 36 0 37T-570 0Z',
        c.linear([
          [0, '#fff7e2'],
          [0.5, '#f2c46a'],
          [1, '#c9813a'],
        ]),
      )
      c.path('M-560 0Q-300 -24 0 -25T560 0Q300 24 0 25T-560 0Z', '#7a3b26')
      for (const canvas of ['M-570 0Q-440 -20 -330 -28V28Q-440 20 -570 0Z', 'M570 0Q440 -20 320 -29V29Q440 20 570 0Z'])
        c.path(
          canvas,
          c.linear([
            [0, '#fff7e2'],
            [1, '#e8a94f'],
          ]),
        )
      const shirts = ['#e4572e', '#fff3d9', '#e4572e', '#fff3d9']
      ;(
        [
          [-255, -1],
          [-95, 1],
          [65, -1],
          [225, 1],
        ] as const
      ).forEach(([x, side], i) => {
        c.line(`M${x + 4} ${side * 8}L${x + 26} ${side * 40}`, '#2a1a1a', 5)
        c.line(`M${x + 40} ${side * -10}L${x - 50} ${side * 214}`, '#f4e3c0', 6.5)
        c.path(
          'M-9 -36Q-18 0 -9 38Q9 44 17 34V-32Q8 -42 -9 -36Z',
          c.linear([
            [0, '#e4572e'],
            [0.55, '#e4572e'],
            [0.56, '#fff3d9'],
            [1, '#fff3d9'],
          ]),
          { transform: `translate(${x - 52} ${side * 226}) rotate(${side * -22})` },
        )
        c.line(`M${x - 22} -17L${x + 46} ${side * -20 + 6}M${x - 22} 17L${x + 40} ${side * -6 + 8}`, '#d9a27e', 11)
        c.line(`M${x - 10} -9H${x + 74}M${x - 10} 9H${x + 74}`, '#1c2b3a', 12)
        c.ellipse(x - 20, 0, 22, 32, shirts[i] as string)
        c.circle(x - 14, 0, 16, ['#3a2418', '#8a5a2e', '#1f1512', '#c9975a'][i] as string)
      })
      c.circle(470, 0, 5, '#e4572e')
    },
  )
}
