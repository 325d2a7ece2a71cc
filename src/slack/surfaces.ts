import { addMinutes } from 'date-fns'
import { nextOccurrence } from '../domain/cadence/occurrences.ts'
import { spanOfWeek, weekOf } from '../domain/cadence/week.ts'
import type { Issue } from '../domain/issue.ts'
import { isPlanned, maintenanceMoments, maintenanceOf, maintenanceRitualOf } from '../domain/maintenance.ts'
import { calendarOf, type Plan } from '../domain/plan.ts'
import { planFactsAt } from '../domain/plan-facts.ts'
import { proceduresOf } from '../domain/procedure.ts'
import { type HandOverRitual, handOverAt, handOverRituals } from '../domain/role.ts'
import type { Surface } from '../domain/surface.ts'
import { asReported } from '../domain/template.ts'
import { figuresOf, previousFigures } from '../operations/freeze-summary.ts'
import { whichPlan } from '../operations/which-plan.ts'
import { checklistsFor, findChecklist } from '../store/checklists.ts'
import { findIssue, findIssues, openIssues } from '../store/issues.ts'
import { timelineOf } from '../store/journal.ts'
import { findPlan, lastMaintenance } from '../store/plans.ts'
import type { Scope } from '../store/scope.ts'
import { findSummary } from '../store/summaries.ts'
import { documentState } from './document-state.ts'
import { type AnySurface, surface } from './drawing.ts'
import { homeState } from './home-state.ts'
import { type AskState, drawAsk } from './views/ask.ts'
import { type ChecklistState, drawChecklist, drawReminder, drawSection } from './views/checklist.ts'
import { drawDocument, drawDocumentTold } from './views/document.ts'
import { drawHandOver, type HandOverState } from './views/hand-over.ts'
import { drawHome } from './views/home.ts'
import { drawIncident, drawIssue, type IssueState } from './views/issue.ts'
import { drawLimit } from './views/limit.ts'
import { drawMaintenance, type MaintenanceState } from './views/maintenance.ts'
import { drawReport, type ReportState } from './views/report.ts'
import { drawSummary, drawSummaryDetail, type SummaryState } from './views/summary.ts'
import { drawTold, type ToldState } from './views/told.ts'

/** Everything that Slack shows: how each is loaded and drawn. */
export function surfacesAt(
  clock: () => Date,
  admins: ReadonlySet<string> = new Set(),
): Readonly<Record<Surface, AnySurface>> {
  return {
    checklist: surface({ load: checklistState, draw: drawChecklist }),
    'checklist-section': surface({ load: sectionState, draw: drawSection }),
    'checklist-reminder': surface({ load: checklistState, draw: drawReminder }),
    limit: surface({ load: checklistState, draw: drawLimit }),
    issue: surface({ load: issueState, draw: drawIssue }),
    incident: surface({ load: issueState, draw: drawIncident }),
    ask: surface({ load: askState, draw: drawAsk }),
    summary: surface({ load: summaryState, draw: drawSummary }),
    'summary-detail': surface({ load: summaryState, draw: drawSummaryDetail }),
    told: surface({ load: toldState, draw: drawTold }),
    report: surface({ load: reportState, draw: drawReport }),
    maintenance: surface({ load: maintenanceState, draw: drawMaintenance }),
    document: surface({ load: (scope, subject) => documentState(scope, subject, clock(), admins), draw: drawDocument }),
    'document-told': surface({
      load: (scope, subject) => documentState(scope, subject, clock(), admins),
      draw: drawDocumentTold,
    }),
    'hand-over': surface({ load: handOverState, draw: drawHandOver }),
    home: surface({ load: (scope, person) => homeState(scope, person, clock(), admins), draw: drawHome }),
  }
}

export async function checklistState(scope: Scope, id: string): Promise<ChecklistState | undefined> {
  const checklist = await findChecklist(scope, id)
  if (!checklist) return undefined
  const failed = checklist.items.flatMap(({ settlement }) => (settlement.state === 'failed' ? settlement.issue : []))
  const issues = await findIssues(scope, [...failed, ...(checklist.incident ? [checklist.incident] : [])])
  return { checklist, issues: Object.fromEntries(issues.map((issue): [string, Issue] => [issue.id, issue])) }
}

/** A section's subject is `checklist/section`. */
async function sectionState(scope: Scope, subject: string) {
  const [id, section] = splitSubject(subject)
  const state = await checklistState(scope, id)
  return state && { ...state, section }
}

async function issueState(scope: Scope, id: string): Promise<IssueState | undefined> {
  const issue = await findIssue(scope, id)
  if (!issue) return undefined
  const applied = await findPlan(scope, issue.plan)
  const timeline = await timelineOf(scope, id)
  const rule = applied?.plan.severities[issue.severity]
  return {
    issue,
    timeline,
    zone: applied?.plan.timezone ?? 'UTC',
    planTitle: applied?.plan.title ?? issue.plan,
    milestone: rule?.resolveBy ?? null,
    source: issue.source ? await findChecklist(scope, issue.source.checklist) : undefined,
    steps: await checklistsFor(scope, id),
    hasProcedures: applied !== undefined && proceduresOf(applied.plan).length > 0,
  }
}

