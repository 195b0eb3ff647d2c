import {
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from 'react'
import { loadRouteAgain } from '../routes.ts'
import { layOutWhenTouched, layOutWhole } from './layOutWhole.ts'
import { type NavigateOptions, NavigationContext, type PageLocation, parseLocation } from './location.ts'
import { nameEntry, newKey, recallScroll, rememberScroll } from './scrollMemory.ts'

const useBrowserLayoutEffect = typeof document === 'undefined' ? () => {} : useLayoutEffect

/**
 * A router of our own in a hundred lines: the landing page may weigh 110 KB of script, and React with the query cache
 * already takes 80 of them (a full router: 26 KB more).
 */
export function Router({ initialHref, children }: { initialHref: string; children: ReactNode }) {
  const [location, setLocation] = useState<PageLocation>(() => parseLocation(initialHref))
  const [pending, startTransition] = useTransition()
  const arrival = useRef<'first' | 'new' | 'back' | 'keep'>('first')
  const shown = useRef(location)

  const show = useCallback((next: PageLocation, how: typeof arrival.current) => {
    // Started here so that code and data of the page travel while React prepares it.
    loadRouteAgain(next.pathname).catch(() => {})
    startTransition(() => {
      arrival.current = how
      setLocation(next)
    })
  }, [])

  const navigate = useCallback(
    (href: string, { replace = false, keepScroll = false }: NavigateOptions = {}) => {
      rememberScroll()
      const key = newKey()
      if (replace) history.replaceState({ key: history.state?.key ?? key }, '', href)
      else history.pushState({ key }, '', href)
      show(parseLocation(href), keepScroll ? 'keep' : 'new')
    },
    [show],
  )

  useEffect(layOutWhenTouched, [])

  useEffect(() => {
    history.scrollRestoration = 'manual'
    nameEntry()
    // Also when a link leads to a place on this page, which makes an entry without a name.
    const back = () => {
      nameEntry()
      show(parseLocation(window.location.href), 'back')
    }
    window.addEventListener('popstate', back)
    window.addEventListener('pagehide', rememberScroll)
    window.addEventListener('scrollend', rememberScroll)
    return () => {
      window.removeEventListener('popstate', back)
      window.removeEventListener('pagehide', rememberScroll)
      window.removeEventListener('scrollend', rememberScroll)
    }
  }, [show])

  useBrowserLayoutEffect(() => {
    const samePage = shown.current.pathname === location.pathname
    shown.current = location
    const how = arrival.current
    const y = how === 'first' || how === 'back' ? recallScroll() : undefined
    if (how !== 'first' || y || location.hash) layOutWhole()
    if (how === 'keep') return
    if (y !== undefined) {
      // Not returned: newer browsers answer a promise, which React would take for the effect's clean-up.
      window.scrollTo(0, y)
      return
    }
    const target = targetOf(location)
    if (target !== null) target.scrollIntoView()
    else if (how === 'new') window.scrollTo(0, 0)
    // The keyboard and the screen reader start over at the new page.
    if (how === 'new' && !samePage) document.getElementById('main')?.focus({ preventScroll: true })
  }, [location])

  const navigation = useMemo(() => ({ location, pending, navigate }), [location, pending, navigate])
  return <NavigationContext value={navigation}>{children}</NavigationContext>
}

/** What a link leads to on the page; it may end in anything. */
function targetOf({ hash }: PageLocation): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)))
  } catch {
    return null
  }
}
