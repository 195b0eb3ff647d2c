import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False while the server renders and for the browser's first paint, which must say the same. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
