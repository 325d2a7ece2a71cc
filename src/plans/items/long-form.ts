import { z } from 'zod'
import { functions, type Item, itemKinds, type Statistic, statistics } from '../../domain/item.ts'
import { nearest } from '../../domain/nearest.ts'
import type { Period } from '../../domain/reading/period.ts'
import { articled } from '../article.ts'
import type { Path, Report } from '../fault.ts'
import { line, prose, severity, yesOrNo } from '../fields.ts'
import { given } from '../given.ts'
import { isMap, listOf, shaped, unknownMessage } from '../shape.ts'
import { type Asked, askedOf, choiceOf, statusOf } from './asked.ts'
import type { Drafted } from './drafted.ts'
import { inSigns } from './in-signs.ts'
import { itemOf } from './item-line.ts'
import { isNumeric } from './quantity.ts'
import { statisticIn } from './statistic.ts'
import { readAnnual, readCritical, readLater, readStretch, readWarning } from './thresholds.ts'
import { parsePeriod } from './trend.ts'

const kindKeys = Object.fromEntries(itemKinds.map((kind) => [kind, z.unknown().optional()])) as Record<
  (typeof itemKinds)[number],
  z.ZodOptional<z.ZodUnknown>
>

export const longForm = z.strictObject({
  item: line,
  ...kindKeys,
  unit: line.optional(),
  statistic: line.optional(),
  targets: z.unknown().optional(),
  stretch: line.optional(),
  warning: z.unknown().optional(),
  critical: z.unknown().optional(),
  compare: z.unknown().optional(),
  annual: line.optional(),
  goal: z.unknown().optional(),
  compute: z.unknown().optional(),
  optional: yesOrNo.optional(),
  severity: severity.optional(),
  owner: line.optional(),
  look: prose.optional(),
  run: prose.optional(),
  expect: prose.optional(),
  steps: z.array(line).optional(),
  note: prose.optional(),
  'if-failed': prose.optional(),
  into: line.optional(),
  flag: z.array(line).optional(),
  'for-each': z.unknown().optional(),
})

type LongForm = z.output<typeof longForm>

export const goalForm = z.strictObject({ 'at-least': line.optional(), 'at-most': line.optional() })

/** An item of several keys. */
export function readLong(said: Record<string, unknown>, path: Path, report: Report): Drafted | null {
  const form = shaped(longForm, said, path, report)
  const asked = readAsked(said, path, report)
  if (!form || !asked) return null
  const item: Item = {
    ...itemOf({ title: form.item, ...asked }, ''),
    critical: 'critical' in said ? readCritical(said.critical, asked, [...path, 'critical'], report) : asked.critical,
    optional: form.optional ?? false,
    severity: form.severity ?? null,
    owner: form.owner ?? null,
    look: form.look ?? null,
    note: form.note ?? null,
    into: form.into ?? null,
  }
  return { ...item, ...given(figures(said, form, asked, path, report)), ...given(aboutOf(form)), path }
}

function aboutOf(form: LongForm) {
  const steps = form.steps?.length ? form.steps : undefined
  return { run: form.run, expect: form.expect, steps, ifFailed: form['if-failed'] }
}

/** What is asked of a figure besides its target. */
function figures(said: Record<string, unknown>, form: LongForm, asked: Asked, path: Path, report: Report) {
  const at = (key: string) => [...path, key]
  const numeric = isNumeric(asked.kind)
  for (const key of ['statistic', 'stretch', 'compare', 'annual', 'goal', 'compute', 'targets'] as const)
    if (key in said && !numeric)
      report({ path: at(key), rule: 'item', message: `a ${asked.kind} is no figure: it has no "${key}"`, key: true })
  if (!numeric)
    return 'warning' in said ? { warning: readWarning(said.warning, asked, at('warning'), report) ?? undefined } : {}
  const read = <T>(key: keyof LongForm, reads: () => T | null) =>
    said[key] === undefined ? undefined : (reads() ?? undefined)
  return {
    statistic: read('statistic', () => readStatistic(form.statistic ?? '', at('statistic'), report)) ?? asked.statistic,
    stretch: read('stretch', () => readStretch(form.stretch ?? '', asked, at('stretch'), report)) ?? asked.stretch,
    warning: read('warning', () => readWarning(said.warning, asked, at('warning'), report)) ?? asked.warning,
    later: read('targets', () => readLater(said.targets, asked, at('targets'), report)),
    compare: read('compare', () => readCompare(said.compare, at('compare'), report)),
    annual: read('annual', () => readAnnual(form.annual ?? '', asked, at('annual'), report)),
    goal: read('goal', () => readGoal(said.goal, at('goal'), report)),
    compute: read('compute', () => readCompute(said.compute, asked, at('compute'), report)),
  }
}

