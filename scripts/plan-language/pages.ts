import { fileURLToPath } from 'node:url'
import { planSchema } from './schema.ts'

/** What `npm run docs:plans` writes. */
export const manualPage = fileURLToPath(new URL('../../docs/plan-language.md', import.meta.url))
export const schemaFile = fileURLToPath(new URL('../../plans/schema.json', import.meta.url))

export function schemaText(): string {
  return `${JSON.stringify(planSchema(), null, 2)}\n`
}
