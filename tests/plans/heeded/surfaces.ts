import type { ModalView } from '@slack/types'
import { subDays } from 'date-fns'
import { weekOf } from '../../../src/domain/cadence/week.ts'
import { windowsBetween } from '../../../src/domain/cadence/window.ts'
import type { Checklist, ChecklistStep } from '../../../src/domain/checklist.ts'
import { dueRituals } from '../../../src/domain/due-rituals.ts'
import { acknowledge, type Issue, type IssueDraft, openIssue } from '../../../src/domain/issue.ts'
import { type Actor, actingIn, forbids } from '../../../src/domain/permission.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import { planFactsAt } from '../../../src/domain/plan-facts.ts'
import { proceduresOf } from '../../../src/domain/procedure.ts'
import { itemsWithPast } from '../../../src/domain/reading/past.ts'
import type { Past } from '../../../src/domain/reading/period.ts'
import { scheduleOf } from '../../../src/domain/schedule.ts'
import { enter, fail, tick } from '../../../src/domain/settle.ts'
import type { Severity } from '../../../src/domain/severity.ts'
import { summarise } from '../../../src/domain/summary.ts'
import { wakeIssue } from '../../../src/domain/wake-issue.ts'
import { readPlan } from '../../../src/plans/load.ts'
import { drawChecklist } from '../../../src/slack/views/checklist.ts'
import { declareForm } from '../../../src/slack/views/forms/declare.ts'
import { failForm } from '../../../src/slack/views/forms/fail.ts'
import { fillInForm } from '../../../src/slack/views/forms/fill-in.ts'
import { procedureForm } from '../../../src/slack/views/forms/procedure.ts'
import { signOffForm } from '../../../src/slack/views/forms/sign-off.ts'
import { updateForm } from '../../../src/slack/views/forms/update.ts'
import { drawHome } from '../../../src/slack/views/home.ts'
import { drawAsk, drawIncident, drawIssue } from '../../../src/slack/views/issue.ts'
import { drawReport } from '../../../src/slack/views/report.ts'
import { drawSummary } from '../../../src/slack/views/summary.ts'
import { filledTemplate } from '../../../src/slack/views/template.ts'
import { nameOf, openedOn, planInUse, readBlocks, readIn } from './plan-in-use.ts'

/** What people perceive of a plan, as text. */
export type Surface = (source: string) => string | Promise<string>

const somebody: Actor = { id: 'U0SOMEBODY', external: false, admin: false }
const friday = '2026-11-20'

const drawn =
  (draw: (plan: Plan) => string): Surface =>
  (source) =>
    draw(planInUse(source))

/** `rounds schedule` of some days. */
export const schedule = (from: string, to: string) =>
  drawn((plan) =>
    scheduleOf(plan, from, to)
      .map(({ local, zone, title, channel, owner, takesMinutes, state, reason, opensAt, closesAt }) => {
        const open = `open ${opensAt.toISOString()} to ${closesAt.toISOString()}`
        return [local, zone, title, nameOf(channel), owner, takesMinutes, state, reason, open].join(' · ')
      })
      .join('\n'),
  )

/** What `rounds check` warns of. */
export const check = (today: string): Surface => {
  return (source) =>
    readPlan(source, 'shop.yaml', today)
      .warnings.map(({ rule, message }) => `${rule}: ${message}`)
      .join('\n')
}

/** The card of what falls due first on a day or after it, or of what is named. */
export const card = (day = friday, name?: string) =>
  drawn((plan) => {
    const checklist = openedOn(plan, day, name)
    return readIn(checklist.channel, drawChecklist({ checklist, issues: {} }))
  })

/** The form behind *Fill in*, with the answers that it offers. */
export const form = (day = friday) =>
  drawn((plan) => {
    const checklist = openedOn(plan, day)
    return checklist.sections
      .flatMap((_, section) => fillInForm({ checklist, section }).blocks)
      .flatMap((block) => [readBlocks([block]), ...answersOffered(block)])
      .join('\n')
  })

/** The form behind *Something failed*, of an item or of any: what it offers, and which severity counts unless one is chosen. */
export const failing = (title?: string) =>
  drawn((plan) => {
    const checklist = openedOn(plan, friday)
    const item = title === undefined ? null : checklist.items.findIndex((one) => one.title === title)
    const { blocks } = failForm({ checklist, item, severities: plan.severities })
    return blocks
      .flatMap((block) => [readBlocks([block]), ...chosenAtFirst(block), ...answersOffered(block)])
      .join('\n')
  })

