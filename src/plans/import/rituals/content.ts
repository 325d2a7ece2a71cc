import type { Entry, Said } from '../document/block.ts'
import type { DraftGroup, DraftItem, DraftText, Sourced } from '../draft.ts'
import type { Part } from '../outline/part.ts'
import { titleIn } from '../outline/titles.ts'
import { isBlank } from '../reading/blank.ts'
import { readingOf } from '../reading/reading.ts'
import { severalIn } from '../reading/several.ts'
import { isTask } from '../reading/words.ts'
import { type Command, commandIn } from './commands.ts'
import { bare, type Customs, itemOf, itemOfLine, itemRead, measures, takesFigures, withTarget } from './items.ts'
import { actionIn, isBareHeading, periodsIn, saidFor } from './said.ts'
import { groupsOf } from './table.ts'

/** What stands in a section, or in a ritual without sections. */
export type Content = {
  readonly items: readonly (DraftItem | DraftGroup)[]
  readonly look: readonly Sourced[]
  readonly note: readonly Sourced[]
  readonly ifFailed: readonly Sourced[]
  readonly run: DraftText | null
  readonly expect: DraftText | null
}

type Gathered = {
  -readonly [Key in keyof Content]: Content[Key] extends readonly (infer One)[] ? One[] : Content[Key]
} & {
  /** Earlier periods with which the readings are compared. */
  readonly compared: { readonly periods: readonly string[]; readonly lines: readonly number[] }[]
  /** Lines that only say what some reading should be. */
  readonly targets: Said[]
  readonly commands: Command[]
}

export function contentOf(part: Part, customs: Customs): Content {
  const found: Gathered = {
    ...{ items: [], look: [], note: [], ifFailed: [], run: null, expect: null },
    ...{ compared: [], targets: [], commands: [] },
  }
  const blanks = part.body.filter((block): block is Entry => block.kind === 'entry' && isBlank(block.text))
  for (const block of [...part.body, ...part.parts].sort((a, b) => a.line - b.line))
    if (!blanks.includes(block as Entry)) gather(block, part, found, customs)
  // What a command is for is said beside it only where nothing else is to be done.
  const first = found.commands.find(({ run }) => run !== null)
  if (found.items.length === 0 && blanks.length === 0 && first) found.items.push(itemOfCommand(first))
  for (const { run, expect } of found.commands) {
    found.run = joined(found.run, run)
    found.expect = joined(found.expect, expect)
  }
  if (blanks.length > 0 && /[\p{L}\p{N}]/u.test(part.heading)) found.items.push(listToFill(part, blanks))
  const { items, look, note, ifFailed, run, expect } = withTargets(found, customs)
  return { items: withComparison(items, found.compared), look, note, ifFailed, run, expect }
}

function gather(block: Part['body'][number] | Part, around: Part, found: Gathered, customs: Customs): void {
  if ('heading' in block) addPart(block, around.parts.length === 1, found, customs)
  else if (block.kind === 'entry') found.items.push(...(severalOf(block, customs) ?? [itemOf(block, customs)]))
  else if (block.kind === 'said') addSaid(block, found, customs)
  else if (block.kind === 'table') found.items.push(...groupsOf(block, customs))
  else found.commands.push(commandIn(block))
}

function itemOfCommand({ says, run }: Command): DraftItem {
  const [first = ''] = run?.text.split('\n') ?? []
  return says ? bare(says.text, [says.line]) : bare(first, run?.lines.slice(0, 1) ?? [])
}

/** Several figures on a line are a group of them, or where it has no name, an item each. */
function severalOf({ text, line }: Entry, customs: Customs): readonly (DraftItem | DraftGroup)[] | null {
  const several = severalIn(text, customs.currency)
  if (!several) return null
  const items = several.items.map((reading) => itemRead(reading, line))
  return several.title === null ? items : [{ group: several.title, line, items }]
}

/** A list of blanks is one text of so many lines. */
function listToFill({ title, line }: Part, blanks: readonly Entry[]): DraftItem {
  return {
    ...bare(title, [line, ...blanks.map((one) => one.line)]),
    asked: blanks.length > 1 ? `text top ${Math.min(20, blanks.length)}` : 'text',
  }
}

function addSaid(said: Said, found: Gathered, customs: Customs): void {
  const { text, line } = said
  switch (saidFor(text)) {
    case 'item':
      found.items.push(itemOfLine(said, customs))
      return
    case 'if-failed':
      found.ifFailed.push({ text: actionIn(text), line })
      return
    case 'compare':
      found.compared.push({ periods: periodsIn(text), lines: [line] })
      return
    case 'target':
      found.targets.push(said)
      return
    case 'look':
      found.look.push({ text: text.replace(/:$/u, ''), line })
      return
    case 'heading':
      return
    case 'note':
      found.note.push({ text: text.replace(/:$/u, ''), line })
  }
}

