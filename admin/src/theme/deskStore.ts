import { localStorageStore } from 'react-admin'
import { readTheme } from './themeCookie.ts'

/** What the desk remembers in this browser. */
export const deskStore = localStorageStore('1', 'KindlingDesk')

/** The choice of colours is the cookie's; signing out empties the store. */
export function keepTheme(): void {
  const theme = readTheme()
  deskStore.setItem('theme', theme === 'system' ? undefined : theme)
}
keepTheme()
