import { z } from 'zod'
import { defaultSeverityRules, type SeverityRule, type SeverityRules, severities } from '../domain/severity.ts'
import type { Path, Report } from './fault.ts'
import { duration, line } from './fields.ts'
import { given } from './given.ts'
import { entriesOf, isMap, shaped, unknownMessage } from './shape.ts'

/** What ends it where no clock runs: `next release`. */
const milestone = line.pipe(z.string().regex(/^next [^\s]/)).transform((text) => ({ milestone: text }))

export const severityForm = z.strictObject({
  name: line.optional(),
  when: z.array(line).optional(),
  respond: duration.optional(),
  resolve: z
    .union([z.literal('none').transform(() => null), duration, milestone], {
      error: 'must be a length of time such as 1d, a milestone such as next release, or none',
    })
    .optional(),
  escalate: line.optional(),
  updates: duration.optional(),
  alerts: z.array(line).optional(),
  procedure: line.optional(),
})

/** What a level leaves out keeps its usual value. */
export function readSeverities(said: unknown, path: Path, report: Report): SeverityRules {
  if (said === undefined) return defaultSeverityRules
  const entries = entriesOf(said, path, report) ?? []
  for (const [key] of entries) {
    if (severities.some((severity) => severity === key)) continue
    report({
      path: [...path, key],
      rule: 'unknown-key',
      message: unknownMessage('severity', key, severities),
      key: true,
    })
  }
  const rules = severities.map((severity) => {
    const usual = defaultSeverityRules[severity]
    const value = isMap(said) ? said[severity] : undefined
    const form = value === undefined ? null : shaped(severityForm, value, [...path, severity], report)
    const rule = {
      name: form?.name ?? usual.name,
      when: form?.when ?? usual.when,
      respondMinutes: form?.respond ?? usual.respondMinutes,
      ...resolutionOf(form?.resolve, usual),
      escalate: form?.escalate ?? usual.escalate,
      ...given({
        updatesMinutes: form?.updates,
        alerts: form?.alerts?.length ? form.alerts : undefined,
        procedure: form?.procedure,
      }),
    }
    return [severity, rule]
  })
  return Object.fromEntries(rules) as SeverityRules
}

function resolutionOf(
  said: number | null | { readonly milestone: string } | undefined,
  usual: SeverityRule,
): Pick<SeverityRule, 'resolveMinutes' | 'resolveBy'> {
  if (said === undefined) return { resolveMinutes: usual.resolveMinutes }
  return typeof said === 'object' && said !== null
    ? { resolveMinutes: null, resolveBy: said.milestone }
    : { resolveMinutes: said }
}
