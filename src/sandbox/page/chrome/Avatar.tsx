import { useDirectory } from '../state/directory.ts'

const hueOf = (id: string): number => {
  let sum = 7
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 3600
  return (sum * 47) % 360
}

const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map((word) => [...(word ?? '?')][0] ?? '?')
    .join('')
    .toUpperCase()
}

/** Initials on a colour that always belongs to the same person; the app has its own mark. */
export function Avatar({ user, size = 'large' }: { readonly user: string; readonly size?: 'large' | 'small' }) {
  const { people, botUser } = useDirectory()
  if (user === botUser)
    return (
      <span class={`avatar avatar-${size} avatar-app`} aria-hidden="true">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M6 12.5l4.2 4.2L18 8" />
        </svg>
      </span>
    )
  return (
    <span class={`avatar avatar-${size}`} aria-hidden="true" style={{ '--hue': hueOf(user) }}>
      {initialsOf(people.get(user)?.realName ?? user)}
    </span>
  )
}
