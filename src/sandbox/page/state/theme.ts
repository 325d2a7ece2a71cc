import { useEffect, useState } from 'preact/hooks'

export type Theme = 'auto' | 'light' | 'dark'

const shelf = 'rounds-theme'

const saved = (): Theme => {
  const value = window.localStorage.getItem(shelf)
  return value === 'light' || value === 'dark' ? value : 'auto'
}

export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(saved)
  useEffect(() => {
    window.localStorage.setItem(shelf, theme)
    document.documentElement.dataset.theme = theme
  }, [theme])
  return [theme, setTheme]
}
