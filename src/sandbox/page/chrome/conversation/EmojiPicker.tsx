import { useRef, useState } from 'preact/hooks'
import { canonicalName, emojiNames, emojiOf } from '../../../reading/emoji.ts'
import { type Popover, walkWith } from '../../elements/usePopover.ts'

const common = '+1 white_check_mark eyes tada raised_hands heart joy thinking_face pray warning fire x'.split(' ')

const mostShown = 48

/** Names that contain the words, each emoji once; those that begin with them first. */
export function emojiMatching(query: string): readonly string[] {
  const wanted = query.trim().toLowerCase().replaceAll(':', '').replaceAll(/\s+/g, '_')
  if (wanted === '') return common
  const found = emojiNames.filter((name) => name.includes(wanted))
  const begin = found.filter((name) => name.startsWith(wanted))
  return [...new Set([...begin, ...found].flatMap((name) => canonicalName(name) ?? []))].slice(0, mostShown)
}

type Props = { readonly popover: Popover; readonly onPick: (name: string) => void }

export function EmojiPicker({ popover, onPick }: Props) {
  return (
    <div
      ref={popover.panel}
      id={popover.id}
      popover="auto"
      role="dialog"
      aria-label="Add a reaction"
      class="menu emoji-picker"
      onToggle={popover.onToggle}
    >
      {popover.open && <Search onPick={onPick} />}
    </div>
  )
}

function Search({ onPick }: { readonly onPick: (name: string) => void }) {
  const [query, setQuery] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const names = emojiMatching(query)
  const buttons = () => [...(box.current?.querySelectorAll('button') ?? [])]
  return (
    <>
      <input
        type="search"
        class="field"
        aria-label="Search emoji"
        placeholder="Search emoji"
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = names
          if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
          // The focus moves on, and what has it then must not take the key as its own.
          event.preventDefault()
          if (event.key === 'ArrowDown') buttons()[0]?.focus()
          else if (first !== undefined) onPick(first)
        }}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys move between the buttons inside */}
      <div ref={box} class="emoji-grid" onKeyDown={(event) => walkWith(event, buttons())}>
        {names.map((name) => (
          <button key={name} type="button" aria-label={name} title={`:${name}:`} onClick={() => onPick(name)}>
            {emojiOf(name)}
          </button>
        ))}
      </div>
      {names.length === 0 && <p class="hint">No emoji is called that.</p>}
    </>
  )
}
