import type { Fault } from './fault.ts'
import type { ReadPlan } from './load.ts'

export type ReadFile = ReadPlan & { readonly file: string }

/** Of two files with one name for their plan the later is at fault: put in force, one would replace the other. */
export function oneOfEachName(read: readonly ReadFile[]): readonly ReadFile[] {
  const first = new Map<string, string>()
  return read.map((one) => {
    const { plan, file, namedAt } = one
    const other = plan && first.get(plan.name)
    if (plan && other === undefined) first.set(plan.name, file)
    if (!plan || other === undefined || other === file) return one
    const message = `the plan in ${other} is called "${plan.name}" too, and only one of them can be in force: give this one a name of its own`
    const fault: Fault = { file, ...namedAt, level: 'fault', rule: 'name', message }
    return { file, namedAt, faults: [fault], warnings: [] }
  })
}
