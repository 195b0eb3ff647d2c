import { type LanguageCode, languages } from '../i18n/languages.ts'
import { useLanguage } from '../i18n/messages.ts'
import { rememberChoice } from '../lib/cookie.ts'

export function LanguageChoice() {
  const { code, t } = useLanguage()
  return (
    <select
      aria-label={t.language}
      value={code}
      onChange={(event) => {
        rememberChoice('language', event.target.value as LanguageCode)
        location.reload()
      }}
      className="h-10.5 rounded-md border border-line-strong bg-transparent px-2 text-sm font-semibold"
    >
      {Object.entries(languages).map(([language, name]) => (
        <option key={language} value={language} className="bg-raised text-ink">
          {name}
        </option>
      ))}
    </select>
  )
}
