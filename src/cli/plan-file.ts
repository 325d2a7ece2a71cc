import { readFile } from 'node:fs/promises'
import type { LocalDate } from '../domain/cadence/cadence.ts'
import type { Fault } from '../plans/fault.ts'
import { readPlan } from '../plans/load.ts'
import { oneOfEachName, type ReadFile } from '../plans/one-of-each-name.ts'

/** Where a command writes: what was asked for on stdout, what is at fault on stderr. */
export type Out = { readonly line: (text: string) => void; readonly fault: (text: string) => void }

/** All of them, each with what is at fault in it and beside the others. */
export async function readPlanFilesAt(files: readonly string[], today: LocalDate | null): Promise<readonly ReadFile[]> {
  return oneOfEachName(await Promise.all(files.map((file) => readPlanFile(file, today))))
}

/** `plans/shop.yaml:3:10: message`, as editors and terminals link it. */
export function faultText({ file, line, column, level, message }: Fault): string {
  return `${file}:${line}:${column}: ${level === 'warning' ? 'warning: ' : ''}${message}`
}

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'permission is denied',
  }
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

/** `1 ritual`, `2 rituals`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

async function readPlanFile(file: string, today: LocalDate | null): Promise<ReadFile> {
  try {
    return { file, ...readPlan(await readFile(file, 'utf8'), file, today) }
  } catch (error) {
    const message = `this file cannot be read: ${reasonOf(error)}`
    const start = { line: 1, column: 1 }
    return { file, namedAt: start, faults: [{ file, ...start, level: 'fault', rule: 'file', message }], warnings: [] }
  }
}
