const keyOf = (value: unknown): string | null => {
  if (typeof value !== 'object' || value === null) return null
  const { ts, viewId, id, ephemeral } = value as Record<string, unknown>
  const key = ts ?? viewId ?? id
  return typeof key === 'string' ? `${key}${ephemeral === true ? '-ephemeral' : ''}` : null
}

const reuseList = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] => {
  const byKey = new Map(before.map((entry) => [keyOf(entry), entry]))
  const merged = after.map((entry, index) => {
    const key = keyOf(entry)
    return reuse(key === null ? before[index] : byKey.get(key), entry)
  })
  return merged.length === before.length && merged.every((entry, index) => entry === before[index]) ? before : merged
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The new value, built from the old one's parts wherever they are equal. Snapshots come whole; this gives what did not
 * change its old identity, so that a memoised message draws only when it is another one.
 */
export function reuse<T>(before: unknown, after: T): T {
  if (before === after) return after
  if (Array.isArray(before) && Array.isArray(after)) return reuseList(before, after) as T
  if (!isRecord(before) || !isRecord(after)) return after
  const keys = Object.keys(after)
  const merged: Record<string, unknown> = {}
  let same = keys.length === Object.keys(before).length
  for (const key of keys) {
    merged[key] = reuse(before[key], after[key])
    if (merged[key] !== before[key] || !(key in before)) same = false
  }
  return (same ? before : merged) as T
}
