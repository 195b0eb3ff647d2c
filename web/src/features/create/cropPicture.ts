const WIDTH = 1600
const HEIGHT = 1067

/** Cuts a picture to three by two and draws it anew; `position` is where the cut lies, from 0 to 1. */
export async function cropPicture(file: Blob, position: number): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const scale = Math.max(WIDTH / picture.width, HEIGHT / picture.height)
  const width = picture.width * scale
  const height = picture.height * scale
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser cannot draw pictures.')
  context.drawImage(picture, (WIDTH - width) * position, (HEIGHT - height) * position, width, height)
  picture.close()
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn.'))),
      'image/webp',
      0.86,
    ),
  )
}