/** The card and the cards of its issues, once somebody has answered some items; readings of earlier weeks beside. */
export const answered = (answers: Readonly<Record<string, string>>, weeks: Readonly<Record<string, number>> = {}) =>
  drawn((plan) => {
    const opened = openedOn(plan, friday)
    const known = new Set(itemsWithPast(opened.items))
    const past: Past = Object.fromEntries(
      opened.items.flatMap(({ id, title }) => {
        const value = weeks[title]
        return value === undefined || !known.has(id) ? [] : [[id, [{ dueAt: subDays(opened.dueAt, 7), value }]]]
      }),
    )
    const steps = inTurn(opened, Object.keys(answers), (checklist, title, settle) =>
      enter(checklist, { ...settle, past, answer: answers[title] ?? '' }),
    )
    return cardsOf(plan, steps)
  })

/** The same once somebody has failed an item by hand. */
export const failed = (title: string, name?: string) =>
  drawn((plan) => {
    const by = { note: null, severity: null, owner: null }
    const opened = openedOn(plan, friday, name)
    return cardsOf(
      plan,
      inTurn(opened, [title], (checklist, _, settle) => fail(checklist, { ...settle, ...by })),
    )
  })

/** What is signed off with the plan's own figure before one. */
export const signingOff = drawn((plan) => {
  const opened = openedOn(plan, friday)
  const { checklist } = inTurn(
    opened,
    opened.items.map(({ title }) => title),
    (checklist, _, settle) => tick(checklist, settle),
  )
  return JSON.stringify(signOffForm({ checklist }).blocks)
})

/** What is posted once it is over: what was entered, and what was not. */
export const report = (answers: Readonly<Record<string, string>> = {}, name?: string) =>
  drawn((plan) => {
    const opened = openedOn(plan, friday, name)
    const found = plan.rituals.find(({ id }) => id === opened.ritual)?.report
    if (!found) return ''
    const { checklist } = inTurn(opened, Object.keys(answers), (checklist, title, settle) =>
      enter(checklist, { ...settle, answer: answers[title] ?? '' }),
    )
    return readIn(found.channel ?? opened.channel, drawReport({ checklist, text: found.text }))
  })

/** The form that declares an incident, with what each severity means. */
export const declaring = drawn(({ severities }) => readBlocks(declareForm({ severities }).blocks))

const declaredAt = new Date('2026-11-20T09:00:00Z')

/** The card of a P0 and whom it has asked, when nobody has taken it for some minutes, or somebody has it. */
export const incident = (minutes = 0, { taken = false } = {}) =>
  drawn((plan) => {
    const until = new Date(declaredAt.getTime() + minutes * 60_000)
    let { issue } = openIssue(plan, draftOf('P0'), 1, plan.incidents, declaredAt)
    const acknowledged = acknowledge(issue, somebody, declaredAt)
    if (taken && acknowledged.ok) issue = acknowledged.next.issue
    while (issue.wakeAt !== null && issue.wakeAt <= until) issue = wakeIssue(plan, issue, issue.wakeAt).issue
    const state = { issue, timeline: [], zone: plan.timezone, planTitle: plan.title }
    const asks = issue.asks.map((_, ask) => readIn(issue.channel, drawAsk({ ...state, ask })))
    return [readIn(issue.channel, drawIncident(state)), ...asks].join('\n')
  })

/** The form that starts a procedure for an issue. */
export const starting = drawn((plan) => {
  const { issue } = openIssue(plan, draftOf('P0'), 1, plan.incidents, declaredAt)
  return procedureForm({ issue, procedures: proceduresOf(plan) })
    .blocks.flatMap(answersOffered)
    .join('\n')
})

/** The form of an update, before and after its first template is chosen. */
export const updating = drawn((plan) => {
  const { issue } = openIssue(plan, draftOf('P0'), 1, plan.incidents, declaredAt)
  const { templates = {} } = plan
  const [first] = Object.entries(templates)
  const offered = readBlocks(updateForm({ issue, templates }).blocks)
  if (!first) return offered
  const [name, template] = first
  const chosen = { name, text: filledTemplate(template, issue, plan, declaredAt) }
  return [offered, readBlocks(updateForm({ issue, templates, chosen }).blocks)].join('\n')
})

/** What Home says of the plan itself. */
export const home = (day = friday) =>
  drawn((plan) => {
    const plans = [planFactsAt(plan, new Date(`${day}T12:00:00Z`))]
    const nothing = { today: [], late: [], next: [], openIssues: [], canDeclare: true }
    return readBlocks(drawHome({ ...nothing, person: somebody.id, zone: plan.timezone, plans }).home)
  })

