import { strict as assert } from 'node:assert'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inTurns, type Line } from '../measure.ts'

const runs = 9
const root = fileURLToPath(new URL('../..', import.meta.url))
const plans = readdirSync(`${root}/plans`)
  .filter((file) => file.endsWith('.yaml') && file !== 'shop.yaml')
  .map((file) => `plans/${file}`)

/** Whole commands over the plans of real teams, from starting Node to the last line, as whoever types them waits. */
export async function* commands(): AsyncGenerator<Line> {
  const tenYears = ['--from', '2026-01-01', '--to', '2035-12-31']
  const sides = {
    check: () => node('bin/rounds.js', 'check', ...plans),
    schedule: () => node('bin/rounds.js', 'schedule', ...plans, ...tenYears),
    nothing: () => node('-e', '0'),
  }
  const { check, schedule, nothing } = await inTurns({ runs, sides })
  const line = { unit: 'ms', runs, database: null } as const
  const peerIs = 'Node starting, with nothing to do'
  yield { figure: 'check-every-plan', ours: check, limit: 1000, peer: nothing, peerIs, ...line }
  yield { figure: 'schedule-every-plan', ours: schedule, limit: 2000, peer: nothing, peerIs, ...line }
}

function node(...given: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, given, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
  assert.equal(status, 0, stderr)
}
