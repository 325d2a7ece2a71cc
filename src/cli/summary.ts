import { machineClock } from '../clock.ts'
import { weekOf } from '../domain/cadence/week.ts'
import { CannotStart } from '../main.ts'
import { weekState } from '../slack/surfaces.ts'
import { summaryMarkdown } from '../slack/views/summary.ts'
import { openDatabase } from '../store/database/open.ts'
import { currentPlans } from '../store/plans.ts'
import type { Scope } from '../store/scope.ts'
import { knownWorkspaces } from '../store/workspaces.ts'
import { databaseHere } from './environment.ts'
import type { Out } from './plan-file.ts'

export type SummaryOptions = {
  readonly week?: string
  readonly plan?: string
  readonly json?: boolean
  readonly markdown?: boolean
}

/** `rounds summary`: a week's figures as they stand, of every plan in force or of the one that is named. */
export async function summary(options: SummaryOptions, out: Out): Promise<number> {
  const opened = await openDatabase(databaseHere())
  try {
    await opened.migrate()
    const found = []
    for (const workspace of await knownWorkspaces(opened.db)) {
      const scope: Scope = { db: opened.db, workspace }
      for (const { plan } of await currentPlans(scope)) found.push({ scope, plan })
    }
    const wanted = found.filter(({ plan }) => options.plan === undefined || plan.name === options.plan)
    if (wanted.length === 0)
      throw new CannotStart(
        nothingToTell(
          options.plan,
          found.map(({ plan }) => plan.name),
        ),
      )
    for (const { scope, plan } of wanted) {
      const now = machineClock()
      const week = options.week ?? weekOf(now, plan.timezone)
      const state = await weekState(scope, plan, week, now)
      if (options.json)
        out.line(JSON.stringify({ plan: plan.name, ...state.figures, previous: state.previous?.rates ?? null }))
      else out.line(summaryMarkdown(state))
    }
    return 0
  } finally {
    await opened.close()
  }
}

function nothingToTell(name: string | undefined, known: readonly string[]): string {
  if (known.length === 0)
    return 'No plan has been applied to this database yet; start Rounds with ROUNDS_PLANS set to a plan file.'
  return `There is no plan named ${name} in this database; it holds ${known.join(', ')}.`
}
