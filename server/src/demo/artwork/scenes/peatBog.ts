import type { Scene } from '../canvas.ts'
import { blade, blob, curve, ground, mix, sky, skyline, sun } from '../shapes.ts'

/** Morning mist over bog pools, a heron waiting at the edge. */
export const peatBog: Scene = (c) => {
  const { w, h, u, random } = c
  sky(c, [
    [0, '#c9d8d2'],
    [0.3, '#e8e2cd'],
    [0.55, '#f6d9b5'],
  ])
  sun(c, w * 0.64, h * 0.3, 66 * u, '#fffdf2', 5, 0.85)
  const ridges = ['#b9c9bf', '#9bb3a6', '#7c998d', '#5c7d74']
  ridges.forEach((colour, i) => {
    const line = skyline(c, h * (0.36 + i * 0.065), (46 - i * 7) * u, w / (1.5 + i * 0.5), 5, 0.5)
    c.path(
      ground(c, line),
      c.linear([
        [0, colour],
        [0.3, mix(colour, '#f3ead4', 0.75)],
      ]),
    )
    if (i >= 2) {
      for (let k = 0; k < 46; k++) {
        const x = random.range(0, w)
        const index = Math.min(line.length - 1, Math.max(0, Math.round((x / w) * (line.length - 1))))
        const y = (line[index]?.[1] ?? 0) + 4 * u
        const s = random.range(16, 40) * u * (i === 3 ? 1.3 : 0.8)
        c.path(`M${x - s * 0.26} ${y}L${x} ${y - s * 1.7}L${x + s * 0.26} ${y}Z`, mix(colour, '#22403f', 0.3), {
          opacity: 0.75,
        })
      }
    }
  })
  c.rect(
    0,
    h * 0.58,
    w,
    h * 0.42,
    c.linear([
      [0, '#cdbd92'],
      [0.25, '#a58a55'],
      [0.6, '#6d5a36'],
      [1, '#2f2b20'],
    ]),
  )
  const pools: [number, number, number, number][] = [
    [0.3, 0.625, 190, 9],
    [0.72, 0.635, 240, 12],
    [0.1, 0.675, 200, 17],
    [0.5, 0.7, 270, 24],
    [0.88, 0.725, 210, 25],
    [0.24, 0.8, 330, 44],
    [0.7, 0.87, 430, 66],
  ]
  for (const [x, y, rx, ry] of pools) {
    const ring = blob(random, w * x, h * y, rx * u * 1.1, ry * u, 0.13, 18)
    c.path(curve(ring, true), '#3a3522', { opacity: 0.55, transform: `translate(0 ${-4 * u})` })
    c.path(
      curve(ring, true),
      c.linear([
        [0, '#8fa79d'],
        [0.45, '#cfd3c0'],
        [1, '#f5dfbd'],
      ]),
    )
    c.clip(curve(ring, true), () => {
      for (let k = 0; k < 5; k++)
        c.line(
          `M${w * x + random.range(-rx, rx) * u} ${h * y + random.range(-ry, ry) * u}h${random.range(30, 120) * u}`,
          '#ffffff',
          2 * u,
          { opacity: 0.4 },
        )
    })
  }
  for (let i = 0; i < 4; i++) {
    c.ellipse(
      random.range(0, w),
      h * (0.54 + i * 0.045),
      random.range(260, 520) * u,
      random.range(12, 26) * u,
      '#fdf6e6',
      { opacity: 0.5, filter: c.blur(16) },
    )
  }
  // moss and sedge, darker towards the viewer
  const tufts = Array.from(
    { length: 330 },
    () => [random.range(-10, w + 10), 0.6 + random.next() ** 1.2 * 0.42] as const,
  ).sort((a, b) => a[1] - b[1])
  for (const [x, t] of tufts) {
    const inPool = pools.some(
      ([px, py, rx, ry]) => ((x - w * px) / (rx * u * 1.05)) ** 2 + ((h * t - h * py) / (ry * u * 1.05)) ** 2 < 1,
    )
    if (inPool) continue
    const s = (t - 0.5) * 2.4 * u
    const colour = mix(
      random.pick(['#b0713f', '#8a7a3e', '#6b7a45', '#9c4b3a', '#c79a52']),
      '#1f2a22',
      Math.max(0, (t - 0.72) * 1.9),
    )
    for (let k = 0; k < 5; k++)
      c.path(
        blade(x + random.range(-16, 16) * s, h * t, random.range(22, 58) * s, random.range(-16, 16) * s, 4.5 * s),
        colour,
      )
    if (random.chance(0.16)) c.circle(x + random.range(-10, 10) * s, h * t - 50 * s, 6.5 * s, '#fffaf0')
  }
  c.group({ transform: `translate(${w * 0.4} ${h * 0.68}) scale(${1.02 * u})` }, () => {
    c.line('M-10 60L-14 196M14 58L20 196', '#2b332f', 5)
    c.path(
      'M-78 40Q-60 -30 0 -34Q34 -34 40 -8Q34 44 -20 58Q-60 62 -110 78Q-86 60 -78 40Z',
      c.linear([
        [0, '#6d8290'],
        [1, '#36474f'],
      ]),
    )
    c.path('M-60 30Q-20 -6 26 6Q0 44 -110 78Q-80 56 -60 30Z', '#2b3a42', { opacity: 0.7 })
    c.line('M30 -14Q74 -40 48 -92Q30 -128 50 -158', '#c3cecd', 13)
    c.path('M40 -168Q62 -182 80 -164L150 -150L80 -148Q58 -142 44 -152Z', '#cfd8d6')
    c.path('M80 -164L152 -150L80 -150Z', '#d9973a')
    c.line('M44 -162Q20 -170 -8 -152', '#22292b', 5)
    c.circle(72, -160, 2.6, '#1d2322')
  })
  for (let i = 0; i < 26; i++) {
    const x = random.chance(0.5) ? random.range(0, w * 0.2) : random.range(w * 0.84, w)
    const height = random.range(170, 340) * u
    c.path(blade(x, h * 1.02, height, random.range(-40, 60) * u, 7 * u), random.pick(['#2c3324', '#3b3d26', '#1f281f']))
  }
}
