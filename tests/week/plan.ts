import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPlan } from '../../src/plans/load.ts'
import { planYaml } from '../../src/plans/write.ts'

const checklists = ['morning', 'evening', 'monday', 'wednesday', 'friday', 'first-monday']

/** DrainPro's plan with the checklists of its operations team alone, without maintenance windows, as a file. */
export function weekPlan(): string {
  const { plan } = readPlan(readFileSync('plans/drainpro.yaml', 'utf8'), 'drainpro.yaml')
  if (!plan) throw new Error('plans/drainpro.yaml is at fault.')
  const { maintenance: _, ...rest } = plan
  const file = join(mkdtempSync(join(tmpdir(), 'rounds-')), 'drainpro.yaml')
  writeFileSync(file, planYaml({ ...rest, rituals: plan.rituals.filter(({ id }) => checklists.includes(id)) }))
  return file
}
