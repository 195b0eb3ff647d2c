import type { Point, Scene } from '../canvas.ts'
import { mix, polyline } from '../shapes.ts'

/** The face of a town clock with its wheels laid open. */
export const townClock: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(0, 0, w, h, '#20344a')
  for (let i = 0; i < 36; i++) {
    const a = (i / 36) * Math.PI * 2
    if (i % 2)
      c.path(
        `M${w / 2} ${h / 2}L${w / 2 + Math.cos(a) * w} ${h / 2 + Math.sin(a) * w}L${w / 2 + Math.cos(a + Math.PI / 18) * w} ${h / 2 + Math.sin(a + Math.PI / 18) * w}Z`,
        '#2b4560',
      )
  }
  const gear = (x: number, y: number, r: number, teeth: number, colour: string, turn: number): void => {
    const points: Point[] = []
    for (let i = 0; i < teeth * 4; i++) {
      const a = turn + (i / (teeth * 4)) * Math.PI * 2
      const q = i % 4 < 2 ? r : r * 0.88
      points.push([x + Math.cos(a) * q, y + Math.sin(a) * q])
    }
    c.path(polyline(points, true), '#0d1a28', { opacity: 0.45, transform: `translate(${7 * u} ${10 * u})` })
    c.path(
      polyline(points, true),
      c.linear(
        [
          [0, mix(colour, '#fff3d0', 0.4)],
          [1, mix(colour, '#2a1a10', 0.25)],
        ],
        0,
        0,
        1,
        1,
      ),
    )
    c.circle(x, y, r * 0.74, mix(colour, '#2a1a10', 0.32))
    c.circle(x, y, r * 0.69, '#20344a')
    for (let k = 0; k < 5; k++)
      c.line(
        `M${x} ${y}L${x + Math.cos(turn + k * 1.2566) * r * 0.74} ${y + Math.sin(turn + k * 1.2566) * r * 0.74}`,
        colour,
        r * 0.1,
      )
    c.circle(x, y, r * 0.2, mix(colour, '#fff3d0', 0.25))
    c.circle(x, y, r * 0.08, '#20344a')
  }
  const brass = ['#d9a441', '#c98a3a', '#e3b85a', '#b8733a', '#8fa3ad']
  const spots: [number, number, number][] =
    w > h * 2
      ? [
          [0.08, 0.3, 170],
          [0.2, 0.78, 210],
          [0.3, 0.22, 120],
          [0.72, 0.2, 150],
          [0.82, 0.74, 220],
          [0.94, 0.28, 140],
        ]
      : [
          [0.08, 0.2, 170],
          [0.13, 0.8, 200],
          [0.87, 0.17, 160],
          [0.93, 0.76, 210],
          [0.3, 0.95, 110],
          [0.7, 0.04, 110],
        ]
  for (const [x, y, r] of spots) gear(w * x, h * y, r * u, Math.round(r / 7.5), random.pick(brass), random.range(0, 1))
  const [x, y, r] = [w / 2, h / 2, 318 * u]
  c.circle(x + 10 * u, y + 16 * u, r * 1.12, '#0a1420', { opacity: 0.5 })
  c.circle(
    x,
    y,
    r * 1.12,
    c.linear(
      [
        [0, '#f2cf7c'],
        [0.5, '#b8733a'],
        [1, '#6b3d22'],
      ],
      0,
      0,
      1,
      1,
    ),
  )
  c.circle(x, y, r * 1.05, '#20344a')
  c.circle(
    x,
    y,
    r * 1.01,
    c.radial([
      [0, '#fffaf0'],
      [0.8, '#f7ead0'],
      [1, '#e3c99a'],
    ]),
  )
  c.path(`M${x} ${y - r * 1.01}A${r * 1.01} ${r * 1.01} 0 0 1 ${x} ${y + r * 1.01}Z`, '#d9502f', { opacity: 0.9 })
  c.circle(
    x,
    y,
    r * 0.6,
    c.radial([
      [0, '#2b4560'],
      [1, '#182a3d'],
    ]),
  )
  for (let k = 0; k < 60; k++) {
    const a = (k / 60) * Math.PI * 2 - Math.PI / 2
    const hour = k % 5 === 0
    const light = k > 0 && k < 30
    const colour = light ? '#fff3d9' : '#20344a'
    c.line(
      `M${x + Math.cos(a) * r * (hour ? 0.72 : 0.91)} ${y + Math.sin(a) * r * (hour ? 0.72 : 0.91)}L${x + Math.cos(a) * r * 0.95} ${y + Math.sin(a) * r * 0.95}`,
      colour,
      (hour ? 15 : 3.5) * u,
      { 'stroke-linecap': 'butt' },
    )
  }
  for (let k = 0; k < 46; k++) {
    const a = random.range(0, Math.PI * 2)
    const d = Math.sqrt(random.next()) * r * 0.54
    c.circle(x + Math.cos(a) * d, y + Math.sin(a) * d, random.range(1, 3) * u, '#fff3d9', {
      opacity: random.range(0.4, 1).toFixed(2),
    })
  }
  const moon = r * 0.17
  const [mx, my] = [x - r * 0.24, y + r * 0.22]
  c.path(
    `M${mx} ${my - moon}A${moon} ${moon} 0 1 0 ${mx + moon} ${my}A${moon * 0.8} ${moon * 0.8} 0 1 1 ${mx} ${my - moon}Z`,
    '#f2cf7c',
  )
  const hand = (angle: number, length: number, width: number, colour: string): void =>
    c.group({ transform: `translate(${x} ${y}) rotate(${angle}) scale(${r})` }, () => {
      c.path(
        `M${-width} 0.12L${-width * 0.7} ${-length * 0.6}L${-width * 2.1} ${-length * 0.7}L0 ${-length}L${width * 2.1} ${-length * 0.7}L${width * 0.7} ${-length * 0.6}L${width} 0.12Z`,
        colour,
      )
    })
  c.group({ transform: `translate(${5 * u} ${8 * u})`, opacity: 0.35 }, () => {
    hand(-58, 0.62, 0.034, '#0a1420')
    hand(54, 0.9, 0.026, '#0a1420')
  })
  hand(-58, 0.62, 0.034, '#f2b84b')
  hand(54, 0.9, 0.026, '#fffaf0')
  c.circle(x, y, r * 0.075, '#f2b84b')
  c.circle(x, y, r * 0.035, '#20344a')
}
