/** Widths that the server makes; others are a 400. */
export const PICTURE_WIDTHS = [160, 320, 640, 960, 1280, 1920] as const
export type PictureWidth = (typeof PICTURE_WIDTHS)[number]

/** The picture at a width, on the page's own origin whatever host the API named. */
export function pictureUrl(imageUrl: string, width: PictureWidth): string {
  const path = imageUrl.replace(/^https?:\/\/[^/]+/, '')
  return `${path}?w=${width}`
}

export const pictureSet = (imageUrl: string, widths: readonly PictureWidth[]): string =>
  widths.map((width) => `${pictureUrl(imageUrl, width)} ${width}w`).join(', ')
