import { refuse } from '../domain/outcome.ts'
import type { Refusal } from '../domain/refusal.ts'
import { signOff } from '../domain/settle.ts'
import { type ChecklistRequest, onChecklist } from './on-checklist.ts'
import type { Deps } from './transact.ts'

/** Ten days: longer than any ritual, short enough to catch a slip of the finger. */
const longestMinutes = 14_400

/** `minutes` as it was typed; empty where nobody counted. */
export function signOffChecklist(
  deps: Deps,
  request: ChecklistRequest & { readonly minutes: string },
): Promise<Refusal | undefined> {
  const typed = request.minutes.trim()
  const minutes = typed === '' ? null : Number(typed)
  const sensible = minutes === null || (Number.isInteger(minutes) && minutes >= 0 && minutes <= longestMinutes)
  return onChecklist(deps, { ...request, positions: [] }, ({ checklist, by, now }) =>
    sensible ? signOff(checklist, { by, now, minutes }) : refuse({ kind: 'minutes-not-understood', got: typed }),
  )
}
