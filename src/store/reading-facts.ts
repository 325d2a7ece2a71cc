import { subDays } from 'date-fns'
import { and, asc, eq, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { type Item, nameOfItem } from '../domain/item.ts'
import { rounded, withUnit } from '../domain/reading/amount.ts'
import { judge } from '../domain/reading/judge.ts'
import type { PastReading } from '../domain/reading/period.ts'
import type { Reading } from '../domain/reading/reading.ts'
import {
  comparisonsInWords,
  missedInWords,
  readingInWords,
  targetInWords,
  wantedInWords,
} from '../domain/reading/words.ts'
import type { AnswerFact, FigureFact, ListFact, ReadingFact } from '../domain/week-facts.ts'
import { inLedgerOrder } from './occurrences.ts'
import { pastReadings } from './past-readings.ts'
import { checklists, issues, items, occurrences } from './schema.ts'
import { type Scope, within } from './scope.ts'

/** The section of an item that has a twin in its checklist, under the same title and group. */
const apart = sql<string | null>`(select ${checklists.sections} -> ${items.section}::int ->> 'title' from ${checklists}
  where ${checklists.id} = ${items.checklist} and exists (select 1 from ${items} as twins
    where twins.checklist = ${items.checklist} and twins.id <> ${items.id}
      and twins.definition ->> 'title' = ${items.definition} ->> 'title'
      and twins.definition ->> 'group' is not distinct from ${items.definition} ->> 'group'))`

/** Whether another item of its checklist has its title, be it under another heading. */
const hasNamesake = sql<boolean>`exists (select 1 from ${items} as namesakes
  where namesakes.checklist = ${items.checklist} and namesakes.id <> ${items.id}
    and namesakes.definition ->> 'title' = ${items.definition} ->> 'title')`

/** What failed, the worst first; a reading with those before it. */
export async function failedReadings(scope: Scope, plan: string, when: SQL | undefined): Promise<ReadingFact[]> {
  const rows = await scope.db
    .select({ item: items, apart, occurrence: occurrences, severity: issues.severity, number: issues.number })
    .from(items)
    .innerJoin(occurrences, eq(occurrences.id, items.checklist))
    .innerJoin(issues, eq(issues.id, items.issue))
    .where(and(within(scope, items, eq(items.state, 'failed'), eq(occurrences.plan, plan)), when))
    .orderBy(asc(issues.severity), asc(issues.number))
  const facts: ReadingFact[] = []
  for (const { item, apart, occurrence, severity, number } of rows) {
    if (item.settledAt === null) continue
    const { definition, reading, note, settledAt: at } = item
    const before = reading === null ? undefined : await beforeIt(scope, occurrence, definition, reading)
    const missed = reading && missedInWords(definition, reading)
    facts.push({
      ...{
        ritualTitle: occurrence.title,
        item: nameOfItem(definition, apart),
        note,
        severity,
        issueNumber: number,
        at,
      },
      reading: reading && readingInWords(definition, reading),
      target: wantedInWords(definition),
      ...(missed && { missed }),
      ...(before && { before }),
    })
  }
  return facts
}

/** Days for which a failed reading is told with those before it, and how many of them at most. */
const trendDays = 28
const mostBefore = 4

type Occurrence = { readonly plan: string; readonly ritual: string; readonly dueAt: Date }

async function beforeIt(
  scope: Scope,
  { plan, ritual, dueAt }: Occurrence,
  item: Item,
  { value }: Reading,
): Promise<ReadingFact['before']> {
  if (value === null) return undefined
  const wanted = { plan, ritual, items: [item.id], from: subDays(dueAt, trendDays), until: dueAt }
  const past: readonly PastReading[] = (await pastReadings(scope, wanted))[item.id]?.slice(0, mostBefore) ?? []
  const [last] = past
  if (!last) return undefined
  const way = value > last.value ? 'up' : value < last.value ? 'down' : 'level'
  return { way, readings: past.toReversed().map((one) => withUnit(item, rounded(one.value))) }
}

/** Readings that have more to tell: compared, counted, in a warning, or better than asked for. */
export async function figureFacts(scope: Scope, plan: string, when: SQL | undefined): Promise<FigureFact[]> {
  const telling = or(
    sql`${items.definition} ?| array['warning', 'stretch', 'compare', 'annual', 'goal', 'compute']`,
    sql`${items.definition} ->> 'kind' = 'status'`,
    sql`${items.reading} -> 'compared' is not null`,
  )
  const rows = await scope.db
    .select({ item: items, apart, ritual: occurrences.ritual, ritualTitle: occurrences.title })
    .from(items)
    .innerJoin(occurrences, eq(occurrences.id, items.checklist))
    .where(
      and(within(scope, items, inArray(items.state, ['done', 'failed']), eq(occurrences.plan, plan)), telling, when),
    )
    .orderBy(...inLedgerOrder, asc(items.position))
  return rows.flatMap(({ item: { definition, reading, settledAt }, apart, ...where }) =>
    reading && settledAt
      ? { ...where, ...figureOf(definition, reading), item: nameOfItem(definition, apart), at: settledAt }
      : [],
  )
}

function figureOf(item: Item, reading: Reading): Omit<FigureFact, 'ritual' | 'ritualTitle' | 'item' | 'at'> {
  const { grade, threshold } = judge(item, reading)
  const crossed = grade === 'stretch' ? item.stretch : threshold?.when
  return {
    id: item.id,
    reading: readingInWords(item, reading),
    grade,
    mark: crossed ? targetInWords(item, crossed) : null,
    beside: comparisonsInWords(item, reading),
    computed: item.compute !== undefined,
  }
}

export async function listFacts(scope: Scope, plan: string, when: SQL | undefined): Promise<ListFact[]> {
  const rows = await scope.db
    .select({ item: items, apart, ritualTitle: occurrences.title })
    .from(items)
    .innerJoin(occurrences, eq(occurrences.id, items.checklist))
    .where(
      and(
        within(scope, items, eq(items.state, 'done'), eq(occurrences.plan, plan)),
        sql`${items.definition} ? 'top'`,
        when,
      ),
    )
    .orderBy(...inLedgerOrder, asc(items.position))
  return rows.flatMap(({ item: { definition, reading, settledBy, settledAt }, apart, ritualTitle }) =>
    reading && settledBy && settledAt && definition.into === null
      ? {
          item: nameOfItem(definition, apart),
          ritualTitle,
          lines: reading.text.split('\n'),
          by: settledBy,
          at: settledAt,
        }
      : [],
  )
}

/** What the summary quotes under the headings of the plan. */
export async function answerFacts(scope: Scope, plan: string, when: SQL | undefined): Promise<AnswerFact[]> {
  const rows = await scope.db
    .select({ item: items, apart, hasNamesake })
    .from(items)
    .innerJoin(occurrences, eq(occurrences.id, items.checklist))
    .where(
      and(
        within(scope, items, eq(items.state, 'done'), eq(occurrences.plan, plan)),
        isNotNull(sql`${items.definition} ->> 'into'`),
        when,
      ),
    )
    .orderBy(...inLedgerOrder, asc(items.position))
  return rows.flatMap(({ item: { definition, reading, settledBy, settledAt }, apart, hasNamesake }) =>
    definition.into && reading && settledBy && settledAt
      ? {
          heading: definition.into,
          ...(hasNamesake && { item: nameOfItem(definition, apart) }),
          text: reading.text,
          by: settledBy,
          at: settledAt,
        }
      : [],
  )
}
