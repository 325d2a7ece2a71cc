import { z } from 'zod'
import { defaultSeverityRules, type SeverityRules, severities } from '../domain/severity.ts'
import type { Path, Report } from './fault.ts'
import { duration, line } from './fields.ts'
import { entriesOf, isMap, shaped, unknownMessage } from './shape.ts'

const severityForm = z.strictObject({
  name: line.optional(),
  when: z.array(line).optional(),
  respond: duration.optional(),
  resolve: z
    .union([z.literal('none').transform(() => null), duration], {
      error: 'must be a length of time such as 1d, or none',
    })
    .optional(),
  escalate: line.optional(),
})

/** What a level leaves out keeps its usual value. */
export function readSeverities(said: unknown, path: Path, report: Report): SeverityRules {
  if (said === undefined) return defaultSeverityRules
  const given = entriesOf(said, path, report) ?? []
  for (const [key] of given) {
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
      resolveMinutes: form?.resolve === undefined ? usual.resolveMinutes : form.resolve,
      escalate: form?.escalate ?? usual.escalate,
    }
    return [severity, rule]
  })
  return Object.fromEntries(rules) as SeverityRules
}
