import type { Scene } from '../canvas.ts'

/** A wall of glazed tiles whose colours, seen from far enough, are a wave. */
export const tileMosaic: Scene = (c) => {
  const { w, h, u, random } = c
  const size = h / (w > h * 2 ? 5 : 7.2)
  const deep = ['#0c2c5a', '#123f7a', '#1c5a9c'] as const
  const mid = ['#2f86b8', '#4aa9c4', '#7cc8cf'] as const
  const light = ['#f6efdc', '#fbe6b8', '#f1d9a4'] as const
  const warm = ['#e8973c', '#d9653b', '#f2bd54'] as const
  c.rect(0, 0, w, h, '#d9cdb4')
  const phase = random.range(0, 6)
  for (let row = 0; row * size < h; row++) {
    for (let column = 0; column * size < w; column++) {
      const [x, y] = [column * size, row * size]
      const crest = h * 0.46 + Math.sin(x / (h * 0.34) + phase) * h * 0.22
      const depth = (y + size / 2 - crest) / h
      const family = depth < -0.16 ? warm : depth < 0.02 ? light : depth < 0.22 ? mid : deep
      const other = depth < -0.16 ? light : depth < 0.02 ? mid : depth < 0.22 ? light : mid
      const [ground, ink, accent] = [random.pick(family), random.pick(other), random.pick(depth < 0.1 ? deep : warm)]
      const gap = 2.4 * u
      c.rect(x + gap, y + gap, size - gap * 2, size - gap * 2, ground, { rx: 5 * u })
      const s = size - gap * 2
      const middle = `translate(${(x + size / 2).toFixed(1)} ${(y + size / 2).toFixed(1)})`
      c.clip(`M${x + gap} ${y + gap}h${s}v${s}h${-s}Z`, () => {
        c.group({ transform: `${middle} rotate(${random.int(0, 3) * 90}) scale(${(s / 100).toFixed(4)})` }, () => {
          const kind = random.int(0, 6)
          if (kind === 0) {
            c.path('M-50 -50A100 100 0 0 1 50 50H18A68 68 0 0 0 -50 -18Z', ink)
            c.path('M-50 14A36 36 0 0 1 -14 50H-50Z', accent)
          } else if (kind === 1) {
            for (const turn of [0, 90, 180, 270])
              c.path('M0 0C-26 -12 -26 -38 0 -48C26 -38 26 -12 0 0Z', ink, { transform: `rotate(${turn})` })
            for (const turn of [45, 135, 225, 315])
              c.path('M0 0C-9 -16 -9 -38 0 -58C9 -38 9 -16 0 0Z', accent, {
                transform: `rotate(${turn})`,
                opacity: 0.85,
              })
            c.circle(0, 0, 9, ground)
          } else if (kind === 2) {
            for (const [cx, cy] of [
              [-50, -50],
              [50, -50],
              [50, 50],
              [-50, 50],
            ] as const) {
              c.circle(cx, cy, 46, ink)
              c.circle(cx, cy, 30, ground)
              c.circle(cx, cy, 16, accent)
            }
          } else if (kind === 3) {
            for (const q of [64, 46, 28]) c.line(`M-50 ${50 - q}A${q} ${q} 0 0 1 ${-50 + q} 50`, ink, 8)
            for (const q of [64, 46, 28])
              c.line(`M50 ${-50 + q}A${q} ${q} 0 0 1 ${50 - q} -50`, q === 46 ? accent : ink, 8)
          } else if (kind === 4) {
            c.path('M0 -50L50 0L0 50L-50 0Z', ink)
            c.path('M0 -30L30 0L0 30L-30 0Z', ground)
            c.path('M0 -14L14 0L0 14L-14 0Z', accent)
          } else if (kind === 5) {
            c.path('M-50 0A50 50 0 0 1 50 0Z', ink)
            c.path('M-50 50A50 50 0 0 1 50 50Z', accent, { opacity: 0.9 })
            c.path('M-24 0A24 24 0 0 1 24 0Z', ground)
          } else {
            c.circle(0, 0, 42, ink)
            for (let k = 0; k < 8; k++)
              c.path('M0 -8C-9 -18 -7 -30 0 -38C7 -30 9 -18 0 -8Z', ground, { transform: `rotate(${k * 45})` })
            c.circle(0, 0, 7, accent)
          }
        })
      })
      c.rect(
        x + gap,
        y + gap,
        s,
        s,
        c.linear(
          [
            [0, '#ffffff', random.range(0.08, 0.28)],
            [0.5, '#ffffff', 0],
            [1, '#0a1530', 0.2],
          ],
          0,
          0,
          1,
          1,
        ),
        { rx: 5 * u },
      )
    }
  }
  c.path(`M${w * 0.12} 0H${w * 0.34}L${w * 0.7} ${h}H${w * 0.4}Z`, '#fff8e4', { opacity: 0.12 })
}
