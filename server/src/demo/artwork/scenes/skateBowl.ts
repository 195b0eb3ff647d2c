import type { Point, Scene } from '../canvas.ts'
import { curve, mix } from '../shapes.ts'

/** A concrete bowl at golden hour, reduced to its curves. */
export const skateBowl: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(
    0,
    0,
    w,
    h,
    c.linear([
      [0, '#f6c89f'],
      [1, '#ee9a7c'],
    ]),
  )
  for (let i = 0; i < 9; i++)
    c.line(`M${w * (-0.2 + i * 0.17)} ${h}L${w * (0.06 + i * 0.17)} 0`, '#e98a6d', 3 * u, { opacity: 0.5 })
  const outline = (k: number, drop: number): Point[] => {
    const [cx, cy] = [w * 0.5, h * 0.5]
    const sx = (w > h * 2 ? 760 : 560) * u
    return Array.from({ length: 40 }, (_, i): Point => {
      const a = (i / 40) * Math.PI * 2
      const clover = 1 + 0.15 * Math.cos(a * 3 + 0.6) + 0.05 * Math.cos(a * 2 - 1)
      return [cx + Math.cos(a) * sx * clover * k, cy + Math.sin(a) * 330 * u * clover * k + drop]
    })
  }
  c.path(curve(outline(1.06, 8 * u), true), '#fbe7cf')
  c.path(curve(outline(1.03, 8 * u), true), '#2f4858')
  const rings = 17
  for (let i = 0; i < rings; i++) {
    const t = i / (rings - 1)
    const colour = t < 0.5 ? mix('#fff1dc', '#8fb7bf', t * 2) : mix('#8fb7bf', '#2c6377', (t - 0.5) * 2)
    c.path(curve(outline(1 - t * 0.72, t ** 1.6 * 46 * u), true), i % 2 ? mix(colour, '#ffffff', 0.08) : colour)
  }
  c.clip(curve(outline(1, 8 * u), true), () => {
    c.path(`M0 0H${w * 0.62}Q${w * 0.3} ${h * 0.42} ${w * 0.34} ${h}H0Z`, '#1f3f58', { opacity: 0.32 })
    c.ellipse(w * 0.7, h * 0.3, 330 * u, 120 * u, '#fff6e0', { opacity: 0.35, filter: c.blur(30) })
    for (let k = 0; k < 4; k++) {
      const from = random.range(0.16, 0.3)
      c.line(
        `M${w * from} ${h * random.range(0.28, 0.4)}C${w * 0.36} ${h * random.range(0.72, 0.84)} ${w * 0.58} ${h * random.range(0.7, 0.86)} ${w * random.range(0.72, 0.84)} ${h * random.range(0.24, 0.4)}`,
        '#f2704e',
        (5 - k) * u,
        { opacity: (0.85 - k * 0.2).toFixed(2) },
      )
    }
  })
  c.path(curve(outline(1.03, 0), true), 'none', { stroke: '#fffaf0', 'stroke-width': 13 * u })
  c.path(curve(outline(1.03, 0), true), 'none', { stroke: '#e4572e', 'stroke-width': 4 * u })
  // one rider at the lip, their shadow below on the wall
  const [x, y] = [w * 0.735, h * 0.3]
  c.ellipse(x - 66 * u, y + 116 * u, 86 * u, 20 * u, '#1f3f58', {
    opacity: 0.4,
    transform: `rotate(-34 ${x - 66 * u} ${y + 116 * u})`,
    filter: c.blur(4),
  })
  c.group({ transform: `translate(${x} ${y}) rotate(-36) scale(${1.32 * u})` }, () => {
    c.rect(-62, 40, 124, 9, '#e4572e', { rx: 4.5 })
    for (const dx of [-40, 40]) c.circle(dx, 56, 8, '#fff3d9')
    c.line('M-34 36L-22 -4L6 -34', '#22384a', 17)
    c.line('M36 36L34 0L6 -34', '#22384a', 17)
    c.path('M-10 -34Q-2 -88 30 -100L52 -82Q40 -50 28 -26Z', '#f2b84b')
    c.line('M30 -86L-22 -96L-52 -74', '#d99a6c', 10)
    c.line('M40 -80L82 -66L98 -92', '#d99a6c', 10)
    c.circle(50, -116, 20, '#d99a6c')
    c.path('M29 -118A21 21 0 0 1 71 -120L78 -117L30 -112Z', '#2f4858')
  })
  for (let i = 0; i < 5; i++) {
    const px = w * random.pick([0.05, 0.09, 0.93, 0.96]) + random.range(-20, 20) * u
    const py = h * random.pick([0.14, 0.9, 0.8])
    for (let k = 0; k < 6; k++)
      c.line(`M${px} ${py}q${(k - 2.5) * 12 * u} ${-40 * u} ${(k - 2.5) * 34 * u} ${-66 * u}`, '#3f7a5c', 7 * u)
  }
}
