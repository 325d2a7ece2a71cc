import { HalfMoon, Moon, Sun } from '../chrome/icons.tsx'
import { type Theme, useTheme } from '../state/theme.ts'

const next: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' }
const names: Readonly<Record<Theme, string>> = { auto: 'as the system', light: 'light', dark: 'dark' }

export function ThemeButton() {
  const [theme, setTheme] = useTheme()
  const Mark = theme === 'light' ? Sun : theme === 'dark' ? Moon : HalfMoon
  const label = `Theme: ${names[theme]}`
  return (
    <button type="button" class="quiet" aria-label={label} title={label} onClick={() => setTheme(next[theme])}>
      <Mark />
    </button>
  )
}
