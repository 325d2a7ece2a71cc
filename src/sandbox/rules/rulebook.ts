import { limits } from '../limits/check.ts'
import type { Json } from '../protocol.ts'
import { Refused } from '../refused.ts'
import { codeOf, platformRules, type RefusalName, type RuleName } from './platform-rules.ts'

/** What the platform asks the table of rules; a row that is switched off refuses nothing and does nothing. */
export type Rulebook = {
  /** Refuses with the row's code where it is broken. */
  refuse(name: RefusalName, broken: boolean, details?: Json): void
  /** The thing asked for. Where it is missing and the row is off there is nothing to go on with: internal_error. */
  found<T>(name: RefusalName, thing: T | undefined, details?: Json): T
  /** For rows that are no refusals: whether the platform does what the row says. */
  holds(name: RuleName): boolean
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
      throw off.has(name) ? new Refused('internal_error') : new Refused(codeOf(name), details)
    },
    switchOff: (name) => {
      if (!isRule(name)) throw new Error(`No rule is called “${name}”; docs/sandbox-rules.md lists them.`)
      off.add(name)
    },
    switchOn: (name) => void off.delete(name),
  }
  for (const name of rulesOff) book.switchOff(name)
  return book
}

const limitNames: ReadonlySet<string> = new Set(limits.map((rule) => rule.name))

const isRule = (name: string): boolean => Object.hasOwn(platformRules, name) || limitNames.has(name)
