import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '../domain/plan.ts'
import { readPlan } from './load.ts'

export type PlanFile = { readonly file: string; readonly source: string; readonly plan: Plan }

/** One plan file, or every `.yaml` of a folder: the plans, or every fault as `file:line:column: message`. */
export function readPlanFiles(
  path: string,
): { readonly plans: readonly PlanFile[] } | { readonly faults: readonly string[] } {
  const files = filesAt(path)
  if (typeof files === 'string') return { faults: [files] }
  const plans: PlanFile[] = []
  const faults: string[] = []
  for (const file of files) {
    const source = readFileSync(file, 'utf8')
    const read = readPlan(source, file)
    if (read.plan) plans.push({ file, source, plan: read.plan })
    faults.push(...read.faults.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`))
  }
  return faults.length > 0 ? { faults } : { plans }
}

function filesAt(path: string): readonly string[] | string {
  try {
    if (!statSync(path).isDirectory()) return [path]
    const names = readdirSync(path)
      .filter((name) => /\.ya?ml$/u.test(name))
      .sort()
    return names.length > 0
      ? names.map((name) => join(path, name))
      : `${path}: holds no plan; add a file such as shop.yaml.`
  } catch {
    return `${path}: cannot be read; ROUNDS_PLANS names a plan file or a folder of them.`
  }
}
