import { createHash } from 'node:crypto'
import { addHours } from 'date-fns'
import type { Checklist, ChecklistItem } from '../../src/domain/checklist.ts'
import type { JournalEntry } from '../../src/domain/journal.ts'
import type { Actor } from '../../src/domain/permission.ts'
import type { Person } from '../../src/domain/plan.ts'
import { declareIncident } from '../../src/operations/declare-incident.ts'
import { fillIn } from '../../src/operations/fill-in.ts'
import { acknowledgeIssue, resolveIssue, updateIssue } from '../../src/operations/on-issue.ts'
import { failItem } from '../../src/operations/settle-item.ts'
import { signOffChecklist } from '../../src/operations/sign-off.ts'
import { type Deps, scopeOf } from '../../src/operations/transact.ts'
import { findChecklist } from '../../src/store/checklists.ts'
import { entriesAfter } from '../../src/store/journal.ts'
import { answerTo } from './answers.ts'

/** How somebody takes a checklist: told by what it is and when it was due, so that each year is the same. */
type Temper = 'at once' | 'with a failure' | 'out of target' | 'when reminded' | 'by half' | 'too late' | 'never'

const shares: readonly (readonly [upTo: number, Temper])[] = [
  [90, 'at once'],
  [91, 'with a failure'],
  [93, 'out of target'],
  [95, 'when reminded'],
  [96, 'by half'],
  [98, 'too late'],
  [100, 'never'],
]

/** A team that works through the year by what it hears: cards, reminders, issues and those who ask. */
export function crew(deps: Deps, captain: Person) {
  const scope = scopeOf(deps)
  const actor = (id: Person | undefined): Actor => ({ id: id ?? captain, external: false, admin: true })
  const tempers = new Map<string, Temper>()
  const resolving = new Map<string, Date>()
  const asked = new Map<string, number>()
  let heard = 0
  let months = 0

  const hears: Partial<Record<JournalEntry['what']['kind'], (entry: JournalEntry) => Promise<unknown>>> = {
    'checklist-opened': ({ subject }) => onCard(subject, ['at once', 'with a failure', 'out of target', 'by half']),
    'checklist-reminded': ({ subject }) => onCard(subject, ['when reminded']),
    'checklist-closed': ({ subject }) => onCard(subject, ['too late']),
    'issue-opened': onIssue,
    'issue-asked': onAsk,
  }

  async function onCard(id: string, now: readonly Temper[]) {
    const known = tempers.get(id)
    if (known && !now.includes(known)) return
    const checklist = await findChecklist(scope, id)
    const temper = checklist && temperOf(checklist)
    if (!checklist || !temper) return
    tempers.set(id, temper)
    if (!now.includes(temper)) return
    const by = actor(checklist.owners[0])
    const moment = { now: deps.clock(), zone: checklist.zone }
    const open = checklist.items.flatMap((item, position) =>
      item.settlement.state === 'open' ? [{ item, position }] : [],
    )
    const [first] = open
    const rest = temper === 'with a failure' ? open.slice(1) : temper === 'by half' ? open.slice(open.length / 2) : open
    if (temper === 'with a failure' && first && !first.item.compute) {
      const failed = {
        checklist: id,
        position: first.position,
        by,
        note: 'Does not answer.',
        severity: null,
        owner: null,
      }
      taken(await failItem(deps, failed))
    }
    const well = (item: ChecklistItem) =>
      temper !== 'out of target' || chance(`${checklist.plan} ${checklist.dueAt.toISOString()} ${item.id}`) > 30
    const answers = rest.flatMap(({ item, position }) => answerTo(item, position, well(item), moment) ?? [])
    const filled = await fillIn(deps, { checklist: id, by, answers, receipt: `${temper} ${id}` })
    if ('kind' in filled || filled.faults.size > 0 || filled.overtaken.length > 0)
      throw new Error(JSON.stringify(filled))
    if (temper === 'at once' && rest.length === answers.length && signs(checklist)) {
      taken(await signOffChecklist(deps, { checklist: id, by, minutes: '12' }))
    }
  }

  /** Most are taken at once; the others only when several levels were asked. */
  async function onIssue({ subject, plan, at }: JournalEntry) {
    const luck = chance(`${plan} ${at.toISOString()}`)
    resolving.set(subject, addHours(at, luck < 20 ? 5 : luck / 20))
    if (luck >= 20) taken(await acknowledgeIssue(deps, { issue: subject, by: actor(undefined) }))
  }

  async function onAsk({ subject, what }: JournalEntry) {
    if (what.kind !== 'issue-asked' || !resolving.has(subject)) return
    asked.set(subject, (asked.get(subject) ?? 0) + 1)
    if (what.why === 'update-due') {
      const said = { text: 'Still looking.', status: 'identified' as const, template: null }
      taken(await updateIssue(deps, { issue: subject, by: actor(undefined), ...said }))
    } else if (what.why === 'not-acknowledged' && asked.get(subject) === 4) {
      taken(await acknowledgeIssue(deps, { issue: subject, by: actor(undefined) }))
    }
  }

  async function resolvesOld() {
    for (const [issue, at] of resolving) {
      if (at > deps.clock()) continue
      resolving.delete(issue)
      taken(await resolveIssue(deps, { issue, by: actor(undefined), text: 'Restarted it.' }))
    }
  }

  /** One incident in each month. */
  async function declares() {
    const month = deps.clock().toISOString().slice(0, 7)
    if (month <= '2026-12' || Number(month.slice(5)) <= months || month >= '2028') return
    months = Number(month.slice(5))
    const declared = { channel: null, title: `Payments are down in ${month}`, severity: 'P0', detail: null } as const
    await declareIncident(deps, { ...declared, by: actor(undefined), receipt: `declared ${month}` })
  }

  return {
    /** Does what there is to do; whether there was anything. */
    async acts(): Promise<boolean> {
      await declares()
      await resolvesOld()
      const entries = await entriesAfter(scope, heard)
      heard = entries.at(-1)?.id ?? heard
      const news = entries.filter(({ what }) => hears[what.kind])
      for (const entry of news) await hears[entry.what.kind]?.(entry)
      return news.length > 0
    },
  }
}

function temperOf({ plan, title, dueAt }: Checklist): Temper | undefined {
  const luck = chance(`${plan} ${title} ${dueAt.toISOString()}`)
  return shares.find(([upTo]) => luck < upTo)?.[1]
}

/** What is done is done; a quarter of them somebody also vouches for. */
const signs = ({ plan, title, dueAt }: Checklist): boolean =>
  chance(`signs ${plan} ${title} ${dueAt.toISOString()}`) < 25

/** 0 to 99. */
function chance(of: string): number {
  return createHash('sha1').update(of).digest().readUInt16BE(0) % 100
}

/** A person who may and is not overtaken is not refused. */
function taken(refusal: object | undefined): void {
  if (refusal) throw new Error(JSON.stringify(refusal))
}
