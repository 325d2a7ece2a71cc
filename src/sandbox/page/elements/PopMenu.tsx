import type { ComponentChildren, RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { usePopover, walkWith } from './usePopover.ts'

export type MenuItem = {
  readonly key: string
  readonly label: string
  readonly note?: string
  readonly danger?: boolean
  readonly onChoose: () => void
}

type Props = {
  readonly label: string
  readonly class: string
  readonly items: readonly MenuItem[]
  /** What the menu opens beside; its button, when absent. */
  readonly anchor?: RefObject<HTMLElement | null>
  readonly disabled?: boolean
  readonly children: ComponentChildren
}

/** A button with a menu, by mouse, touch and keys. */
export function PopMenu({ label, class: className, items, anchor, disabled = false, children }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const { id, open, panel, onToggle, hide } = usePopover(anchor ?? button, '[role="menuitem"]')

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') hide()
    walkWith(event, [...(panel.current?.querySelectorAll('button') ?? [])])
  }
  const choose = (item: MenuItem) => {
    hide()
    item.onChoose()
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        popovertarget={id}
      >
        {children}
      </button>
      <div
        ref={panel}
        id={id}
        role="menu"
        aria-label={label}
        popover="auto"
        class="menu"
        onToggle={onToggle}
        onKeyDown={onKeyDown}
      >
        {open &&
          items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              class={item.danger ? 'menu-danger' : undefined}
              tabIndex={-1}
              onClick={() => choose(item)}
            >
              {item.label}
              {item.note && <small>{item.note}</small>}
            </button>
          ))}
      </div>
    </>
  )
}
