import type { Point, Scene } from '../canvas.ts'
import { blade, curve, ground, polyline, sky, skyline, sun } from '../shapes.ts'

/** A tidal creek winding through a marsh at dusk, and a slim mast that listens. */
export const saltmarsh: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#2b2d5e'],
    [0.25, '#6a4c86'],
    [0.42, '#d9737b'],
    [0.54, '#ffc27d'],
    [0.6, '#ffe3a8'],
  ])
  const mastX = w * 0.68
  const mastTop = h * 0.2
  sun(c, w * 0.32, h * 0.515, 62 * u, '#fff2cf', 5, 0.7)
  for (let i = 1; i <= 7; i++) {
    const r = i * 62 * u
    for (const [from, to] of [
      [-0.62, 0.62],
      [Math.PI - 0.62, Math.PI + 0.62],
    ] as const) {
      const d = `M${mastX + Math.cos(from) * r} ${mastTop + Math.sin(from) * r}A${r} ${r} 0 0 1 ${mastX + Math.cos(to) * r} ${mastTop + Math.sin(to) * r}`
      c.line(d, '#ffe9c9', (5.4 - i * 0.45) * u, { opacity: (0.85 - i * 0.105).toFixed(2) })
    }
  }
  for (const [y, colour, foot] of [
    [0.545, '#a0607f', '#e79a84'],
    [0.57, '#6f4a75', '#b8697a'],
  ] as const) {
    c.path(
      ground(c, skyline(c, h * y, 13 * u, w / 2.3, 4, 0.5)),
      c.linear([
        [0, colour],
        [0.22, foot],
      ]),
    )
  }
  c.rect(
    0,
    h * 0.595,
    w,
    h * 0.41,
    c.linear([
      [0, '#7d6a5c'],
      [0.14, '#5d6a52'],
      [0.5, '#34533f'],
      [1, '#142f2d'],
    ]),
  )
  // the creek, wider the nearer it comes, carries the sky's colours
  const left: Point[] = []
  const right: Point[] = []
  for (let i = 0; i <= 26; i++) {
    const t = i / 26
    const depth = t * t
    const middle = w * 0.36 + Math.sin(t * 7.4 + 0.4) * w * 0.12 * (0.12 + t) + t * w * 0.06
    const half = (7 + depth * 240) * u
    left.push([middle - half, h * (0.6 + depth * 0.42)])
    right.push([middle + half, h * (0.6 + depth * 0.42)])
  }
  const creek = `${curve(left)}L${curve([...right].reverse()).slice(1)}Z`
  c.path(creek, '#0f2528', { opacity: 0.5, transform: `translate(0 ${10 * u})` })
  c.path(
    creek,
    c.linear([
      [0, '#ffe3a8'],
      [0.14, '#ffb877'],
      [0.42, '#d9737b'],
      [0.8, '#6a4c86'],
      [1, '#2f2f62'],
    ]),
  )
  c.clip(creek, () => {
    for (let i = 0; i < 34; i++) {
      const y = h * (0.62 + random.next() ** 0.7 * 0.38)
      const length = random.range(40, 190) * u
      const x = w * random.range(0.2, 0.62)
      c.line(`M${x} ${y}h${length}`, '#fff0cf', random.range(1, 3) * u, { opacity: random.range(0.12, 0.4).toFixed(2) })
    }
  })
  const tufts: [number, number][] = []
  for (let i = 0; i < 420; i++) tufts.push([random.range(-20 * u, w + 20 * u), 0.605 + random.next() ** 1.4 * 0.4])
  tufts.sort((a, b) => a[1] - b[1])
  c.line(`M${mastX} ${mastTop}V${h * 0.76}`, '#241f3d', 7 * u)
  for (const [dx, y] of [
    [-130, 0.745],
    [150, 0.75],
    [40, 0.79],
  ] as const)
    c.line(`M${mastX} ${mastTop + 60 * u}L${mastX + dx * u} ${h * y}`, '#241f3d', 1.6 * u, { opacity: 0.75 })
  for (const [y, half] of [
    [34, 46],
    [64, 34],
    [94, 22],
  ] as const)
    c.line(`M${mastX - half * u} ${mastTop + y * u}h${half * 2 * u}`, '#241f3d', 5 * u)
  c.path(
    polyline(
      [
        [mastX - 58 * u, h * 0.585],
        [mastX + 8 * u, h * 0.56],
        [mastX + 8 * u, h * 0.62],
        [mastX - 58 * u, h * 0.645],
      ],
      true,
    ),
    c.linear(
      [
        [0, '#5f7fb8'],
        [1, '#2a3566'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  c.circle(mastX, mastTop, 10 * u, '#fff6dd')
  c.circle(
    mastX,
    mastTop,
    52 * u,
    c.radial([
      [0, '#fff2cf', 0.8],
      [1, '#fff2cf', 0],
    ]),
  )
  for (const [x, t] of tufts) {
    const y = h * t
    const size = (t - 0.56) * 2.6
    const creekMiddle =
      w * 0.36 +
      Math.sin(Math.sqrt((t - 0.6) / 0.42) * 7.4 + 0.4) * w * 0.12 * (0.12 + Math.sqrt((t - 0.6) / 0.42)) +
      Math.sqrt((t - 0.6) / 0.42) * w * 0.06
    if (Math.abs(x - creekMiddle) < (16 + ((t - 0.6) / 0.42) * 250) * u) continue
    const colour = random.pick(['#8f8a55', '#5f7a4c', '#3d6147', '#b59a5a', '#264a3c', '#a8705a'])
    for (let k = 0; k < 4; k++)
      c.path(
        blade(
          x + random.range(-14, 14) * u * size,
          y,
          random.range(24, 70) * u * size,
          random.range(-18, 22) * u * size,
          5 * u * size,
        ),
        colour,
      )
  }
}
