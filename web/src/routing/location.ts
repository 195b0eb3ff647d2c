import { createContext, useContext } from 'react'

export interface PageLocation {
  pathname: string
  search: string
  hash: string
}

export function parseLocation(href: string): PageLocation {
  const { pathname, search, hash } = new URL(href, 'http://page')
  return { pathname, search, hash }
}

export interface Navigation {
  location: PageLocation
  /** True while the next page's code is on its way; the old page stays meanwhile. */
  pending: boolean
  navigate: (href: string, options?: NavigateOptions) => void
}

export interface NavigateOptions {
  replace?: boolean
  /** For changes within a page: neither scroll nor focus moves. */
  keepScroll?: boolean
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('NavigationContext has no value: render inside Router.')
  return navigation
}
