import { createContext, useContext } from 'react'
import type { en } from './en.ts'
import type { LanguageCode } from './languages.ts'

/** A language is a file that holds the same keys. */
export type Messages = typeof en

export interface Language {
  code: LanguageCode
  t: Messages
}

export const LanguageContext = createContext<Language | null>(null)

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (language === null) throw new Error('LanguageContext has no value: render inside App.')
  return language
}

export const useMessages = (): Messages => useLanguage().t

export async function loadMessages(code: LanguageCode): Promise<Messages> {
  return code === 'de' ? (await import('./de.ts')).de : (await import('./en.ts')).en
}
