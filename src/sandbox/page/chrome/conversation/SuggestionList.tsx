import type { Suggestion } from '../../state/suggestions.ts'

type Props = {
  readonly id: string
  readonly suggestions: readonly Suggestion[]
  readonly at: number
  readonly onChoose: (suggestion: Suggestion) => void
}

export function SuggestionList({ id, suggestions, at, onChoose }: Props) {
  return (
    <div id={id} role="listbox" aria-label="Suggestions" class="suggestions">
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the textbox, which keeps the focus
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          // The textbox must not lose focus to a click on the list.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          <strong>{suggestion.title}</strong> {suggestion.hint && <code>{suggestion.hint}</code>}
          <small>{suggestion.note}</small>
        </div>
      ))}
    </div>
  )
}
