import ImageNotSupportedOutlined from '@mui/icons-material/ImageNotSupportedOutlined'
import { Box } from '@mui/material'
import { useState } from 'react'
import { useSignedPicture } from './useSignedPicture.ts'

interface PictureProps {
  /** As the API names it; null when the document has none. */
  url: string | null | undefined
  /** Empty where the name stands beside it. */
  alt: string
  /** One of the widths that the server makes: 160, 320, 640, 960. */
  width: 160 | 320 | 640
  height: number
  /** Of a hidden campaign: served to the staff alone. */
  isHidden?: boolean
}

/** A campaign's picture, from this deployment's own store: proved against its CID and resized by the server. */
export function Picture({ url, alt, width, height, isHidden = false }: PictureProps) {
  const path = url ? `${url.replace(/^https?:\/\/[^/]+/, '')}?w=${width}` : undefined
  const signed = useSignedPicture(isHidden ? path : undefined)
  const [failed, setFailed] = useState<string | undefined>()
  const broken = path !== undefined && (signed.isBroken || failed === path)
  const box = {
    width: width === 160 ? (height * 4) / 3 : '100%',
    height,
    borderRadius: '5px',
    background: 'var(--sunken)',
  }
  if (path === undefined || broken) {
    return (
      <Box
        {...(alt === ''
          ? { 'aria-hidden': true }
          : { role: 'img', 'aria-label': `${alt}: ${broken ? 'the picture cannot be read' : 'no picture'}` })}
        title={broken ? 'The picture cannot be read' : 'No picture'}
        sx={{ ...box, display: 'grid', placeItems: 'center', color: 'var(--ink-3)', flex: 'none' }}
      >
        <ImageNotSupportedOutlined fontSize="small" />
      </Box>
    )
  }
  return (
    <Box
      component="img"
      src={isHidden ? signed.src : path}
      alt={alt}
      loading="lazy"
      onError={() => setFailed(path)}
      sx={{ ...box, objectFit: 'cover', display: 'block', flex: 'none' }}
    />
  )
}