function readAsked(said: Record<string, unknown>, path: Path, report: Report): Asked | null {
  const [kind = 'check', second] = itemKinds.filter((candidate) => candidate in said)
  if (second) {
    report({
      path: [...path, second],
      rule: 'item',
      message: `an item has one kind, not ${kind} and ${second}`,
      key: true,
    })
    return null
  }
  const flag = Array.isArray(said.flag) ? said.flag.filter(isText) : []
  if (flag.length > 0 && kind !== 'choice')
    report({ path: [...path, 'flag'], rule: 'item', message: `only a choice has answers to flag`, key: true })
  if (kind in said && said[kind] === undefined) return null
  const asks = said[kind] ?? 'true'
  const unit = typeof said.unit === 'string' ? said.unit : null
  const statistic = unit === null ? null : statisticIn(unit)
  if (statistic !== null) {
    const message = `"${unit}" begins with a statistic, which is no unit: write statistic: ${statistic}`
    report({ path: [...path, 'unit'], rule: 'item', message })
    return null
  }
  const listed = (kind === 'choice' || kind === 'status') && Array.isArray(asks)
  if (typeof asks !== 'string' && !listed) {
    report({ path: [...path, kind], rule: 'item', message: `"${kind}" must be true, or what the answer should be` })
    return null
  }
  if (listed && unit !== null) {
    report({ path: [...path, 'unit'], rule: 'item', message: `a ${kind} has no unit` })
    return null
  }
  const words = listed ? wordsOf(asks, [...path, kind], report) : []
  if (words === null) return null
  const read = !listed
    ? askedOf(kind, asks as string, unit, flag)
    : kind === 'status'
      ? statusOf(words)
      : choiceOf(words, flag)
  if (read.ok) return read.value
  report({ path: [...path, kind], rule: 'item', message: read.message, at: read.at })
  return null
}

function wordsOf(answers: readonly unknown[], path: Path, report: Report): readonly string[] | null {
  const place = answers.findIndex((one) => !isText(one))
  if (place < 0) return answers.filter(isText)
  const message = `an entry of "${path.at(-1)}" must be text: put an answer with a colon in quotes`
  if (answers[place] !== undefined) report({ path: [...path, place], rule: 'item', message })
  return null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function readStatistic(said: string, path: Path, report: Report): Statistic | null {
  const found = statistics.find((one) => one === said.toLowerCase())
  if (!found)
    report({ path, rule: 'item', message: unknownMessage('statistic', said, statistics, inSigns(said) ?? undefined) })
  return found ?? null
}

/** One period, or a list of them; `annual` has a key of its own. */
function readCompare(said: unknown, path: Path, report: Report): readonly Period[] | null {
  const listed = typeof said === 'string' ? [said] : (listOf(said, path, report) ?? [])
  const read = listed.flatMap((one, place): Period[] => {
    const inner = typeof said === 'string' ? path : [...path, place]
    if (typeof one !== 'string') {
      if (one !== undefined) report({ path: inner, rule: 'item', message: 'a period is a text such as "last week"' })
      return []
    }
    const period = parsePeriod(one)
    if (period.ok) return [period.value]
    const hint = /annual|target/iu.test(one) ? '; an annual target is written annual: 5000' : ''
    report({ path: inner, rule: 'item', message: period.message + hint, at: period.at })
    return []
  })
  return read.length === 0 ? null : [...new Set(read)]
}

function readGoal(said: unknown, path: Path, report: Report): Item['goal'] | null {
  if (typeof said === 'string') return { op: '>=', item: said.trim() }
  const form = shaped(goalForm, said, path, report)
  const [least, most] = [form?.['at-least'], form?.['at-most']]
  if (form && (least === undefined) === (most === undefined))
    report({ path, rule: 'item', message: '"goal" is the item that sets it, or { at-most: that item }' })
  if (least !== undefined && most === undefined) return { op: '>=', item: least }
  return most !== undefined && least === undefined ? { op: '<=', item: most } : null
}

/** `{ share: [Answered, Total] }`; which items are meant is told once the whole ritual is read. */
function readCompute(said: unknown, { kind }: Asked, path: Path, report: Report): Item['compute'] | null {
  const entries = isMap(said) ? Object.entries(said) : []
  const [only, second] = entries
  if (!only || second) {
    if (said !== undefined)
      report({
        path,
        rule: 'item',
        message: `"compute" is one of ${functions.join(', ')}, such as { sum: [Cash, Cards] }`,
      })
    return null
  }
  const [word, inputs] = only
  const of = functions.find((one) => one === word)
  const inner = [...path, word]
  if (!of) {
    const meant = nearest(word, functions)
    const hint = meant ? `did you mean "${meant}"?` : `known are ${functions.join(', ')}`
    report({ path: inner, rule: 'item', message: `"${word}" is not a way to count: ${hint}`, key: true })
    return null
  }
  const listed = listOf(inputs, inner, report) ?? []
  const odd = listed.findIndex((one) => typeof one !== 'string')
  if (odd >= 0) {
    const message = `${articled(of)} names its items by their titles, as text${asText(listed[odd])}`
    report({ path: [...inner, odd], rule: 'item', message })
    return null
  }
  const items = listed.map((one) => String(one).trim())
  const exact = of === 'ratio' || of === 'share' || of === 'difference'
  if (Array.isArray(inputs) && (exact ? items.length !== 2 : items.length < 2))
    report({
      path: inner,
      rule: 'item',
      message: `${articled(of)} is counted from ${exact ? 'two items' : 'two items or more'}`,
    })
  else if (of === 'share' && kind !== 'percent')
    report({ path: inner, rule: 'item', message: `a share is a percent, not a ${kind}`, key: true })
  else return { of, items }
  return null
}

/** A name such as `Paris: Size` is a key with its value where no quotes stand round it. */
function asText(said: unknown): string {
  const [pair, second] = isMap(said) ? Object.entries(said) : []
  const isName = pair !== undefined && second === undefined && isText(pair[1])
  return isName ? `: put "${pair.join(': ')}" in quotes` : ', such as { sum: [Cash, Cards] }'
}
