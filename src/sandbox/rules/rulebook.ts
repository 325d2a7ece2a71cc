import { limits } from '../limits/check.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { codeOf, platformRules, type RefusalName, type RuleName } from './platform-rules.ts'

/** What the platform asks the table of rules; a row that is switched off refuses nothing and does nothing. */
export type Rulebook = {
  /** Refuses with the row's code where it is broken. */
  refuse(name: RefusalName, broken: boolean, details?: Json): void
  /** The thing asked for. */
  found<T>(name: RefusalName, thing: T | undefined, details?: Json): T
  /** For rows that are no refusals: whether the platform does what the row says. */
  holds(name: RuleName): boolean
  /** A refusal as it is answered: without its row there is still nothing to go on with, and no word for that. */
  worded(error: Refused): Refused
  /** Rows that are switched off, those of payloads among them. */
  readonly off: ReadonlySet<string>
  /** Throws for a name that no row has. */
  switchOff(name: string): void
  switchOn(name: string): void
}

export function createRulebook(rulesOff: readonly string[] = []): Rulebook {
  const off = new Set<string>()
  const book: Rulebook = {
    off,
    holds: (name) => !off.has(name),
    refuse: (name, broken, details) => {
      if (broken && !off.has(name)) throw new Refused(codeOf(name), details)
    },
    found: (name, thing, details) => {
      if (thing !== undefined) return thing
      throw refusedBy(name, details)
    },
    worded: (error) => (error.rule !== undefined && off.has(error.rule) ? new Refused('internal_error') : error),
    switchOff: (name) => {
      if (!isRule(name)) throw new Error(`No rule is called “${name}”; docs/sandbox-rules.md lists them.`)
      off.add(name)
    },
    switchOn: (name) => void off.delete(name),
  }
  for (const name of rulesOff) book.switchOff(name)
  return book
}

/** For what is missing where it is needed. */
export function refusedBy(rule: RefusalName, details?: Json): Refused {
  return new Refused(codeOf(rule), details, { rule })
}

const limitNames: ReadonlySet<string> = new Set(limits.map((rule) => rule.name))

const isRule = (name: string): boolean => Object.hasOwn(platformRules, name) || limitNames.has(name)
