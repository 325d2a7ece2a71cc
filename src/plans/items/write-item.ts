import { boundPhrase } from '../../domain/cadence/phrase-written.ts'
import type { Item, Threshold } from '../../domain/item.ts'
import { printDuration } from '../duration.ts'
import { printAsked, restOf } from './asked.ts'
import { fitsOnLine } from './item-line.ts'
import { isNumeric, printQuantity } from './quantity.ts'
import { isPlain, printTarget } from './targets.ts'

/** Neighbours under one heading are written under it together. */
export function writtenItems(items: readonly Item[], all: readonly Item[]): unknown[] {
  const runs: Item[][] = []
  for (const item of items) {
    const run = runs.at(-1)
    if (run?.[0]?.group === item.group) run.push(item)
    else runs.push([item])
  }
  return runs.flatMap((run) => {
    const group = run[0]?.group ?? null
    const entries = run.map((item) => entryOf(item, all))
    return group === null ? entries : [{ group, items: entries }]
  })
}

/** Words that an item of the short form cannot be titled by. */
const taken: ReadonlySet<string> = new Set(['item', 'group'])

function entryOf(item: Item, all: readonly Item[]): unknown {
  if (fitsOnLine(item) && !taken.has(item.title))
    return item.kind === 'check' ? item.title : { [item.title]: printAsked(item) }
  const { warning, critical, compute, goal, later } = item
  const onLine = (threshold: Threshold | null | undefined) => isNumeric(item.kind) && isPlain(threshold)
  return withoutNothing({
    item: item.title,
    ...(item.kind !== 'check' && { [item.kind]: restOf(plainOf(item)) || true }),
    targets: later?.map(({ from, targets }) => ({
      from: boundPhrase(from),
      target: targets.map((target) => printTarget(target, item.unit)).join(', '),
    })),
    warning: warning && !onLine(warning) ? thresholdOf(warning, item) : null,
    critical: critical && !onLine(critical) ? thresholdOf(critical, item) : null,
    compare: item.compare,
    annual: item.annual === undefined ? null : printQuantity(item.annual, item.unit),
    goal: goal && (goal.op === '>=' ? nameOf(goal.item, all) : { 'at-most': nameOf(goal.item, all) }),
    compute: compute && { [compute.of]: compute.items.map((id) => nameOf(id, all)) },
    optional: item.optional || null,
    severity: item.severity,
    owner: item.owner,
    look: item.look,
    run: item.run,
    expect: item.expect,
    steps: item.steps,
    note: item.note,
    'if-failed': item.ifFailed,
    into: item.into,
  })
}

/** What the line beside the kind can say of it. */
function plainOf({ warning, critical, ...item }: Item): Item {
  return { ...item, critical: isPlain(critical) ? critical : null, ...(warning && isPlain(warning) && { warning }) }
}

function thresholdOf({ when, severity, respondMinutes, do: action }: Threshold, { unit }: Item) {
  return withoutNothing({
    when: printTarget(when, unit),
    severity,
    respond: respondMinutes === undefined ? null : printDuration(respondMinutes),
    do: action,
  })
}

/** Its title where that is enough to find it again. */
function nameOf(id: string, all: readonly Item[]): string {
  const title = all.find((item) => item.id === id)?.title
  const alike = (word: string) => all.filter((item) => item.title.toLowerCase() === word.toLowerCase()).length
  return title !== undefined && alike(title) === 1 && !all.some((item) => item.id === title) ? title : id
}

function withoutNothing(keys: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== null && value !== undefined))
}
