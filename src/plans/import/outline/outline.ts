import type { Block, Entry } from '../document/block.ts'
import { isBlank } from '../reading/blank.ts'
import { saysWhen, timingOf, untimed } from '../timing/timing.ts'
import { withHeadings } from './implied.ts'
import { type Part, rankOf } from './part.ts'
import { titleIn } from './titles.ts'
import { type Told, toldBy } from './told.ts'

type Open = { -readonly [Key in keyof Part]: Part[Key] } & { told: Told[]; body: Part['body'][number][]; parts: Open[] }

/** The blocks of a document under what heads them. */
export function outlineOf(blocks: readonly Block[]): Part {
  const whole = opened('document', '', 0, 0)
  fill(whole, withHeadings(withoutLongBlanks(blocks)))
  return whole
}

/** `Notes: ____` may go on over several lines of blanks. */
function withoutLongBlanks(blocks: readonly Block[]): readonly Block[] {
  let goesOn = false
  return blocks.filter((block) => {
    if (block.kind === 'entry' && isBlank(block.text)) return !goesOn
    goesOn = block.kind === 'said' && isBlank(block.text.replace(/^[^:]*:/u, ''))
    return true
  })
}

function fill(around: Open, blocks: readonly Block[]): void {
  const open: Open[] = [around]
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]
    switch (block.kind) {
      case 'heading':
        begin(open, opened('heading', block.text, block.line, block.rank))
        break
      case 'label':
        if (heads(block, next)) begin(open, labelled(block))
        else top(open).body.push({ kind: 'said', line: block.line, apart: block.apart, text: `${block.text}:` })
        break
      case 'rule':
        // What a document tells of itself at its end is not of the heading before it.
        if (next?.kind === 'said' && toldBy(next.text, next.line)) open.splice(1)
        break
      case 'entry':
        leave(open, block.apart)
        add(top(open), block)
        break
      case 'said': {
        const told = toldBy(block.text, block.line)
        if (block.apart) leave(open, true)
        if (told) owner(open).told.push(told)
        else top(open).body.push(block)
        break
      }
      default:
        top(open).body.push(block)
    }
  }
}

function labelled({ text, line, bold }: Extract<Block, { kind: 'label' }>): Open {
  return opened('label', text, line, bold ? rankOf.bold : rankOf.plain)
}

/** A bold label always heads something; any other only what touches it. */
function heads(label: Extract<Block, { kind: 'label' }>, next: Block | undefined): boolean {
  if (next === undefined || next.kind === 'heading' || next.kind === 'label')
    return label.bold && next?.kind !== 'heading'
  return label.bold || !next.apart || (next.kind === 'entry' && isBlank(next.text))
}

/** An entry with entries below it, or in bold with a text of its own, heads them. */
function add(part: Open, entry: Entry): void {
  const below = entry.blocks.some(
    ({ kind }) => kind === 'entry' || kind === 'table' || kind === 'label' || kind === 'heading',
  )
  if (!below) {
    part.body.push(entry)
    return
  }
  const asTask = entry.bold || entry.marker === 'number'
  // What is to be ticked stays so, whatever stands below it.
  if (entry.marker === 'box' && !asTask) part.body.push({ ...entry, blocks: [] })
  const inner = opened(asTask ? 'task' : 'group', entry.text, entry.line, asTask ? rankOf.task : rankOf.group)
  part.parts.push(inner)
  fill(inner, entry.blocks)
}

function begin(open: Open[], part: Open): void {
  while (open.length > 1 && top(open).rank >= part.rank) open.pop()
  top(open).parts.push(part)
  open.push(part)
}

/** What stands apart belongs to no plain label before it. */
function leave(open: Open[], apart: boolean): void {
  while (apart && open.length > 1 && top(open).rank === rankOf.plain && !isEmpty(top(open))) open.pop()
}

/** Names and values are of what a plain label stands in. */
function owner(open: readonly Open[]): Open {
  return open.findLast(({ rank }) => rank !== rankOf.plain) ?? (open[0] as Open)
}

function isEmpty({ body, parts }: Open): boolean {
  return body.length === 0 && parts.length === 0
}

/** Of what is no heading, time is told where it leads, or in brackets or behind a dash: not by any word of it. */
function besides(text: string): string {
  const inBrackets = [...text.matchAll(/[([]([^)\]]*)[)\]]/gu)].map(([, inner = '']) => inner)
  const behind = /\s[-\u2013\u2014]\s(.*)$/u.exec(text)?.[1]
  const last = /(?:\s(?:daily|weekly|monthly|quarterly|annually|yearly)|,\s+every\s.*)$/iu.exec(text)?.[0] ?? ''
  const lead = /^[^\p{L}]*(\p{L}+(?:\s+\+?[\p{L}\d]+(?::\d{2}\b)?){0,2})/u.exec(text)?.[1] ?? ''
  return [last, startsWithTime(lead) ? lead : '', behind ?? '', ...inBrackets].join('; ')
}

function startsWithTime(lead: string): boolean {
  return (
    saysWhen(timingOf(lead.split(/\s+/u)[0] ?? '')) ||
    saysWhen({ ...timingOf(lead), frequency: null, part: null }) ||
    /^(?:every|each|first|last|[1-4](?:st|nd|rd|th))\s/iu.test(lead)
  )
}

function top(open: readonly Open[]): Open {
  return open.at(-1) as Open
}

function opened(kind: Part['kind'], heading: string, line: number, rank: number): Open {
  const plain = rank === rankOf.plain
  const title = plain ? heading : titleIn(heading)
  const timing = plain ? untimed : timingOf(kind === 'heading' ? heading : besides(heading))
  return { line, title, heading, kind, rank, timing, told: [], body: [], parts: [] }
}
