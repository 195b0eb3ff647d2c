import ComputerOutlined from '@mui/icons-material/ComputerOutlined'
import DarkModeOutlined from '@mui/icons-material/DarkModeOutlined'
import LightModeOutlined from '@mui/icons-material/LightModeOutlined'
import { ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useStore } from 'react-admin'
import { chooseTheme, readTheme, type ThemeName } from './themeCookie.ts'

const themes = [
  { name: 'light', label: 'Light', icon: LightModeOutlined },
  { name: 'dark', label: 'Dark', icon: DarkModeOutlined },
  { name: 'system', label: 'As the system', icon: ComputerOutlined },
] as const

/** Shared with the web app by cookie, so that the server writes the right page at once. */
export function ThemeChoice() {
  const [stored, store] = useStore<'light' | 'dark' | undefined>('theme')
  const current: ThemeName = stored ?? readTheme()
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={current}
      aria-label="Colours"
      onChange={(_event, name: ThemeName | null) => {
        if (name === null) return
        chooseTheme(name)
        store(name === 'system' ? undefined : name)
      }}
    >
      {themes.map(({ name, label, icon: Icon }) => (
        <ToggleButton key={name} value={name} aria-label={label} title={label}>
          <Icon fontSize="small" />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
