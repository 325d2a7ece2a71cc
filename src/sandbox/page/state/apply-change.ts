import { type ListChange, messageKey, type Snapshot, type SnapshotChange } from '../../protocol.ts'
import { reuse } from './reuse.ts'

/** The snapshot after the change; what did not change stays the same object. Undefined when a change was missed. */
export function applyChange(before: Snapshot, change: SnapshotChange): Snapshot | undefined {
  if (change.since !== before.version) return undefined
  const { machine = before.clock.machine, ...sections } = change.sections
  const messages = applyList(before.messages, change.messages, messageKey)
  return {
    ...before,
    ...reuse(pick(before, sections), sections),
    version: change.version,
    clock: { now: change.now, machine: reuse(before.clock.machine, machine) },
    messages: messages === before.messages ? messages : messages.toSorted((one, other) => (one.ts < other.ts ? -1 : 1)),
    notifications: applyList(before.notifications, change.notifications, ({ id }) => id),
  }
}

const pick = <Part extends object>(whole: Snapshot, part: Part) =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name in part))

function applyList<Entry>(
  before: readonly Entry[],
  { put, gone }: ListChange<Entry>,
  keyOf: (entry: Entry) => string,
): readonly Entry[] {
  if (put.length === 0 && gone.length === 0) return before
  const entries = new Map(before.map((entry) => [keyOf(entry), entry]))
  for (const key of gone) entries.delete(key)
  for (const entry of put) entries.set(keyOf(entry), reuse(entries.get(keyOf(entry)), entry))
  return [...entries.values()]
}
