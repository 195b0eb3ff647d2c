export const languages = { en: 'English', de: 'Deutsch' } as const
export type LanguageCode = keyof typeof languages
export const isLanguage = (code: string | undefined): code is LanguageCode => code !== undefined && code in languages