/** An ask's subject is `issue/ask`. */
async function askState(scope: Scope, subject: string): Promise<AskState | undefined> {
  const [id, ask] = splitSubject(subject)
  const issue = await findIssue(scope, id)
  if (!issue) return undefined
  const applied = await findPlan(scope, issue.plan)
  return { issue, zone: applied?.plan.timezone ?? 'UTC', ask }
}

/** What was told has the subject `issue/id`. */
async function toldState(scope: Scope, subject: string): Promise<ToldState | undefined> {
  const [id = '', told = ''] = subject.split('/')
  const state = await issueState(scope, id)
  const entry = state?.timeline.find(({ what }) => what.kind === 'stakeholders-told' && what.id === told)
  if (!state || entry?.what.kind !== 'stakeholders-told') return undefined
  return { ...state, text: entry.what.text, audience: entry.what.audience, by: entry.by }
}

async function reportState(scope: Scope, id: string): Promise<ReportState | undefined> {
  const checklist = await findChecklist(scope, id)
  const plan = checklist && (await findPlan(scope, checklist.plan))?.plan
  const ritual = plan?.rituals.find((one) => one.id === checklist?.ritual)
  if (!checklist || !ritual?.report) return undefined
  return { checklist: asReported(checklist, ritual), text: ritual.report.text }
}

/** A maintenance's subject is `plan/window/instant/moment`. */
async function maintenanceState(scope: Scope, subject: string): Promise<MaintenanceState | undefined> {
  const [name = '', id = '', millis, moment = ''] = subject.split('/')
  const { plan, retiredAt = null } = (await findPlan(scope, name)) ?? {}
  const kept = plan && maintenanceOf(plan, maintenanceRitualOf(id))
  const window = kept ?? (await lastMaintenance(scope, name, id))
  const known = maintenanceMoments.find((one) => one === moment)
  if (!plan || !window || !known) return undefined
  const startsAt = new Date(Number(millis))
  const planned = kept !== undefined && retiredAt === null && isPlanned(plan, kept, startsAt)
  const endsAt = addMinutes(startsAt, window.lastsMinutes)
  const { title, text = null } = window
  const calledOff = known === 'notice' && !planned
  return { moment: known, calledOff, startsAt, endsAt, title, text, planTitle: plan.title, zone: plan.timezone }
}

/** A hand-over's subject is `plan/role/instant`. */
async function handOverState(scope: Scope, subject: string): Promise<HandOverState | undefined> {
  const [name = '', role = '', millis] = subject.split('/')
  const plan = (await findPlan(scope, name))?.plan
  const at = new Date(Number(millis))
  const change = plan && handOverAt(plan, role, at)
  const ritual = plan && handOverRituals(plan).find((one) => one.role === role)
  if (!plan || !change || !ritual) return undefined
  return {
    ...change,
    title: ritual.title,
    until: nextChange(plan, ritual, at),
    zone: plan.timezone,
    open: await openIssues(scope, name),
  }
}

/** When somebody else has it; where the same person goes on, nothing changes. */
function nextChange(plan: Plan, { role, ...ritual }: HandOverRitual, after: Date): Date | null {
  let at = nextOccurrence(ritual.every, calendarOf(plan, ritual), after)
  for (let looked = 0; at !== null && looked < mostChanges && handOverAt(plan, role, at) === null; looked += 1) {
    at = nextOccurrence(ritual.every, calendarOf(plan, ritual), at)
  }
  return at !== null && handOverAt(plan, role, at) !== null ? at : null
}

/** A rotation of one person never changes hands. */
const mostChanges = 100

async function summaryState(scope: Scope, id: string): Promise<SummaryState | undefined> {
  const summary = await findSummary(scope, id)
  const applied = summary && (await findPlan(scope, summary.plan))
  if (!summary || !applied) return undefined
  return {
    ...summary,
    ...frameOf(applied.plan, summary.frozenAt),
    from: summary.since,
    until: summary.frozenAt,
  }
}

/** The week as it stands, for whoever asks in between. Undefined where no plan is in force. */
export async function weekSoFar(scope: Scope, channel: string | null, now: Date): Promise<SummaryState | undefined> {
  const found = await whichPlan(scope, channel)
  return found && weekState(scope, found.plan, weekOf(now, found.plan.timezone), now)
}

/** A week's summary from the figures as they stand now. */
export async function weekState(scope: Scope, plan: Plan, week: string, now: Date): Promise<SummaryState> {
  const figures = await figuresOf(scope, plan, week, now)
  const previous = await previousFigures(scope, plan, week, now)
  return { ...frameOf(plan, now), ...spanOfWeek(week, plan.timezone), figures, previous, restated: null }
}

function frameOf(plan: Plan, now: Date) {
  return { planTitle: plan.title, zone: plan.timezone, plan: planFactsAt(plan, now) }
}

function splitSubject(subject: string): [string, number] {
  const slash = subject.lastIndexOf('/')
  return [subject.slice(0, slash), Number(subject.slice(slash + 1))]
}
