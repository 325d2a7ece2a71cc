import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

/** The sidebar of a narrow window: focus goes in with it and back out, and Esc closes it. */
export function useDrawer() {
  const [drawerOpen, setOpen] = useState(false)
  const opener = useRef<Element | null>(null)
  const openDrawer = useCallback(() => {
    opener.current = document.activeElement
    setOpen(true)
  }, [])
  const closeDrawer = useCallback(() => setOpen(false), [])

  useEffect(() => {
    if (!drawerOpen) return
    document.querySelector<HTMLElement>('.sidebar select')?.focus()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
    }
  }, [drawerOpen])
  return { drawerOpen, openDrawer, closeDrawer }
}
