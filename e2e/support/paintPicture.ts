import type { Page } from 'playwright-core'

declare global {
  // Of the browser; e2e code itself runs without a DOM.
  var document: { createElement(name: 'canvas'): Canvas }
  var createImageBitmap: (blob: Blob) => Promise<{ width: number; height: number }>
}

interface Canvas {
  width: number
  height: number
  toDataURL(): string
  getContext(kind: '2d'): {
    fillStyle: string
    fillRect(x: number, y: number, width: number, height: number): void
    drawImage(image: unknown, x: number, y: number): void
    getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray }
  }
}

/** A picture three times as wide as high, of equal stripes from left to right; none of it is ever fetched. */
export async function paintStripes(page: Page, colours: string[]): Promise<Buffer> {
  const url = await page.evaluate((colours) => {
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 400
    const context = canvas.getContext('2d')
    for (const [index, colour] of colours.entries()) {
      context.fillStyle = colour
      context.fillRect((index * canvas.width) / colours.length, 0, canvas.width / colours.length, canvas.height)
    }
    return canvas.toDataURL()
  }, colours)
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

/** Size of a picture on the page's own origin, and the channel that is strongest near its left and right edges. */
export const examinePicture = (page: Page, url: string): Promise<{ size: number[]; edges: string[] }> =>
  page.evaluate(async (url) => {
    const picture = await createImageBitmap(await (await fetch(url)).blob())
    const canvas = document.createElement('canvas')
    canvas.width = picture.width
    canvas.height = picture.height
    const context = canvas.getContext('2d')
    context.drawImage(picture, 0, 0)
    const edges = [10, picture.width - 10].map((x) => {
      const [red = 0, green = 0, blue = 0] = context.getImageData(x, picture.height >> 1, 1, 1).data
      return red > Math.max(green, blue) ? 'red' : green > blue ? 'green' : 'blue'
    })
    return { size: [picture.width, picture.height], edges }
  }, url)
