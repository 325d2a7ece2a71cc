import { copyFileSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { namesInPlans } from '../../src/cli/names-in-plans.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { readPlanFiles } from '../../src/plans/files.ts'
import { playTo } from '../../src/scheduler/play.ts'
import type { Opened } from '../../src/store/database/database.ts'
import { startTeam, type Team } from '../support/team.ts'
import { crew } from './crew.ts'
import { watch } from './watch.ts'

export type Year = {
  readonly team: Team
  readonly plans: readonly { readonly file: string; readonly plan: Plan }[]
  readonly watch: ReturnType<typeof watch>
  /** Warnings and errors of the bot. */
  readonly complaints: readonly string[]
  /** Seconds of this process's processors while the clock was played. */
  readonly cpuSeconds: number
}

/** The plans that teams wrote as documents, in one workspace, their people at work, from one moment to another. */
export async function playYear(
  opened: Opened,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<Year> {
  const folder = plansOfTeams()
  const read = readPlanFiles(folder)
  if ('faults' in read) throw new Error(read.faults.join('\n'))
  const plans = read.plans.map(({ file, plan }) => ({ file, plan }))
  const complaints: string[] = []
  const team = await startTeam({
    opened,
    at: from.toISOString(),
    plans: folder,
    offline: true,
    invited: namesInPlans(plans.map(({ plan }) => plan)),
    parts: { log: pino({ level: 'warn' }, into(complaints)) },
  })
  const before = process.cpuUsage()
  const watched = watch(team.sandbox)
  const people = crew(team.rounds.deps, team.maria.id)
  const { beat, nextMoment, keepHouse, settle } = team.rounds
  await playTo(
    {
      ...{ now: team.now, beat, nextMoment },
      moveTo: (at) => team.outageUntil(at.toISOString()),
      async deliver() {
        do await settle()
        while (await people.acts())
      },
      keepHouse() {
        watched.looks()
        return keepHouse()
      },
    },
    until,
  )
  watched.looks()
  const { user, system } = process.cpuUsage(before)
  return { team, plans, watch: watched, complaints, cpuSeconds: (user + system) / 1e6 }
}

function into(lines: string[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
}

/** A folder with a copy of each plan that has a document. */
function plansOfTeams(): string {
  const plans = fileURLToPath(new URL('../../plans', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'rounds-year-'))
  for (const source of readdirSync(join(plans, 'sources'))) {
    const file = source.replace('.json', '.yaml')
    copyFileSync(join(plans, file), join(folder, file))
  }
  return folder
}
