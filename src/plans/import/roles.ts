import type { DraftContact, DraftRole, Sourced } from './draft.ts'
import { nameIn } from './names.ts'

/** Roles as they are named, each once; `@name` is a person and needs none. */
export function rolesBook() {
  const roles = new Map<
    string,
    { title: string; people: readonly string[]; lines: number[]; contacts: DraftContact[] }
  >()
  return {
    /** Under which name the plan knows whoever the document means. */
    named({ text, line }: Sourced, contacts: readonly DraftContact[] = []): string {
      const title = titleIn(text)
      if (/^@[^\s@,]+$/u.test(title)) return title
      const id = nameIn(title, 'owner')
      const role = roles.get(id) ?? { title, people: placeholders(title), lines: [], contacts: [] }
      role.lines.push(line)
      role.contacts.push(...contacts)
      roles.set(id, role)
      return id
    },
    all(): readonly DraftRole[] {
      return [...roles].map(([id, role]) => ({ id, ...role }))
    },
  }
}

/** `CTO immediately` means the CTO. */
function titleIn(text: string): string {
  return text
    .replace(/\s*\b(?:immediately|at once|within .*|first|sofort|immédiatement)\s*$/iu, '')
    .replace(/\s*\([^)]*\)\s*$/u, '')
    .replace(/[\s.,;]+$/u, '')
    .slice(0, 80)
    .trim()
}

/** A handle for everybody in it, to be replaced by a person's own. */
function placeholders(title: string): readonly string[] {
  const people = title.split(/\s*(?:\+|&|,|;|\band\b|\bund\b|\bet\b)\s*/iu).filter((piece) => /\p{L}/u.test(piece))
  return [...new Set(people.map((piece) => `@${nameIn(piece, 'owner')}`))]
}
