import { type DragEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../../components/Button.tsx'
import { Icon } from '../../../components/Icon.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { type Crop, cropStyle, MAX_ZOOM } from '../cropPicture.ts'
import { inputClasses } from './Field.tsx'

interface PictureFieldProps {
  picture: Blob | null
  setPicture: (picture: Blob | null) => void
  crop: Crop
  onCrop: (crop: Crop) => void
  alt: string
  onAlt: (alt: string) => void
}

const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']
const MAX_BYTES = 30 * 1024 * 1024

export function PictureField({ picture, setPicture, crop, onCrop, alt, onAlt }: PictureFieldProps) {
  const t = useMessages()
  const id = useId()
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState(false)
  const take = (file: File | undefined) => {
    if (!file) return
    const fits = ACCEPTED.includes(file.type) && file.size <= MAX_BYTES
    setRefused(!fits)
    if (fits) setPicture(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div className="mt-6">
      <label htmlFor={picture ? undefined : id} className="text-sm font-semibold">
        {t.create.picture}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file field within is the first */}
      <div
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`mt-1.5 rounded-md border-[1.5px] border-dashed ${over ? 'border-ember bg-ember-wash' : 'border-line-strong'} ${picture ? 'p-3' : 'p-6'}`}
      >
        {picture ? (
          <>
            <CropFrame picture={picture} crop={crop} onCrop={onCrop} />
            <label className="mt-3 block text-xs text-ink-3">
              {t.create.pictureAlt}
              <input
                value={alt}
                onChange={(event) => onAlt(event.target.value)}
                maxLength={300}
                className={`${inputClasses} text-ink`}
              />
            </label>
            <Button look="quiet" className="mt-2" onClick={() => setPicture(null)}>
              <Icon name="close" className="size-4" /> {t.create.removePicture}
            </Button>
          </>
        ) : (
          <>
            <input
              id={id}
              type="file"
              accept={ACCEPTED.join(',')}
              onChange={(event) => take(event.target.files?.[0])}
              className="w-full text-sm file:mr-4 file:min-h-11 file:rounded-md file:border-0 file:bg-ink file:px-4 file:font-semibold file:text-ground"
            />
            <p role={refused ? 'alert' : undefined} className={`mt-2 text-xs ${refused ? 'text-alarm' : 'text-ink-3'}`}>
              {refused ? t.create.pictureRefused : t.create.pictureHint}
            </p>
          </>
        )}
      </div>
    </div>
  )
}

const clamp = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value))

interface CropFrameProps {
  picture: Blob
  crop: Crop
  onCrop: (crop: Crop) => void
}

/** The frame as everybody will see it: drag the picture in it, or move it by the sliders. */
function CropFrame({ picture, crop, onCrop }: CropFrameProps) {
  const t = useMessages()
  const url = useObjectUrl(picture)
  const frame = useRef<HTMLDivElement>(null)
  const drag = (event: PointerEvent) => {
    const box = frame.current
    const image = box?.querySelector('img')
    if (!box || !image?.naturalWidth || event.buttons === 0) return
    const scale = Math.max(box.clientWidth / image.naturalWidth, box.clientHeight / image.naturalHeight) * crop.zoom
    const move = (delta: number, room: number, at: number) => (room < 1 ? at : clamp(at - delta / room, 0, 1))
    onCrop({
      ...crop,
      x: move(event.movementX, image.naturalWidth * scale - box.clientWidth, crop.x),
      y: move(event.movementY, image.naturalHeight * scale - box.clientHeight, crop.y),
    })
  }
  const sliders = [
    { label: t.create.cropX, value: crop.x, to: 1, from: 0, set: (x: number) => ({ ...crop, x }) },
    { label: t.create.cropY, value: crop.y, to: 1, from: 0, set: (y: number) => ({ ...crop, y }) },
    { label: t.create.cropZoom, value: crop.zoom, to: MAX_ZOOM, from: 1, set: (zoom: number) => ({ ...crop, zoom }) },
  ]
  return (
    <>
      <div
        ref={frame}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        className="aspect-3/2 w-full cursor-grab touch-none overflow-hidden rounded-sm bg-sunken active:cursor-grabbing"
      >
        {url && (
          <img
            src={url}
            alt=""
            draggable={false}
            className="size-full object-cover select-none"
            style={cropStyle(crop)}
          />
        )}
      </div>
      <div className="mt-3 grid gap-x-6 gap-y-2 sm:grid-cols-3">
        {sliders.map(({ label, value, from, to, set }) => (
          <label key={label} className="text-xs text-ink-3">
            {label}
            <input
              type="range"
              min={from}
              max={to}
              step="0.01"
              value={value}
              onChange={(event) => onCrop(set(Number(event.target.value)))}
              className="block h-8 w-full accent-ember"
            />
          </label>
        ))}
      </div>
    </>
  )
}

export function useObjectUrl(file: Blob | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!file) return setUrl(null)
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}
