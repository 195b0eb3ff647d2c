import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

const useBrowserLayoutEffect = typeof document === 'undefined' ? () => {} : useLayoutEffect

/** The width of an element as it changes; `fallback` until it is known. */
export function useWidth(fallback: number): [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(fallback)
  useBrowserLayoutEffect(() => {
    if (!box.current) return
    setWidth(box.current.clientWidth)
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])
  return [box, width]
}
