import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Tool, ToolProps } from './tool.ts'

export const buttonOf = (id: string): string => `tool-${id}`

type Props = ToolProps & { readonly tool: Tool }

/** Beside the conversation, over it where there is no room, and instead of it on a phone. */
export function ToolPanel({ tool, ...props }: Props) {
  const { id, label, Panel, wide, isUnder } = tool
  const { onClose } = props
  const box = useToolFocus(id)
  return (
    <aside
      ref={box}
      class={`tool${wide ? ' is-wide' : ''}${isUnder ? ' is-under' : ''}`}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <header class="main-head">
        <div class="main-title">
          <h2>{label}</h2>
        </div>
        <button type="button" class="quiet" aria-label={`Close ${label}`} onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <Panel {...props} />
    </aside>
  )
}

/** Focus goes in with whoever opened the panel, not on reload, and back to its button from wherever it is inside. */
function useToolFocus(id: string) {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const panel = box.current
    if (document.activeElement !== document.body) panel?.focus()
    return () => {
      if (panel?.contains(document.activeElement)) document.getElementById(buttonOf(id))?.focus()
    }
  }, [id])
  return box
}