/** What stands below a label: in its group, or where the label only says what to do with it, beside the rest. */
function addPart(part: Part, alone: boolean, found: Gathered, customs: Customs): void {
  const inner = contentOf(part, customs)
  const [code] = part.body
  if (/^compare\b/iu.test(part.title) && !inner.items.some((one) => 'asked' in one && one.asked !== ''))
    found.compared.push(comparedWith(part))
  else if (code?.kind === 'code' && part.body.length === 1 && part.parts.length === 0) {
    const { run, expect } = commandIn(code)
    found.items.push({ ...bare(part.title, [part.line]), run, expect })
  } else {
    found.items.push(...itemsUnder(part, alone, inner, found))
    for (const key of ['look', 'note', 'ifFailed'] as const) found[key].push(...inner[key])
    found.run = joined(found.run, inner.run)
    found.expect = joined(found.expect, inner.expect)
  }
}

function itemsUnder(part: Part, alone: boolean, { items }: Content, found: Gathered): Content['items'] {
  const [first, second] = items
  const label = { text: part.heading, line: part.line }
  // The label itself is the item where only blanks stand below it.
  if (first && !second && !('group' in first) && first.lines[0] === part.line) return items
  if (isBareHeading(part.title) && (alone || !/^actions?$/iu.test(part.title))) return items
  if (part.kind === 'label' && introduces(part, alone)) {
    found.look.push(label)
    return isForReport(part) ? items.map(told) : items
  }
  if (items.length > 0) return grouped(part, items)
  found.note.push(label)
  return []
}

function comparedWith({ line, body }: Part): Gathered['compared'][number] {
  const said = body.map((block) => ('text' in block ? block.text : '')).join('; ')
  return { periods: periodsIn(said), lines: [line, ...body.map((block) => block.line)] }
}

/** The language of plans has groups of one depth: what is deeper is named with what it stands in. */
function grouped({ heading, kind, title: own, line }: Part, items: Content['items']): readonly DraftGroup[] {
  // A group falls due with its section: what it says of when stays in its name.
  const title = kind === 'label' && own === heading ? own : titleIn(heading, () => false)
  const ticked = items.filter((one): one is DraftItem => !('group' in one))
  const deeper = items.filter((one): one is DraftGroup => 'group' in one)
  const first = ticked.length > 0 ? [{ group: title, line, items: ticked }] : []
  return [
    ...first,
    ...deeper.map((one) => ({
      ...one,
      group: `${title}: ${one.group}`,
      around: [line, ...(one.around ?? [])],
    })),
  ]
}

/** What a report is to say is told in words. */
function isForReport({ title }: Part): boolean {
  return /^(?:create|prepare|write|draft|compile)\b.*\b(?:report|summary|update|email|newsletter)\b/iu.test(title)
}

function told(one: DraftItem | DraftGroup): DraftItem | DraftGroup {
  return 'group' in one || one.asked !== '' ? one : { ...one, asked: 'text' }
}

/** `Review last 30 days:` says how, and is no name for what stands below it. */
function introduces({ title }: Part, alone: boolean): boolean {
  if (!isTask(title)) return false
  return (
    alone ||
    /^(?:check|review|verify|monitor|analy[sz]e|evaluate|inspect)\b.*(?:\b(?:last|each|every|all|today|recent|past|this|current|for|that|if|from|key)\b|\d)/iu.test(
      title,
    )
  )
}

/** `Target: <1 hour restoration time` belongs to what is measured, by the words that both have. */
function withTargets(found: Gathered, customs: Customs): Gathered {
  const all = [...found.items]
  for (const said of found.targets) {
    const text = said.text.replace(/^[^:]*:\s*/u, '')
    const reading = readingOf(text, customs.currency)
    const place = all.findLastIndex((one) => !('group' in one) && measures(one) && sharesWord(one.title, reading.title))
    const measured = all[place]
    if (!measured || 'group' in measured || reading.asked === '') all.push(itemOfLine({ ...said, text }, customs))
    else all[place] = withTarget(measured, reading, said)
  }
  return { ...found, items: all }
}

function withComparison(items: Content['items'], compared: Gathered['compared']): Content['items'] {
  const periods = [...new Set(compared.flatMap((one) => one.periods))]
  if (periods.length === 0) return items
  const lines = compared.flatMap((one) => one.lines)
  return items.map((one) =>
    'group' in one || !takesFigures(one) ? one : { ...one, compare: periods, lines: [...one.lines, ...lines] },
  )
}

function sharesWord(one: string, other: string): boolean {
  const words = new Set(one.toLowerCase().match(/\p{L}{5,}/gu))
  return (other.toLowerCase().match(/\p{L}{5,}/gu) ?? []).some((word) => words.has(word))
}

function joined(one: DraftText | null, other: DraftText | null): DraftText | null {
  if (!one || !other) return one ?? other
  return { text: `${one.text}\n${other.text}`, lines: [...one.lines, ...other.lines] }
}
