import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/**
 * A card is redrawn while somebody works on it from the keyboard, and the very button that had focus may be gone. Focus
 * then goes to what stands in its place instead of falling back to the top of the page.
 */
export function useKeptFocus<Box extends HTMLElement>(drawn: unknown) {
  const box = useRef<Box>(null)
  const blockAt = useRef(-1)

  useEffect(() => {
    const outer = box.current
    if (!outer) return
    const blocks = () => [...outer.querySelectorAll('.block')]
    const enter = (event: FocusEvent) => {
      blockAt.current = blocks().findIndex((block) => block.contains(event.target as Node))
    }
    const leave = (event: FocusEvent) => {
      // Without a next target the element may just have been removed; that is the case to mend.
      if (event.relatedTarget !== null && !outer.contains(event.relatedTarget as Node)) blockAt.current = -1
    }
    outer.addEventListener('focusin', enter)
    outer.addEventListener('focusout', leave)
    return () => {
      outer.removeEventListener('focusin', enter)
      outer.removeEventListener('focusout', leave)
    }
  }, [])

  useLayoutEffect(() => {
    if (blockAt.current < 0 || document.activeElement !== document.body) return
    const block = box.current?.querySelectorAll('.block')[blockAt.current]
    const next = block?.querySelector<HTMLElement>('button, select, input') ?? box.current
    next?.focus({ preventScroll: true })
  }, [drawn])

  return box
}
