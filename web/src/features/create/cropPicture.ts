const WIDTH = 1600
const HEIGHT = 1067

/** Which part of a picture is shown: where the cut lies across and down, from 0 to 1, and how far it is drawn in. */
export interface Crop {
  x: number
  y: number
  /** From 1, where the picture just fills the frame. */
  zoom: number
}

export const CENTRED: Crop = { x: 0.5, y: 0.5, zoom: 1 }
export const MAX_ZOOM = 3

/** Where a picture of this size is drawn so that the frame of three by two is filled. */
export function placeOf(width: number, height: number, { x, y, zoom }: Crop) {
  const scale = Math.max(WIDTH / width, HEIGHT / height) * zoom
  const drawn = { width: width * scale, height: height * scale }
  return { ...drawn, left: (WIDTH - drawn.width) * x, top: (HEIGHT - drawn.height) * y }
}

/** The same for an image that covers its frame. */
export const cropStyle = ({ x, y, zoom }: Crop) => ({
  objectPosition: `${x * 100}% ${y * 100}%`,
  transformOrigin: `${x * 100}% ${y * 100}%`,
  transform: `scale(${zoom})`,
})

/** Cuts a picture to three by two and draws it anew, which also leaves behind where and with what it was taken. */
export async function cropPicture(file: Blob, crop: Crop): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const { left, top, width, height } = placeOf(picture.width, picture.height, crop)
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser cannot draw pictures.')
  context.drawImage(picture, left, top, width, height)
  picture.close()
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))),
      'image/webp',
      0.86,
    ),
  )
}
