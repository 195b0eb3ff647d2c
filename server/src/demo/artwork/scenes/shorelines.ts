import type { Scene } from '../canvas.ts'
import { curve, mix, undulation } from '../shapes.ts'

/** Layers of an old coast cut out of paper, from the open sea to the heights. */
export const shorelines: Scene = (c) => {
  const { w, h, u, random } = c
  const colours = [
    '#0f3d56',
    '#14516b',
    '#1d6a80',
    '#2f8896',
    '#56aaa9',
    '#8ccbbd',
    '#c9e4cb',
    '#f7ecc9',
    '#f3d08f',
    '#e9a866',
    '#d67f4c',
    '#b0583b',
    '#7d3a33',
  ]
  c.rect(0, 0, w, h, colours[0] as string)
  const islands: [number, number, number][] =
    w > h * 2
      ? [
          [0.2, 0.5, 330],
          [0.53, 0.36, 250],
          [0.8, 0.66, 360],
        ]
      : [
          [0.3, 0.37, 370],
          [0.75, 0.72, 350],
          [0.82, 0.16, 190],
        ]
  const shapes = islands.map(([x, y, size]) => ({
    x: x * w,
    y: y * h,
    size: size * u,
    a: undulation(random, 4, 0.62),
    b: undulation(random, 4, 0.62),
    stretch: random.range(0.82, 1.22),
  }))
  for (let level = 1; level < colours.length; level++) {
    const t = level / (colours.length - 1)
    const outlines = shapes
      .filter(({ size }) => size > 220 * u || level < 10)
      .map(({ x, y, size, a, b, stretch }) => {
        const ring = Array.from({ length: 54 }, (_, i) => {
          const angle = (i / 54) * Math.PI * 2
          const uneven = 1 + 0.3 * a(Math.cos(angle) * 1.5 + t * 1.1) + 0.26 * b(Math.sin(angle) * 1.7 - t * 0.9)
          const radius = size * (1.62 - t * 1.5) ** 1.08 * uneven
          return [
            x + Math.cos(angle) * radius * stretch + t * 46 * u,
            y + (Math.sin(angle) * radius) / stretch - t * 30 * u,
          ] as const
        })
        return curve(ring, true)
      })
    const colour = colours[level] as string
    const d = outlines.join('')
    // several thin shadows instead of a blur, which would take most of the picture's time
    for (const k of [1, 2, 3])
      c.path(d, '#062030', { opacity: 0.1, transform: `translate(${3.2 * k * u} ${4.6 * k * u})` })
    c.path(d, colour)
    c.path(d, 'none', { stroke: mix(colour, '#ffffff', 0.45), 'stroke-width': 1.5 * u, opacity: 0.7 })
  }
  for (let i = 0; i < 60; i++) {
    const [x, y] = [random.range(0, w), random.range(0, h)]
    const near = shapes.some((s) => Math.hypot(x - s.x, y - s.y) < s.size * 1.7)
    if (!near) c.line(`M${x} ${y}q${7 * u} ${-6 * u} ${14 * u} 0t${14 * u} 0`, '#8ccbbd', 1.8 * u, { opacity: 0.5 })
  }
  const [x, y, r] = w > h * 2 ? [w * 0.94, h * 0.22, 62 * u] : [w * 0.12, h * 0.84, 66 * u]
  c.circle(x, y, r, 'none', { stroke: '#f7ecc9', 'stroke-width': 2 * u, opacity: 0.8 })
  c.circle(x, y, r * 0.82, 'none', { stroke: '#f7ecc9', 'stroke-width': 1 * u, opacity: 0.8 })
  for (let k = 0; k < 8; k++) {
    const long = k % 2 === 0 ? 1.18 : 0.66
    c.group({ transform: `translate(${x} ${y}) rotate(${k * 45}) scale(${r})` }, () => {
      c.path(`M0 ${-long}L0.13 -0.13L0 0Z`, '#f7ecc9')
      c.path(`M0 ${-long}L-0.13 -0.13L0 0Z`, '#d67f4c')
    })
  }
}
