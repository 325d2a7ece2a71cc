type Props = {
  readonly chips: readonly { readonly value: string; readonly label: string }[]
  readonly onRemove: (value: string) => void
}

/** What is chosen of many, each with a way to take it out again. */
export function Chips({ chips, onRemove }: Props) {
  if (chips.length === 0) return null
  return (
    <ul class="chips">
      {chips.map(({ value, label }) => (
        <li key={value} class="chip">
          {label}
          <button type="button" aria-label={`Remove ${label}`} onClick={() => onRemove(value)}>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
