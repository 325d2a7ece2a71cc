import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

type Props = {
  readonly title: string
  readonly class?: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary'

const firstStop = (dialog: HTMLElement): HTMLElement =>
  dialog.querySelector<HTMLElement>('[autofocus], [data-first-focus]') ??
  dialog.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)') ??
  dialog

function trailOf(opener: Element | null): readonly Element[] {
  return opener === null || opener === document.body ? [] : [opener, ...trailOf(opener.parentElement)]
}

/** On the opener, or on what stands in its place in a card that was redrawn in the meantime. */
function focusOn([opener, ...around]: readonly Element[]) {
  if (!(opener instanceof HTMLElement)) return
  if (opener.isConnected) return opener.focus({ preventScroll: true })
  const nearest = around.find((one) => one.isConnected && one.querySelector(reachable) !== null)
  nearest?.querySelector<HTMLElement>(reachable)?.focus({ preventScroll: true })
}

function keepInside(event: KeyboardEvent, dialog: HTMLElement) {
  const stops = [...dialog.querySelectorAll<HTMLElement>(reachable)].filter((stop) => stop.offsetParent !== null)
  const edge = event.shiftKey ? stops[0] : stops.at(-1)
  if (document.activeElement !== edge && document.activeElement !== dialog) return
  event.preventDefault()
  ;(event.shiftKey ? stops.at(-1) : stops[0])?.focus()
}

/** A modal on the browser's top layer: the rest is inert, Tab stays inside, Esc closes, and focus goes back after it. */
export function Dialog({ title, class: className = '', onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const wayBack = trailOf(document.activeElement)
    const dialog = box.current
    dialog?.showModal()
    if (dialog) firstStop(dialog).focus()
    return () => {
      // While a dialog is open, nothing outside it takes the focus.
      dialog?.close()
      focusOn(wayBack)
    }
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Tab' && box.current) keepInside(event, box.current)
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }

  return (
    <dialog
      ref={box}
      aria-label={title}
      class={`dialog ${className}`}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </dialog>
  )
}
