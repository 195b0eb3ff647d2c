import { type DragEvent, useEffect, useId, useState } from 'react'
import { Button } from '../../../components/Button.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { inputClasses } from './Field.tsx'

export interface ChosenPicture {
  file: File
  /** Where the cut to three by two lies, from 0 to 1. */
  position: number
}

interface PictureFieldProps {
  picture: ChosenPicture | null
  setPicture: (picture: ChosenPicture | null) => void
  alt: string
  onAlt: (alt: string) => void
}

const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp', 'image/avif']

export function PictureField({ picture, setPicture, alt, onAlt }: PictureFieldProps) {
  const t = useMessages()
  const id = useId()
  const [over, setOver] = useState(false)
  const url = useObjectUrl(picture?.file)
  const take = (file: File | undefined) => {
    if (file && ACCEPTED.includes(file.type)) setPicture({ file, position: 0.5 })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <div className="mt-6">
      <label htmlFor={id} className="text-sm font-semibold">
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
        className={`mt-1.5 rounded-md border-[1.5px] border-dashed p-4 ${over ? 'border-ember bg-ember-wash' : 'border-line-strong'}`}
      >
        {picture && url ? (
          <>
            <img
              src={url}
              alt=""
              className="aspect-3/2 w-full rounded-sm object-cover"
              style={{ objectPosition: `${picture.position * 100}% ${picture.position * 100}%` }}
            />
            <div className="mt-3 flex flex-wrap items-center gap-4">
              <label className="grow text-xs text-ink-3">
                {t.create.crop}
                <input
                  type="range"
                  min="0"
                  max="1"
                  step="0.01"
                  value={picture.position}
                  onChange={(event) => setPicture({ ...picture, position: Number(event.target.value) })}
                  className="block w-full accent-ember"
                />
              </label>
              <Button onClick={() => setPicture(null)}>{t.create.removePicture}</Button>
            </div>
            <input
              aria-label={t.create.pictureAlt}
              placeholder={t.create.pictureAlt}
              value={alt}
              onChange={(event) => onAlt(event.target.value)}
              maxLength={300}
              className={inputClasses}
            />
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
            <p className="mt-2 text-xs text-ink-3">{t.create.pictureHint}</p>
          </>
        )}
      </div>
    </div>
  )
}

function useObjectUrl(file: File | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!file) return setUrl(null)
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return url
}
