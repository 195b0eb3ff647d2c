import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { loadRouteAgain } from '../routes.ts'
import { useNavigation } from './location.ts'

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string
  keepScroll?: boolean
  replace?: boolean
}

/** A link within the app; with a modifier key it is the browser's. The page's code is fetched when the pointer is near. */
export function Link({ to, keepScroll = false, replace = false, onClick, ...rest }: LinkProps) {
  const { navigate } = useNavigation()
  const prefetch = () => void loadRouteAgain(to.split(/[?#]/)[0] ?? '/').catch(() => {})
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    navigate(to, { keepScroll, replace })
  }
  return <a {...rest} href={to} onClick={follow} onPointerEnter={prefetch} onFocus={prefetch} />
}
