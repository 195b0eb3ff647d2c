import type { Point, Scene } from '../canvas.ts'
import { curve, mix } from '../shapes.ts'

/** A cello laid across its own sound: strings become waves, waves become water. */
export const cello: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.linear(
      [
        [0, '#0b3c49'],
        [0.55, '#0f5257'],
        [1, '#062a35'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  c.circle(w * 0.24, h * 0.28, 210 * u, '#f2b950')
  const lines = 44
  for (let i = 0; i < lines; i++) {
    const t = i / (lines - 1)
    const points: Point[] = []
    for (let k = 0; k <= 40; k++) {
      const x = (k / 40) * (w + 40) - 20
      const swell = Math.exp(-(((x - w * 0.62) / (w * 0.4)) ** 2))
      const y =
        h * (0.3 + t * 0.78) +
        Math.sin(x / (150 * u) + t * 5.2) * (8 + 34 * swell) * u +
        Math.sin(x / (67 * u) - t * 3) * 7 * u
      points.push([x, y])
    }
    const colour = mix(mix('#f7dca0', '#4fb0a5', Math.min(1, t * 1.7)), '#0b3c49', Math.max(0, t - 0.62) * 1.6)
    if (i === 0) c.path(`${curve(points)}L${w + 20} ${h + 9}L-20 ${h + 9}Z`, '#0b4450', { opacity: 0.86 })
    c.line(curve(points), colour, (1.3 + 2.4 * (1 - t)) * u, { opacity: (0.9 - t * 0.35).toFixed(2) })
  }
  const half: Point[] = [
    [0, -250],
    [58, -246],
    [110, -216],
    [126, -166],
    [120, -118],
    [106, -92],
    [116, -76],
    [112, -70],
    [86, -50],
    [76, -14],
    [86, 24],
    [126, 44],
    [134, 52],
    [132, 62],
    [158, 112],
    [154, 178],
    [112, 230],
    [50, 250],
    [0, 252],
  ]
  const mirrored = [
    ...half,
    ...[...half]
      .reverse()
      .slice(1, -1)
      .map(([x, y]): Point => [-x, y]),
  ]
  const inner = mirrored.map(([x, y]): Point => [x * 0.925, y * 0.94])
  c.group({ transform: `translate(${w * 0.6} ${h * 0.58}) rotate(${w > h * 2 ? 64 : 34}) scale(${1.18 * u})` }, () => {
    c.path(curve(mirrored, true), '#04181f', { opacity: 0.5, transform: 'translate(26 22)', filter: c.blur(14) })
    c.path('M-14 -230L-11 -520H11L14 -230Z', '#3a1712')
    c.path(curve(mirrored, true), '#5d1f14')
    c.path(
      curve(inner, true),
      c.radial(
        [
          [0, '#f0953f'],
          [0.5, '#c95f27'],
          [1, '#80301a'],
        ],
        0.42,
        0.42,
        0.66,
      ),
    )
    c.clip(curve(inner, true), () => {
      for (let i = 0; i < 42; i++)
        c.line(
          `M${-150 + i * 7.4 + random.range(-2, 2)} -250q${random.range(-10, 10)} 250 ${random.range(-5, 5)} 510`,
          '#6d2413',
          1.4,
          { opacity: 0.2 },
        )
      c.ellipse(-62, -130, 40, 100, '#ffd08a', { opacity: 0.28, filter: c.blur(18) })
    })
    for (const side of [-1, 1]) {
      c.line(
        `M${side * 52} -36C${side * 30} -52 ${side * 40} -14 ${side * 58} 26S${side * 92} 84 ${side * 70} 74`,
        '#240b09',
        8,
      )
      c.circle(side * 50, -30, 8, '#240b09')
      c.circle(side * 74, 68, 9, '#240b09')
    }
    c.path(
      'M-15 -512L-21 -8H21L15 -512Z',
      c.linear(
        [
          [0, '#2b1210'],
          [0.5, '#4d2c24'],
          [1, '#1a0a0a'],
        ],
        0,
        0,
        1,
        0,
      ),
    )
    c.path('M-46 44Q-40 26 -24 32Q0 20 24 32Q40 26 46 44L40 54H-40Z', '#e9c48a')
    c.path('M-22 124H22L13 240H-13Z', '#1a0a0a')
    ;[-10.5, -3.5, 3.5, 10.5].forEach((x) => {
      c.line(`M${x * 0.9} -520L${x * 1.7} 36L${x * 1.25} 130`, '#fff3d9', 1.9)
    })
    c.path('M-18 -510Q-26 -560 -20 -600Q0 -622 20 -600Q26 -560 18 -510Z', '#4d1d14')
    c.circle(0, -612, 19, '#5d1f14')
    c.circle(0, -612, 8, '#c95f27')
    for (const [side, y] of [
      [-1, -540],
      [1, -556],
      [-1, -576],
      [1, -588],
    ] as const) {
      c.line(`M0 ${y}H${side * 46}`, '#240b09', 7)
      c.circle(side * 50, y, 9, '#3a1712')
    }
  })
}
