import { faultRules, warningRules } from '../../src/plans/rules.ts'
import type { Part } from './part.ts'
import { parts } from './parts.ts'

/** The manual with its tables as the reader has them; each stands between two comments that name it. */
export function filledManual(manual: string): string {
  return manual.replace(
    /(<!-- (?:keys|rules) of [^\n]+ -->\n)[\s\S]*?(<!-- end -->)/g,
    (whole: string, begin: string, end: string) => {
      const [, kind, name = ''] = /<!-- (keys|rules) of (.+) -->/.exec(begin) ?? []
      const table = kind === 'rules' ? rulesTable(name) : keysTable(name)
      return table === null ? whole : `${begin}\n${table}\n\n${end}`
    },
  )
}

/** The parts whose keys a manual shows. */
export function partsShown(manual: string): string[] {
  return [...manual.matchAll(/<!-- keys of (.+) -->/g)].map(([, name = '']) => name)
}

const tablesOfRules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  faults: faultRules,
  warnings: warningRules,
}

function rulesTable(name: string): string | null {
  const rules = tablesOfRules[name]
  if (!rules) return null
  return table(
    ['rule', 'says'],
    Object.entries(rules).map(([rule, says]) => [`\`${rule}\``, says]),
  )
}

function keysTable(name: string): string | null {
  const part = (parts as Readonly<Record<string, Part>>)[name]
  if (!part) return null
  const keys = Object.entries(part.keys).map(([key, told]) => ({ key, ...told }))
  const some = keys.some(({ without }) => without !== undefined)
  return table(
    ['key', 'example', 'means', ...(some ? ['without it'] : [])],
    keys.map(({ key, example, says, without = '' }) => [
      `\`${key}\``,
      `\`${example}\``,
      says,
      ...(some ? [without] : []),
    ]),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |')
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map((row) => line(row.map(escaped)))].join('\n')
}

const escaped = (cell: string): string => cell.replaceAll('|', '\\|')
