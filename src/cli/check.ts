import type { LocalDate } from '../domain/cadence/cadence.ts'
import type { Plan } from '../domain/plan.ts'
import type { Fault } from '../plans/fault.ts'
import { counted, faultText, type Out, readPlanFilesAt } from './plan-file.ts'

export type CheckOptions = { readonly json?: boolean; readonly today: LocalDate }

/** `rounds check FILE…`: every fault and warning; 1 where there is a fault. */
export async function check(files: readonly string[], options: CheckOptions, out: Out): Promise<number> {
  let code = 0
  for (const { file, plan, faults, warnings } of await readPlanFilesAt(files, options.today)) {
    if (faults.length > 0) code = 1
    if (options.json) for (const found of [...faults, ...warnings]) out.line(faultJson(found))
    else {
      for (const found of [...faults, ...warnings]) out.fault(faultText(found))
      out.line(verdict(file, plan, faults.length, warnings.length))
    }
  }
  return code
}

function faultJson({ file, line, column, level, rule, message }: Fault): string {
  return JSON.stringify({ file, line, column, level, rule, message })
}

function verdict(file: string, plan: Plan | undefined, faults: number, warnings: number): string {
  const found = [counted(faults, 'fault'), counted(warnings, 'warning')]
    .filter((text) => !text.startsWith('0'))
    .join(', ')
  if (!plan) return `${file}: ${found}`
  const items = plan.rituals.flatMap(({ sections }) => sections.flatMap((section) => section.items)).length
  const size = `${counted(plan.rituals.length, 'ritual')}, ${counted(items, 'item')}`
  return `${file}: ${size}, ${found || 'nothing to complain about'}`
}
