import type { Choice, ChoiceGroup } from './options.ts'

const draw = ({ value, label }: Choice) => (
  <option key={value} value={value}>
    {label}
  </option>
)

export function Options({ groups }: { readonly groups: readonly ChoiceGroup[] }) {
  return (
    <>
      {groups.map(({ label, choices }) =>
        label === null ? (
          choices.map(draw)
        ) : (
          <optgroup key={label} label={label}>
            {choices.map(draw)}
          </optgroup>
        ),
      )}
    </>
  )
}
