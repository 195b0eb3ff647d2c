import { useState } from 'react'
import { Icon, type IconName } from '../components/Icon.tsx'
import { useMessages } from '../i18n/messages.ts'
import { rememberChoice } from '../lib/cookie.ts'
import { type Theme, useSiteConfig } from '../lib/siteConfig.ts'

const icons: Record<Theme, IconName> = { light: 'sun', dark: 'moon', system: 'screen' }
const themes = Object.keys(icons) as Theme[]

export function ThemeChoice() {
  const t = useMessages()
  const [theme, setTheme] = useState(useSiteConfig().theme)
  const choose = (next: Theme) => {
    setTheme(next)
    rememberChoice('theme', next)
    if (next === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = next
  }
  return (
    <fieldset className="flex rounded-md border border-line-strong p-0.5">
      <legend className="sr-only">{t.theme.label}</legend>
      {themes.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={theme === name}
          aria-label={t.theme[name]}
          title={t.theme[name]}
          onClick={() => choose(name)}
          className="grid size-9 place-items-center rounded-sm text-ink-3 hover:text-ink aria-pressed:bg-ink aria-pressed:text-ground"
        >
          <Icon name={icons[name]} className="size-4.5" />
        </button>
      ))}
    </fieldset>
  )
}
