import { useEffect, useState } from 'react'
import { fetchSigned } from '../api/api.ts'

interface SignedPicture {
  /** Until it is fetched there is none. */
  src: string | undefined
  isBroken: boolean
}

const NONE: SignedPicture = { src: undefined, isBroken: false }

/** A picture that the server gives to the session's token alone, as an address within this page. */
export function useSignedPicture(path: string | undefined): SignedPicture {
  const [picture, setPicture] = useState(NONE)
  useEffect(() => {
    setPicture(NONE)
    if (path === undefined) return
    const gone = new AbortController()
    let src: string | undefined
    const read = async () => {
      const response = await fetchSigned(new Request(path, { signal: gone.signal }))
      if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
      const blob = await response.blob()
      if (gone.signal.aborted) return
      src = URL.createObjectURL(blob)
      setPicture({ src, isBroken: false })
    }
    read().catch(() => {
      if (!gone.signal.aborted) setPicture({ src: undefined, isBroken: true })
    })
    return () => {
      gone.abort()
      if (src !== undefined) URL.revokeObjectURL(src)
    }
  }, [path])
  return picture
}
