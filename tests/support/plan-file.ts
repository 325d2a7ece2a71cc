import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file that holds these lines as a plan. */
export function planFile(...lines: readonly string[]): string {
  const path = join(mkdtempSync(join(tmpdir(), 'rounds-plan-')), 'plan.yaml')
  writeFileSync(path, lines.join('\n'))
  return path
}

/** The corner shop's plan with some of its lines put otherwise; each `before` must stand in it. */
export function shopWith(changes: Readonly<Record<string, string>>, ...more: readonly string[]): string {
  const shop = readFileSync('tests/data/shop.yaml', 'utf8')
  const changed = Object.entries(changes).reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`The shop's plan has no line with ${before}`)
    return text.replace(before, after)
  }, shop)
  return planFile(changed, ...more)
}
