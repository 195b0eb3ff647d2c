import type { Point, Scene } from '../canvas.ts'
import { mix, polyline, undulation } from '../shapes.ts'

/** A board of hexagonal tiles: deep water, sandbanks, woods and peaks, half of it still to be drawn. */
export const hexIslands: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.linear(
      [
        [0, '#f5dfc0'],
        [1, '#e2a978'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  const r = 62 * u
  const [a, b] = [undulation(random, 3, 0.6), undulation(random, 3, 0.6)]
  const height = (x: number, y: number): number => {
    const raw = 0.5 + 0.34 * a(x / (250 * u) + y / (420 * u)) + 0.32 * b(y / (210 * u) - x / (380 * u))
    const edge = Math.max(Math.abs(x - w / 2) / (w * 0.5), Math.abs(y - h / 2) / (h * 0.58))
    return raw - Math.max(0, edge - 0.55) * 0.75
  }
  const hex = (x: number, y: number, k = 1): Point[] =>
    Array.from(
      { length: 6 },
      (_, i): Point => [x + Math.cos((i * Math.PI) / 3) * r * k, y + Math.sin((i * Math.PI) / 3) * r * 0.58 * k],
    )
  const slabs: { x: number; y: number; z: number }[] = []
  for (let column = -1; column * r * 1.5 < w + r; column++) {
    for (let row = -1; row * r * 1.005 < h + r * 2; row++) {
      const x = column * r * 1.5
      const y = row * r * 1.005 + (column % 2 ? r * 0.5 : 0)
      slabs.push({ x, y, z: height(x, y) })
    }
  }
  slabs.sort((one, two) => one.y - two.y)
  for (const { x, y, z } of slabs) {
    if (z < 0.03) {
      c.path(polyline(hex(x, y + 30 * u, 0.95), true), 'none', {
        stroke: '#a8693f',
        'stroke-width': 1.6 * u,
        'stroke-dasharray': `${5 * u} ${6 * u}`,
        opacity: 0.5,
      })
      continue
    }
    const kind = z < 0.24 ? 0 : z < 0.42 ? 1 : z < 0.5 ? 2 : z < 0.64 ? 3 : z < 0.8 ? 4 : 5
    const top = ['#14506b', '#2a8c9c', '#f0d193', '#9dbf62', '#4d8b57', '#b9b4ac'][kind] as string
    const lift = [0, 5, 16, 28, 40, 58][kind] as number
    const shade = random.range(-0.06, 0.08)
    const colour = shade > 0 ? mix(top, '#ffffff', shade) : mix(top, '#10303a', -shade)
    const points = hex(x, y - lift * u, 0.975)
    const depth = (lift + 34) * u
    const [right, lowRight, lowLeft, left] = [points[0], points[1], points[2], points[3]] as [
      Point,
      Point,
      Point,
      Point,
    ]
    const wall = (from: Point, to: Point, dark: number): void =>
      c.path(
        polyline([from, to, [to[0], to[1] + depth], [from[0], from[1] + depth]], true),
        mix(colour, '#2a1a20', dark),
      )
    wall(right, lowRight, 0.6)
    wall(lowRight, lowLeft, 0.42)
    wall(lowLeft, left, 0.26)
    c.path(polyline(points, true), colour)
    c.line(polyline([left, points[4] as Point, points[5] as Point, right]), mix(colour, '#ffffff', 0.5), 1.8 * u, {
      opacity: 0.7,
    })
    const cy = y - lift * u
    if (kind <= 1)
      for (let i = 0; i < 2; i++)
        c.line(
          `M${x - random.range(8, 30) * u} ${cy + (i * 16 - 8) * u}q${7 * u} ${-7 * u} ${14 * u} 0t${14 * u} 0`,
          '#bfe6e4',
          2 * u,
          { opacity: kind ? 0.75 : 0.35 },
        )
    if (kind === 3 && random.chance(0.45)) cottage(x, cy)
    else if (kind === 3 || kind === 4)
      for (let i = 0; i < (kind === 4 ? 5 : 2); i++)
        tree(x + random.range(-34, 34) * u, cy + (i * 7 - 14) * u, random.range(26, 40) * u)
    if (kind === 5) {
      const p = random.range(66, 96) * u
      c.path(
        polyline(
          [
            [x - 42 * u, cy + 14 * u],
            [x - 4 * u, cy - p],
            [x + 8 * u, cy + 22 * u],
          ],
          true,
        ),
        '#8f8c94',
      )
      c.path(
        polyline(
          [
            [x + 8 * u, cy + 22 * u],
            [x - 4 * u, cy - p],
            [x + 42 * u, cy + 12 * u],
          ],
          true,
        ),
        '#5d5a70',
      )
      c.path(
        polyline(
          [
            [x - 17 * u, cy - p * 0.58],
            [x - 4 * u, cy - p],
            [x + 11 * u, cy - p * 0.6],
            [x + 1 * u, cy - p * 0.5],
            [x - 6 * u, cy - p * 0.64],
          ],
          true,
        ),
        '#fffaf2',
      )
    }
    if (kind === 1 && random.chance(0.07)) {
      c.path(`M${x - 22 * u} ${cy}h${44 * u}l${-9 * u} ${12 * u}h${-27 * u}Z`, '#7a3b2a')
      c.path(`M${x - 1 * u} ${cy - 4 * u}v${-44 * u}l${-20 * u} ${38 * u}Z`, '#fff4de')
      c.path(`M${x + 2 * u} ${cy - 4 * u}v${-44 * u}l${17 * u} ${40 * u}Z`, '#d9533b')
    }
  }
  function tree(x: number, y: number, s: number): void {
    const colour = random.pick(['#2f6b4a', '#3f7f4f', '#27584a', '#c9792f'])
    c.path(
      polyline(
        [
          [x - s * 0.32, y],
          [x, y - s * 1.5],
          [x, y + s * 0.1],
        ],
        true,
      ),
      mix(colour, '#ffe9a8', 0.22),
    )
    c.path(
      polyline(
        [
          [x + s * 0.32, y],
          [x, y - s * 1.5],
          [x, y + s * 0.1],
        ],
        true,
      ),
      mix(colour, '#0c2430', 0.25),
    )
  }
  function cottage(x: number, y: number): void {
    c.path(
      polyline(
        [
          [x - 18 * u, y],
          [x - 18 * u, y - 16 * u],
          [x, y - 8 * u],
          [x, y + 9 * u],
        ],
        true,
      ),
      '#fff1d8',
    )
    c.path(
      polyline(
        [
          [x, y + 9 * u],
          [x, y - 8 * u],
          [x + 20 * u, y - 18 * u],
          [x + 20 * u, y - 2 * u],
        ],
        true,
      ),
      '#d9b793',
    )
    c.path(
      polyline(
        [
          [x - 22 * u, y - 14 * u],
          [x - 2 * u, y - 34 * u],
          [x + 22 * u, y - 40 * u],
          [x + 2 * u, y - 5 * u],
        ],
        true,
      ),
      '#c9482f',
    )
  }
}
