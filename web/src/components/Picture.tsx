import { useState } from 'react'
import { type PictureWidth, pictureSet, pictureUrl } from '../lib/pictureUrl.ts'

interface PictureProps {
  url: string | null | undefined
  /** Empty where the name stands beside it. */
  alt: string
  /** Seeds the stand-in that is drawn when there is no picture. */
  seed: string
  /** Width by height. */
  ratio: readonly [number, number]
  widths: readonly PictureWidth[]
  sizes: string
  /** The picture that is painted first is not lazy. */
  first?: boolean
  className?: string
}

/** A picture with its place kept; without one, strokes in the campaign's own pattern. */
export function Picture({ url, alt, seed, ratio, widths, sizes, first = false, className = '' }: PictureProps) {
  const [failed, setFailed] = useState(false)
  const [width, height] = ratio
  if (!url || failed) return <StandIn seed={seed} ratio={ratio} className={className} />
  return (
    <img
      className={`block h-auto w-full bg-sunken object-cover ${className}`}
      style={{ aspectRatio: `${width} / ${height}` }}
      src={pictureUrl(url, widths[widths.length - 1] ?? 640)}
      srcSet={pictureSet(url, widths)}
      sizes={sizes}
      width={width}
      height={height}
      alt={alt}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding={first ? 'sync' : 'async'}
      onError={() => setFailed(true)}
    />
  )
}

function StandIn({ seed, ratio, className }: { seed: string; ratio: readonly [number, number]; className: string }) {
  const digits = seed.replace(/^0x/, '').padEnd(40, '7')
  const strokes = Array.from({ length: 18 }, (_, index) => {
    const value = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16) || 0
    const x = 14 + index * 16
    return <path key={x} d={`M${x} ${110 - value / 4}v${40 + value / 3}`} strokeWidth={3 + (value % 3)} />
  })
  return (
    <svg
      className={`block h-auto w-full bg-sunken ${className}`}
      style={{ aspectRatio: `${ratio[0]} / ${ratio[1]}` }}
      viewBox="0 0 300 200"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <g stroke="var(--line-strong)" strokeLinecap="round" opacity="0.6">
        {strokes}
      </g>
      <path d="M4 150 296 62" stroke="var(--ember)" strokeWidth="5" strokeLinecap="round" />
    </svg>
  )
}
