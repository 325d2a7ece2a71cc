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
    const opener = document.activeElement
    const dialog = box.current
    dialog?.showModal()
    if (dialog) firstStop(dialog).focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
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
