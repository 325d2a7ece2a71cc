import type { Path, Report } from './fault.ts'
import { person } from './fields.ts'
import { expanded } from './items/for-each.ts'
import { isMap, unknownMessage } from './shape.ts'

/** Whoever a plan names must be one of its roles or a person; in every place, wherever it stands. */
export function checkReferences(plan: Record<string, unknown>, report: Report): void {
  const roles = isMap(plan.roles) ? Object.keys(plan.roles) : []
  for (const { path, name } of namesIn(plan, [])) {
    if (roles.includes(name) || person.safeParse(name).success) continue
    const hint = /^[A-Z@]/.test(name) || roles.length === 0 ? '; a person is written "@maria"' : ''
    report({ path, rule: 'unknown-role', message: unknownMessage('role', name, roles) + hint })
  }
}

function namesIn(value: unknown, path: Path): { path: Path; name: string }[] {
  if (Array.isArray(value))
    return value.flatMap((entry, index) => written(entry).flatMap((one) => namesIn(one, [...path, index])))
  if (!isMap(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    if (typeof inner === 'string' && (key === 'owner' || key === 'escalate') && !isShortItem(value, path))
      return [{ path: here, name: inner.trim() }]
    if (key === 'escalation' && path.length === 0 && Array.isArray(inner)) return inner.flatMap(levelIn(here))
    return namesIn(inner, here)
  })
}

/** What is repeated may name another role each time; what is wrong with how it is repeated is told where it is read. */
function written(entry: unknown): readonly unknown[] {
  return expanded(entry, [], () => {})
}

/** A level of the escalation is a name, or has one as its role. */
function levelIn(path: Path) {
  return (level: unknown, index: number): { path: Path; name: string }[] => {
    if (typeof level === 'string') return [{ path: [...path, index], name: level.trim() }]
    const role = isMap(level) ? level.role : undefined
    return typeof role === 'string' ? [{ path: [...path, index, 'role'], name: role.trim() }] : []
  }
}

/** `- owner: text` is an item titled owner. */
function isShortItem(value: Record<string, unknown>, path: Path): boolean {
  return typeof path.at(-1) === 'number' && Object.keys(value).length === 1
}
