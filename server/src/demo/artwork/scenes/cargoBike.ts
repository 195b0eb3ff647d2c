import type { Scene } from '../canvas.ts'
import { leaf, mix } from '../shapes.ts'

/** A cargo bicycle with half a garden in its box. */
export const cargoBike: Scene = (c) => {
  const { w, h, u, random } = c
  c.rect(0, 0, w, h, '#f7e8d0')
  c.rect(0, h * 0.79, w, h * 0.21, '#2f4a5c')
  c.circle(w * 0.5, h * 0.45, 330 * u, '#f28f6b')
  for (let x = -60 * u; x < w; ) {
    const width = random.range(90, 170) * u
    const height = h * random.range(0.24, 0.52)
    const colour = random.pick(['#f2d7b0', '#efc9a0', '#f5dfc2', '#e9b996'])
    if (Math.abs(x + width / 2 - w / 2) > 330 * u) {
      c.rect(x, h * 0.79 - height, width, height, colour)
      c.path(`M${x} ${h * 0.79 - height}l${width / 2} ${-50 * u}l${width / 2} ${50 * u}Z`, mix(colour, '#b0583b', 0.4))
      for (let wx = x + 18 * u; wx < x + width - 28 * u; wx += 40 * u)
        for (let wy = h * 0.79 - height + 26 * u; wy < h * 0.74; wy += 58 * u)
          c.rect(wx, wy, 20 * u, 30 * u, random.pick(['#fff6e6', '#7fa9b0', '#fff6e6']), { rx: 3 * u })
    }
    x += width + 8 * u
  }
  for (let x = 0; x < w; x += 150 * u) c.rect(x, h * 0.9, 84 * u, 9 * u, '#f7e8d0', { opacity: 0.8, rx: 4 * u })
  c.rect(0, h * 0.79, w, 9 * u, '#1f3445')
  c.group({ transform: `translate(${w * 0.5} ${h * 0.82}) scale(${1.14 * u})` }, () => {
    c.ellipse(-10, 8, 440, 14, '#14222e', { opacity: 0.5 })
    const wheel = (x: number, r: number): void => {
      c.circle(x, -r, r, 'none', { stroke: '#1b2a36', 'stroke-width': 13 })
      c.circle(x, -r, r - 9, 'none', { stroke: '#f7e8d0', 'stroke-width': 4 })
      for (let k = 0; k < 14; k++) {
        const a = (k / 14) * Math.PI * 2 + 0.2
        c.line(`M${x} ${-r}L${x + Math.cos(a) * (r - 10)} ${-r + Math.sin(a) * (r - 10)}`, '#1b2a36', 1.8)
      }
      c.circle(x, -r, 12, '#1b2a36')
    }
    wheel(-290, 112)
    wheel(345, 82)
    const frame = '#1f7a78'
    c.line('M-290 -112L-130 -98L-196 -262Z', frame, 13)
    c.line('M-130 -98L22 -250M-186 -236L24 -232', frame, 15)
    c.line('M14 -318L34 -150L60 -78H250L345 -82', frame, 15)
    c.line('M250 -78L345 -82', frame, 11)
    // box
    for (let i = 0; i < 15; i++) {
      const x = 78 + i * 14.5 + random.range(-6, 6)
      const height = random.range(70, 190)
      const green = random.pick(['#2f6b4a', '#5c9b57', '#8fb85a', '#3f8a6a'])
      c.line(`M${x} -200q${random.range(-14, 14)} ${-height * 0.5} ${random.range(-24, 24)} ${-height}`, green, 4)
      for (let k = 2; k < 7; k++)
        for (const side of [-1, 1])
          c.path(
            leaf(
              x + random.range(-4, 4),
              -200 - (height * k) / 7,
              random.range(30, 52),
              17,
              -Math.PI / 2 + side * random.range(0.5, 1.2),
            ),
            random.pick([green, mix(green, '#f2e9a0', 0.3)]),
          )
      if (i % 3 === 0) {
        const [fx, fy] = [x + random.range(-20, 20), -206 - height]
        for (let k = 0; k < 8; k++) c.path(leaf(fx, fy, 25, 13, (k / 8) * Math.PI * 2), i % 2 ? '#f2c14e' : '#fff6e6')
        c.circle(fx, fy, 8, '#d9502f')
      }
    }
    c.path(
      'M58 -216H306L284 -92H78Z',
      c.linear([
        [0, '#f2c14e'],
        [1, '#d99a2b'],
      ]),
    )
    for (const y of [-186, -154, -122])
      c.line(`M${64 + (-216 - y) * -0.16} ${y}H${300 - (y + 216) * 0.17}`, '#b87a1c', 3)
    c.rect(50, -224, 264, 16, '#b0583b', { rx: 6 })
    c.circle(182, -152, 26, '#fff6e6')
    c.path(
      'M182 -138C160 -154 166 -170 176 -168Q181 -167 182 -161Q183 -167 188 -168C198 -170 204 -154 182 -138Z',
      '#d9502f',
    )
    c.line('M14 -318Q2 -338 -34 -334', '#1b2a36', 12)
    c.line('M-34 -334H-62', '#b0583b', 15)
    c.circle(20, -300, 12, '#f2c14e')
    c.line('M-196 -262L-206 -290', '#1b2a36', 11)
    c.path('M-252 -300Q-214 -318 -152 -300Q-150 -284 -186 -284Q-224 -272 -250 -284Z', '#b0583b')
    c.circle(-130, -98, 30, 'none', { stroke: '#1b2a36', 'stroke-width': 8 })
    c.line('M-130 -98L-108 -50M-122 -50H-92M-130 -98L-152 -146M-166 -146H-138', '#1b2a36', 8)
    c.path('M-404 -150A118 118 0 0 1 -178 -150', 'none', {
      stroke: frame,
      'stroke-width': 11,
      'stroke-linecap': 'round',
    })
    c.rect(-366, -250, 128, 12, '#1b2a36', { rx: 6 })
    c.line('M-290 -112L-340 -244M-290 -112L-250 -244', '#1b2a36', 5)
    c.path('M-362 -252H-246L-256 -318H-352Z', '#3f5f8a')
    c.path('M-362 -252H-246L-249 -272H-359Z', '#2c4668')
  })
}
