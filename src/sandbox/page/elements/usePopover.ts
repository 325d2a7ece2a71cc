import type { RefObject } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'

const gap = 4

/** Below its anchor, or above it where there is no room; always inside the window. */
export function placeBeside(panel: HTMLElement, anchor: HTMLElement) {
  const at = anchor.getBoundingClientRect()
  const below = at.bottom + gap + panel.offsetHeight <= window.innerHeight
  panel.style.top = `${below ? at.bottom + gap : Math.max(gap, at.top - gap - panel.offsetHeight)}px`
  panel.style.left = `${Math.max(gap, Math.min(at.left, window.innerWidth - panel.offsetWidth - gap))}px`
}

export type Popover = {
  readonly id: string
  readonly open: boolean
  readonly panel: RefObject<HTMLDivElement | null>
  readonly onToggle: (event: { readonly newState: string }) => void
  readonly show: () => void
  readonly hide: () => void
}

/** The browser's own popover beside an anchor: a click elsewhere or Esc closes it, and focus goes back. */
export function usePopover(anchor: RefObject<HTMLElement | null>, firstStop: string): Popover {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  // What is inside is drawn only once it is open, so it can be measured only then.
  useLayoutEffect(() => {
    if (!open || !panel.current || !anchor.current) return
    placeBeside(panel.current, anchor.current)
    panel.current.querySelector<HTMLElement>(firstStop)?.focus()
  }, [open])
  return {
    id,
    open,
    panel,
    onToggle: (event) => setOpen(event.newState === 'open'),
    show: () => panel.current?.showPopover(),
    hide: () => panel.current?.hidePopover(),
  }
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

/** Arrow keys go from one to the next of these. */
export function walkWith(event: KeyboardEvent, stops: readonly HTMLElement[]) {
  const move = moves[event.key]
  if (!move) return
  event.preventDefault()
  stops[move(stops.indexOf(document.activeElement as HTMLElement), stops.length)]?.focus()
}
