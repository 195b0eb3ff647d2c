import type { Scene } from '../canvas.ts'
import { mix, sky, stars } from '../shapes.ts'

/** A city after midnight, windows lit here and there, the last bus crossing the bridge. */
export const nightCity: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#0d0b2b'],
    [0.4, '#2a1a5e'],
    [0.62, '#6b2d73'],
    [0.75, '#c8506f'],
  ])
  stars(c, 110, h * 0.4)
  c.circle(
    w * 0.76,
    h * 0.24,
    260 * u,
    c.radial([
      [0, '#ffd9b0', 0.4],
      [1, '#ff9a8a', 0],
    ]),
  )
  c.circle(
    w * 0.76,
    h * 0.24,
    76 * u,
    c.linear([
      [0, '#fff1d8'],
      [1, '#ffc39a'],
    ]),
  )
  const floor = h * 0.74
  const layers = [
    ['#8a3b78', 0.42, 46, 84],
    ['#552a70', 0.36, 60, 110],
    ['#2b1b52', 0.3, 74, 140],
    ['#160f38', 0.24, 90, 170],
  ] as const
  layers.forEach(([colour, reach, narrow, wide], row) => {
    for (let x = -random.range(0, 60) * u; x < w; ) {
      const width = random.range(narrow, wide) * u
      const height = h * reach * random.range(0.45, 1.15) + (3 - row) * 12 * u
      const y = floor - height
      c.rect(
        x,
        y,
        width + 1,
        height + 4,
        c.linear([
          [0, colour],
          [1, mix(colour, '#c8506f', row < 2 ? 0.45 : 0.12)],
        ]),
      )
      const roof = random.next()
      if (roof < 0.25) c.line(`M${x + width / 2} ${y}v${-random.range(26, 70) * u}`, colour, 4 * u)
      else if (roof < 0.45) c.path(`M${x} ${y}L${x + width / 2} ${y - 34 * u}L${x + width} ${y}Z`, colour)
      else if (roof < 0.6) c.rect(x + width * 0.2, y - 20 * u, width * 0.45, 22 * u, colour)
      else if (roof < 0.7) c.path(`M${x} ${y + 1}A${width / 2} ${width * 0.38} 0 0 1 ${x + width} ${y + 1}Z`, colour)
      if (row > 0) {
        const step = (12 + row * 4.5) * u
        for (let wx = x + step * 0.7; wx < x + width - step * 0.9; wx += step) {
          for (let wy = y + step; wy < floor - step; wy += step * 1.35) {
            if (random.chance(0.3))
              c.rect(
                wx,
                wy,
                step * 0.48,
                step * 0.72,
                random.pick(['#ffd27a', '#ffb35c', '#fff0b8', '#ff8f6b', '#7fd6d0']),
                { opacity: random.range(0.55, 1).toFixed(2) },
              )
          }
        }
      }
      x += width + random.range(0, 10) * u
    }
  })
  c.rect(
    0,
    floor,
    w,
    h - floor,
    c.linear([
      [0, '#4a1f5c'],
      [0.3, '#221347'],
      [1, '#0a0822'],
    ]),
  )
  for (let i = 0; i < 120; i++) {
    const y = floor + random.next() ** 1.5 * (h - floor)
    c.line(
      `M${random.range(0, w)} ${y}h${random.range(14, 90) * u}`,
      random.pick(['#ffd27a', '#ff8f6b', '#c8506f', '#7fd6d0']),
      random.range(1.5, 4) * u,
      { opacity: random.range(0.12, 0.5).toFixed(2) },
    )
  }
  const deck = h * 0.83
  for (let x = w * 0.04; x < w; x += 250 * u) c.path(`M${x} ${deck}h${26 * u}V${h}h${-26 * u}Z`, '#090720')
  c.rect(0, deck, w, 20 * u, '#0b0926')
  for (let x = 0; x < w; x += 22 * u) c.line(`M${x} ${deck - 20 * u}v${20 * u}`, '#0b0926', 3 * u)
  c.rect(0, deck - 24 * u, w, 5 * u, '#0b0926')
  for (let x = w * 0.1; x < w; x += 330 * u) {
    c.line(`M${x} ${deck}v${-150 * u}q0 ${-26 * u} ${34 * u} ${-26 * u}`, '#0b0926', 6 * u)
    c.circle(
      x + 38 * u,
      deck - 172 * u,
      90 * u,
      c.radial([
        [0, '#ffe7ad', 0.65],
        [1, '#ffcf7d', 0],
      ]),
    )
    c.circle(x + 38 * u, deck - 172 * u, 9 * u, '#fff3cf')
  }
  c.group({ transform: `translate(${w * 0.3} ${deck - 4 * u}) scale(${1.12 * u})` }, () => {
    c.path(
      'M330 -60L640 -6V22L330 -34Z',
      c.linear(
        [
          [0, '#ffe7ad', 0.7],
          [1, '#ffe7ad', 0],
        ],
        0,
        0,
        1,
        0,
      ),
    )
    c.rect(
      0,
      -142,
      334,
      128,
      c.linear([
        [0, '#f2553d'],
        [0.5, '#d83a45'],
        [1, '#7f1f4a'],
      ]),
      { rx: 20 },
    )
    c.rect(0, -66, 334, 8, '#ffe7c4')
    for (let i = 0; i < 5; i++) {
      c.rect(
        16 + i * 52,
        -128,
        44,
        52,
        c.linear([
          [0, '#fff6d0'],
          [1, '#ffc766'],
        ]),
        { rx: 6 },
      )
      if (i === 1 || i === 3) c.path(`M${26 + i * 52} -76v-12q0 -8 10 -10a11 11 0 1 1 8 0q10 2 10 10v12Z`, '#6b2347')
    }
    c.rect(
      278,
      -128,
      48,
      62,
      c.linear([
        [0, '#fff6d0'],
        [1, '#ffc766'],
      ]),
      { rx: 8 },
    )
    for (const x of [66, 258]) {
      c.circle(x, -14, 27, '#0b0926')
      c.circle(x, -14, 12, '#b8a9c9')
    }
    c.circle(328, -38, 8, '#fff6d0')
  })
}
