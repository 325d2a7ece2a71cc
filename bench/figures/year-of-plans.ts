import { openDatabase } from '../../src/store/database/open.ts'
import { playYear } from '../../tests/year/play-year.ts'
import type { Line } from '../measure.ts'

/** Half a year of the five plans at once in the sandbox, people at work included: seconds of processor, not of waiting. */
export async function* yearOfPlans(): AsyncGenerator<Line> {
  const opened = await openDatabase({ kind: 'embedded-memory' })
  await opened.migrate()
  const year = await playYear(opened, {
    from: new Date('2026-12-31T23:59:00-05:00'),
    until: new Date('2027-07-01T00:00:00-04:00'),
  })
  await year.team.close()
  const line = { figure: 'year-of-plans', ours: year.cpuSeconds, unit: 's', limit: 120 } as const
  yield { ...line, peer: null, peerIs: null, runs: 1, database: 'embedded' }
}
