import { createRandom, type Random } from '../random.ts'

/** offset 0..1, colour, opacity (1 unless told) */
export type Stop = readonly [number, string, number?]
export type Point = readonly [number, number]
export type Attributes = Record<string, string | number>

/** Draws one picture on a canvas of any shape; sizes are told in `u`, an 800th of the height. */
export type Scene = (canvas: Canvas) => void

/** A small SVG writer: everything a scene draws, in order, with its gradients beside it. */
export interface Canvas {
  readonly w: number
  readonly h: number
  readonly u: number
  readonly random: Random
  rect(x: number, y: number, w: number, h: number, fill: string, attributes?: Attributes): void
  circle(x: number, y: number, r: number, fill: string, attributes?: Attributes): void
  ellipse(x: number, y: number, rx: number, ry: number, fill: string, attributes?: Attributes): void
  path(d: string, fill: string, attributes?: Attributes): void
  line(d: string, stroke: string, width: number, attributes?: Attributes): void
  group(attributes: Attributes, draw: () => void): void
  /** Draws inside an outline only. */
  clip(d: string, draw: () => void): void
  /** Paint for `fill`: from top to bottom of the shape unless told otherwise (0..1 of its box). */
  linear(stops: readonly Stop[], x1?: number, y1?: number, x2?: number, y2?: number): string
  radial(stops: readonly Stop[], cx?: number, cy?: number, r?: number): string
  /** Value for `filter`; `amount` in `u`. */
  blur(amount: number): string
  toSvg(): string
}

const number = (value: number): string => (Math.round(value * 10) / 10).toString()

export function createCanvas(w: number, h: number, seed: string): Canvas {
  const body: string[] = []
  const definitions: string[] = []
  const u = h / 800
  const attributesText = (attributes: Attributes): string =>
    Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('')
  // `opacity` makes the renderer paint each shape on a picture of its own: several times slower than these, which look the same
  // on a shape that has only a fill or only a stroke
  const shapeText = ({ opacity, ...attributes }: Attributes, fill: string): string => {
    if (opacity === undefined) return attributesText(attributes)
    const name = fill === 'none' ? 'stroke-opacity' : attributes['stroke'] ? 'opacity' : 'fill-opacity'
    return attributesText({ ...attributes, [name]: opacity })
  }
  const define = (markup: (id: string) => string): string => {
    const id = `d${definitions.length}`
    definitions.push(markup(id))
    return `url(#${id})`
  }
  const stopsText = (stops: readonly Stop[]): string =>
    stops
      .map(([at, colour, opacity = 1]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`)
      .join('')

  const canvas: Canvas = {
    w,
    h,
    u,
    random: createRandom(seed),
    rect: (x, y, width, height, fill, attributes = {}) => {
      const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}" height="${number(height)}"`
      body.push(`<rect ${box} fill="${fill}"${shapeText(attributes, fill)}/>`)
    },
    circle: (x, y, r, fill, attributes = {}) => {
      body.push(
        `<circle cx="${number(x)}" cy="${number(y)}" r="${number(r)}" fill="${fill}"${shapeText(attributes, fill)}/>`,
      )
    },
    ellipse: (x, y, rx, ry, fill, attributes = {}) => {
      const shape = `cx="${number(x)}" cy="${number(y)}" rx="${number(rx)}" ry="${number(ry)}"`
      body.push(`<ellipse ${shape} fill="${fill}"${shapeText(attributes, fill)}/>`)
    },
    path: (d, fill, attributes = {}) => {
      body.push(`<path d="${d}" fill="${fill}"${shapeText(attributes, fill)}/>`)
    },
    line: (d, stroke, width, attributes = {}) => {
      const pen = { stroke, 'stroke-width': number(width), 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }
      body.push(`<path d="${d}" fill="none"${shapeText({ ...pen, ...attributes }, 'none')}/>`)
    },
    group: (attributes, draw) => {
      body.push(`<g${attributesText(attributes)}>`)
      draw()
      body.push('</g>')
    },
    clip: (d, draw) => {
      const url = define((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)
      canvas.group({ 'clip-path': url }, draw)
    },
    linear: (stops, x1 = 0, y1 = 0, x2 = 0, y2 = 1) =>
      define(
        (id) =>
          `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsText(stops)}</linearGradient>`,
      ),
    radial: (stops, cx = 0.5, cy = 0.5, r = 0.5) =>
      define((id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${stopsText(stops)}</radialGradient>`),
    blur: (amount) =>
      define(
        (id) =>
          `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${number(amount * u)}"/></filter>`,
      ),
    toSvg: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}"><defs>${definitions.join('')}</defs>${body.join('')}</svg>`,
  }
  return canvas
}