/** The weekly post after a week in which nobody did anything. */
export const idleWeek = (day = friday) =>
  drawn((plan) => {
    const until = new Date(`${day}T12:00:00Z`)
    const from = subDays(until, 7)
    const occurrences = dueRituals(plan).flatMap((ritual) =>
      windowsBetween(plan, ritual, from, until).map((window) => ({
        ...{ ritual: ritual.id, title: ritual.title, ...window, state: 'missed' as const },
        ...{ owners: [], ownerTitle: null, reason: null, itemsSettled: 0, itemsTotal: 1 },
      })),
    )
    const nothing = { readings: [], figures: [], lists: [], issues: [], answers: [] }
    const figures = summarise(weekOf(from, plan.timezone), { from, occurrences, ...nothing }, until)
    const { timezone: zone, title: planTitle, summary } = plan
    const facts = planFactsAt(plan, until)
    const state = { planTitle, zone, from, until, figures, previous: null, restated: null, plan: facts }
    return readIn(summary.channel, drawSummary(state))
  })

/** Whether Maria may take the plan out of use. */
export const mayRetire = drawn((plan) => {
  const maria = actingIn(plan, { ...somebody, id: 'U0MARIA' })
  return forbids('retire', maria, { owners: [] }) ? 'Maria is refused' : 'Maria may retire it'
})

type Offered = { readonly text: { readonly text: string }; readonly description?: { readonly text: string } }
type Choices = {
  readonly options?: readonly Offered[]
  readonly option_groups?: readonly {
    readonly label: { readonly text: string }
    readonly options: readonly Offered[]
  }[]
  readonly initial_option?: Offered
}

const choicesOf = (block: ModalView['blocks'][number]): Choices =>
  'element' in block ? (block.element as Choices) : {}

/** `[Good, Fair, Poor]`, with what is said of each; groups with their label. */
function answersOffered(block: ModalView['blocks'][number]): string[] {
  const { options = [], option_groups: groups = [] } = choicesOf(block)
  const said = (all: readonly Offered[]) =>
    all.map(({ text, description }) => (description ? `${text.text} (${description.text})` : text.text)).join(', ')
  const grouped = groups.map((group) => `${group.label.text} [${said(group.options)}]`)
  return options.length === 0 ? grouped : [`[${said(options)}]`]
}

function chosenAtFirst(block: ModalView['blocks'][number]): string[] {
  const { initial_option: chosen } = choicesOf(block)
  return chosen ? [`chosen: ${chosen.text.text}`] : []
}

function draftOf(severity: Severity): IssueDraft {
  const title = 'payments are down'
  return { id: 'i1', title, detail: null, severity, incident: true, owner: null, source: null, by: somebody.id }
}

type Settled = { readonly checklist: Checklist; readonly opens: readonly IssueDraft[] }
type Decide = (
  checklist: Checklist,
  title: string,
  settle: { item: string; by: Actor; now: Date; newId: () => string },
) => { readonly ok: true; readonly next: ChecklistStep } | { readonly ok: false; readonly refusal: object }

/** One item after the other, by their titles. */
function inTurn(opened: Checklist, titles: readonly string[], decide: Decide): Settled {
  return titles.reduce<Settled>(
    ({ checklist, opens }, title) => {
      const item = checklist.items.find((one) => one.title === title)?.id ?? ''
      const newId = () => `i${item}`
      const outcome = decide(checklist, title, { item, by: somebody, now: checklist.opensAt, newId })
      if (!outcome.ok) throw new Error(`${title}: ${JSON.stringify(outcome.refusal)}`)
      return { checklist: outcome.next.checklist, opens: [...opens, ...outcome.next.opens] }
    },
    { checklist: opened, opens: [] },
  )
}

function cardsOf(plan: Plan, { checklist, opens }: Settled): string {
  const at = checklist.opensAt
  const opened = opens.map((draft, place) => openIssue(plan, draft, place + 1, checklist.channel, at).issue)
  const issues = Object.fromEntries(opened.map((issue): [string, Issue] => [issue.id, issue]))
  const shown = opened.map((issue) =>
    readIn(issue.channel, drawIssue({ issue, timeline: [], zone: plan.timezone, planTitle: plan.title })),
  )
  return [readIn(checklist.channel, drawChecklist({ checklist, issues })), ...shown].join('\n')
}
