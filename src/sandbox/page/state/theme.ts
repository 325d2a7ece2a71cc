import { useEffect, useState } from 'preact/hooks'

export type Theme = 'auto' | 'light' | 'dark'

const shelf = 'rounds-theme'

const saved = (): Theme => {
  const value = window.localStorage.getItem(shelf)
  return value === 'light' || value === 'dark' ? value : 'auto'
}

/** The same in every window and frame of this browser. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(saved)
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => {
    const follow = () => setTheme(saved())
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [])
  const choose = (next: Theme) => {
    window.localStorage.setItem(shelf, next)
    setTheme(next)
  }
  return [theme, choose]
}
