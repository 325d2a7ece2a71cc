import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '../domain/plan.ts'
import { readPlan } from './load.ts'
import { oneOfEachName } from './one-of-each-name.ts'

export type PlanFile = { readonly file: string; readonly source: string; readonly plan: Plan }

/** One plan file, or every `.yaml` of a folder: the plans, or every fault as `file:line:column: message`. */
export function readPlanFiles(
  path: string,
): { readonly plans: readonly PlanFile[] } | { readonly faults: readonly string[] } {
  const files = filesAt(path)
  if (typeof files === 'string') return { faults: [files] }
  const sources = files.map((file) => ({ file, source: readFileSync(file, 'utf8') }))
  const read = oneOfEachName(sources.map(({ file, source }) => ({ file, ...readPlan(source, file) })))
  const faults = read.flatMap((one) =>
    one.faults.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`),
  )
  if (faults.length > 0) return { faults }
  return {
    plans: sources.flatMap((one, place) => {
      const plan = read[place]?.plan
      return plan ? [{ ...one, plan }] : []
    }),
  }
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
