import type { Json } from '../protocol.ts'
import { blockRelations } from './block-relations.ts'
import { elementRelations } from './element-relations.ts'
import { manifestRules } from './manifest-rules.ts'
import { propertyRules } from './property-rules.ts'
import type { Finding, Rule, Surface } from './rules.ts'
import { shapes } from './shapes.ts'
import { homeShape, messageShape, modalShape } from './view-shape.ts'
import { walk } from './walk.ts'
import { wholeRules } from './whole-rules.ts'

const modalRules = propertyRules({ view: modalShape }).map((rule) => onSurface(rule, 'modal'))
const homeRules = propertyRules({ view: homeShape }).map((rule) =>
  onSurface({ ...rule, name: `home ${rule.name}` }, 'home'),
)

/** The whole table of limits, one row each. */
export const limits: readonly Rule[] = [
  ...wholeRules,
  ...blockRelations,
  ...elementRelations,
  ...manifestRules,
  ...propertyRules({ ...shapes, message: messageShape }),
  ...modalRules,
  ...homeRules,
]

const shapesWithLimits = new Set(limits.flatMap((rule) => rule.shapes))
const limitsByShape: ReadonlyMap<string, readonly Rule[]> = new Map(
  [...shapesWithLimits].map((shape) => [shape, limits.filter((rule) => rule.shapes.includes(shape))]),
)

/** Everything Slack would refuse in a message's blocks, a view or a manifest; rows named in `without` are not checked. */
export function checkSurface(
  root: Json,
  surface: Surface,
  without: ReadonlySet<string> = new Set(),
): readonly Finding[] {
  const findings: Finding[] = []
  for (const node of walk(root, surface)) {
    for (const rule of limitsByShape.get(node.shape) ?? []) {
      if (without.has(rule.name) || rule.applies?.(node) === false) continue
      findings.push(...rule.check(node))
    }
  }
  return findings
}

export const checkBlocks = (blocks: unknown, without?: ReadonlySet<string>): readonly Finding[] =>
  checkSurface({ blocks }, 'message', without)

export const checkView = (view: Json, without?: ReadonlySet<string>): readonly Finding[] =>
  checkSurface(view, view.type === 'home' ? 'home' : 'modal', without)

function onSurface(rule: Rule, surface: Surface): Rule {
  return { ...rule, applies: (node) => node.surface === surface && rule.applies?.(node) !== false }
}
