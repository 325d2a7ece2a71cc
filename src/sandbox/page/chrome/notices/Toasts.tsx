import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Toast } from '../../state/toasts.ts'

type Props = { readonly toasts: readonly Toast[]; readonly onDismiss: (id: number) => void }

export function Toasts({ toasts, onDismiss }: Props) {
  const box = useRef<HTMLDivElement>(null)
  // Shown again for each new one, to lie above a modal that opened meanwhile.
  useLayoutEffect(() => {
    box.current?.hidePopover()
    if (toasts.length > 0) box.current?.showPopover()
  }, [toasts])
  return (
    <div ref={box} popover="manual" class="toasts" role="alert">
      {toasts.map(({ id, text }) => (
        <div key={id} class="toast">
          <div>
            <small>Slackbot · Only visible to you</small>
            <p>{text}</p>
          </div>
          <button type="button" class="quiet" aria-label="Dismiss" onClick={() => onDismiss(id)}>
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
    </div>
  )
}
