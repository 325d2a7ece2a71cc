import { useId, useRef } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { toList, toText } from '../state/json.ts'
import { plainText } from '../text/TextObject.tsx'
import { type ElementProps, useTell } from './element-props.ts'
import { useConfirm } from './useConfirm.tsx'

const gap = 4

/** Below the button, or above it where there is no room; always inside the window. */
function place(menu: HTMLElement, button: HTMLElement) {
  const at = button.getBoundingClientRect()
  const below = at.bottom + gap + menu.offsetHeight <= window.innerHeight
  menu.style.top = `${below ? at.bottom + gap : Math.max(gap, at.top - gap - menu.offsetHeight)}px`
  menu.style.left = `${Math.max(gap, Math.min(at.left, window.innerWidth - menu.offsetWidth - gap))}px`
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
}

export function Overflow(props: ElementProps) {
  const { element } = props
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const { acted } = useTell(props)
  const { ask, dialog } = useConfirm(element)
  const items = () => [...(menu.current?.querySelectorAll('button') ?? [])]

  const onToggle = (event: { readonly newState: string }) => {
    const open = event.newState === 'open'
    button.current?.setAttribute('aria-expanded', String(open))
    if (!open || !menu.current || !button.current) return
    place(menu.current, button.current)
    items()[0]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moves[event.key]
    const stops = items()
    if (event.key === 'Tab') menu.current?.hidePopover()
    if (!move) return
    event.preventDefault()
    stops[move(stops.indexOf(document.activeElement as HTMLButtonElement), stops.length)]?.focus()
  }
  const choose = (option: Json) => {
    menu.current?.hidePopover()
    ask(() => {
      const url = toText(option.url)
      if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener')
      void acted({ selected_option: option })
    })
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        class="button button-icon"
        aria-label={toText(element.accessibility_label) || 'More actions'}
        aria-haspopup="menu"
        aria-expanded="false"
        popovertarget={id}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      <div ref={menu} id={id} role="menu" popover="auto" class="menu" onToggle={onToggle} onKeyDown={onKeyDown}>
        {toList(element.options).map((option) => (
          <button key={toText(option.value)} type="button" role="menuitem" tabIndex={-1} onClick={() => choose(option)}>
            {plainText(option.text)}
            {option.description !== undefined && <small>{plainText(option.description)}</small>}
          </button>
        ))}
      </div>
      {dialog}
    </>
  )
}
