import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { type ElementProps, naming, placeholderOf } from './element-props.ts'
import type { Choice } from './options.ts'
import { placeBeside } from './usePopover.ts'
import { type Search, useSearch } from './useSearch.ts'

type Props = ElementProps & {
  /** What is chosen, shown until one types. */
  readonly shown: string
  readonly taken?: readonly string[]
  readonly disabled?: boolean
  readonly onPick: (option: Json) => void
}

/** A text field over a list that the app fills while one types. */
export function Combobox({ shown, taken = [], disabled = false, onPick, ...props }: Props) {
  const { element, blockId } = props
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const search = useSearch(blockId, element, query)
  const choices = search?.state === 'found' ? choicesOf(search, taken) : []
  const picked = choices[Math.min(at, choices.length - 1)]
  const open = search !== null

  useEffect(() => {
    if (!panel.current || !field.current) return
    if (!open) return panel.current.hidePopover()
    panel.current.showPopover()
    panel.current.style.minWidth = `${field.current.offsetWidth}px`
    placeBeside(panel.current, field.current)
  }, [open, search])

  useEffect(() => {
    panel.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [picked])

  const choose = (choice: Choice) => {
    setQuery(null)
    onPick(choice.whole as Json)
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (!open) setQuery('')
      else if (choices.length > 0) setAt((at + step + choices.length) % choices.length)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (picked) choose(picked)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setQuery(null)
    }
  }

  return (
    <div class="combobox">
      <input
        {...naming(props, 'Search')}
        ref={field}
        type="text"
        class="field select"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={picked ? `${list}-${choices.indexOf(picked)}` : undefined}
        placeholder={placeholderOf(element) || 'Search'}
        disabled={disabled}
        value={query ?? shown}
        onInput={(event) => {
          setQuery(event.currentTarget.value)
          setAt(0)
        }}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setQuery((before) => before ?? '')}
        onBlur={() => setQuery(null)}
        onKeyDown={onKeyDown}
      />
      <div ref={panel} id={list} popover="manual" role="listbox" aria-label="Options" class="menu listbox">
        {search && <Found list={list} search={search} choices={choices} picked={picked} onPick={choose} />}
      </div>
      <span class="unseen" role="status">
        {search && wordsFor(search, choices.length)}
      </span>
    </div>
  )
}

const choicesOf = (search: Search & { state: 'found' }, taken: readonly string[]): readonly Choice[] =>
  search.groups.flatMap((group) => group.choices).filter(({ value }) => !taken.includes(value))

function wordsFor(search: Search, count: number): string {
  switch (search.state) {
    case 'short':
      return `Type ${search.least} or more characters to search`
    case 'loading':
      return 'Loading …'
    case 'failed':
      return search.error
    case 'found':
      return count === 0 ? 'No results' : `${count} ${count === 1 ? 'result' : 'results'}`
  }
}

type FoundProps = {
  readonly list: string
  readonly search: Search
  readonly choices: readonly Choice[]
  readonly picked: Choice | undefined
  readonly onPick: (choice: Choice) => void
}

function Found({ list, search, choices, picked, onPick }: FoundProps) {
  if (search.state !== 'found' || choices.length === 0)
    return <p class={search.state === 'failed' ? 'error' : 'hint'}>{wordsFor(search, choices.length)}</p>
  const option = (choice: Choice) => (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the text field, which keeps the focus
    <div
      key={choice.value}
      id={`${list}-${choices.indexOf(choice)}`}
      role="option"
      tabIndex={-1}
      aria-selected={choice === picked}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(choice)}
    >
      {choice.label}
    </div>
  )
  return (
    <>
      {search.groups.map(({ label, choices: own }) => {
        const left = own.filter((choice) => choices.includes(choice))
        if (label === null || left.length === 0) return left.map(option)
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, which no fieldset may be
          <div key={label} role="group" aria-label={label}>
            <strong aria-hidden="true">{label}</strong>
            {left.map(option)}
          </div>
        )
      })}
    </>
  )
}
