import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Plan } from '../domain/plan.ts'
import { changesBetween, type PlanChanges, type RitualChange } from '../domain/plan-changes.ts'
import { importDocument } from '../plans/import/import.ts'
import type { Imported } from '../plans/import/imported.ts'
import { readPlan } from '../plans/load.ts'
import { counted, type Out, reasonOf } from './plan-file.ts'

export type ImportOptions = {
  readonly output?: string
  readonly json?: boolean
  readonly overwrite?: boolean
  readonly name?: string
  readonly timezone?: string
  readonly channel?: string
}

/** `rounds import FILE.md`: the plan on stdout or in a file, and on stderr every line that has no place in it. */
export async function importFile(file: string, options: ImportOptions, out: Out): Promise<number> {
  const { output, json, overwrite, ...choices } = options
  if (json && output === undefined) {
    out.fault('--json tells of the plan that is written with -o FILE.yaml; without -o the plan itself is printed')
    return 2
  }
  const source = await readFile(file).catch((error: unknown) => `this file cannot be read: ${reasonOf(error)}`)
  const imported =
    typeof source === 'string' ? { reason: source } : importDocument(source, { ...choices, fileName: basename(file) })
  if ('reason' in imported) {
    out.fault(`${file}:1:1: ${imported.reason}`)
    return 1
  }
  if (output === undefined) out.line(imported.yaml.trimEnd())
  else if (!(await written(imported, output, overwrite === true, out))) return 1
  for (const { line, text, reason } of imported.unplaced)
    out.fault(`${file}:${line}:1: not placed: ${reason}: ${shortened(text)}`)
  if (json) out.line(resultJson(imported))
  else if (output !== undefined) for (const line of verdict(imported, output)) out.line(line)
  return 0
}

function resultJson({ counts, unplaced }: Imported): string {
  return JSON.stringify({ ...counts, unplaced })
}

function verdict({ counts, unplaced }: Imported, output: string): readonly string[] {
  const { rituals, sections, items } = counts
  const left =
    unplaced.length === 0 ? 'every line has its place' : `${counted(unplaced.length, 'line')} without a place`
  return [
    `${output}: ${counted(rituals, 'ritual')}, ${counted(sections, 'section')}, ${counted(items, 'item')}; ${left}`,
    `What the document leaves open is marked "# chosen": look it over, then rounds check ${output}`,
  ]
}

/** A file that people edited is not written over: what the document has that is new is told, for them to take. */
async function written({ yaml, plan }: Imported, output: string, overwrite: boolean, out: Out): Promise<boolean> {
  const before = await readFile(output, 'utf8').catch(() => null)
  const text = sealed(yaml)
  if (before === text) {
    out.fault(`${output} says the same already`)
    return true
  }
  if (before !== null) {
    const changes = changesTo(before, plan)
    for (const line of changes ?? []) out.fault(line)
    if (!overwrite && !isSealed(before)) {
      out.fault(
        `${output} was edited since it was imported, so it is left as it is. Take over by hand what is new above, write elsewhere with -o, or replace it with --overwrite.`,
      )
      return false
    }
  }
  await writeFile(output, text)
  return true
}

const seal = /^# Imported, not edited since: ([0-9a-f]{12})\n/mu

/** The file with a mark that tells later whether anybody edited it. */
function sealed(yaml: string): string {
  const [first = '', ...rest] = yaml.split('\n')
  return [first, `# Imported, not edited since: ${digest(yaml)}`, ...rest].join('\n')
}

function isSealed(text: string): boolean {
  const mark = seal.exec(text)
  return mark !== null && digest(text.replace(mark[0], '')) === mark[1]
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** Null where what is there is no plan. */
function changesTo(before: string, plan: Plan): readonly string[] | null {
  const { plan: old } = readPlan(before, 'before')
  return old ? changesTold(changesBetween(old, plan)) : null
}

function changesTold({ added, removed, changed, same }: PlanChanges): readonly string[] {
  if (added.length + removed.length + changed.length === 0) return ['No ritual is different.']
  return [
    ...added.map((title) => `+ ${title}`),
    ...removed.map((title) => `- ${title}`),
    ...changed.flatMap(changeTold),
    `${counted(same, 'ritual')} as before`,
  ]
}

function changeTold({ title, cadence, added, removed, changed }: RitualChange): readonly string[] {
  return [
    `~ ${title}${cadence ? ': falls due at other times' : ''}`,
    ...added.map((item) => `    + ${item}`),
    ...removed.map((item) => `    - ${item}`),
    ...changed.map((item) => `    ~ ${item}`),
  ]
}

function shortened(text: string): string {
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`
}
