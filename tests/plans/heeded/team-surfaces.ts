import { namesInPlans } from '../../../src/cli/names-in-plans.ts'
import { databases } from '../../support/databases.ts'
import { planFile } from '../../support/plan-file.ts'
import { startTeam, type Team } from '../../support/team.ts'
import { planOf } from '../plans.ts'
import type { Surface } from './surfaces.ts'

/** Everything that stands in the plan's channels once a team has lived through some hours of it. */
export function posted(from: string, to: string, does: (team: Team) => Promise<void> = async () => {}): Surface {
  return async (source) => {
    const invited = namesInPlans([planOf(source)])
    const [embedded] = databases()
    if (!embedded) throw new Error('there is no database to test on')
    const team = await startTeam({ opened: await embedded.open(), at: from, plans: planFile(source), invited })
    try {
      await does(team)
      await team.clockReaches(to)
      await team.settled()
      return invited.channels
        .flatMap((channel) => team.maria.sees(channel).map((text) => `in ${channel}\n${text}`))
        .join('\n')
    } finally {
      await team.close()
    }
  }
}

/** Declares an incident in the night. */
export const declared = posted('2026-11-20T03:10:00+01:00', '2026-11-20T03:11:00+01:00', async (team) => {
  await team.maria.runs('/incident payments are down', { in: '#ops' })
})

/** A round falls due, and its channel takes nothing any more. */
export const archived = posted('2026-11-20T08:59:00+01:00', '2026-11-20T09:00:00+01:00', async ({ sandbox }) => {
  sandbox.channel('#ops').archive()
})

/** A round is answered, and the week told. */
export const answeredAndTold = (label: string, answer: string) =>
  posted('2026-11-20T08:59:00+01:00', '2026-11-20T16:30:00+01:00', async (team) => {
    await team.clockReaches('2026-11-20T09:00:00+01:00')
    await team.settled()
    await team.maria.clicks('Fill in')
    await team.settled()
    await team.maria.fills({ [label]: answer })
    await team.maria.submits()
    await team.settled()
  })
