import type { Json } from '../protocol.ts'
import { type Finding, finding, type Node, none, type Rule } from './rules.ts'

/** A row for what must hold between properties of one object. */
export function relation(
  name: string,
  shapes: readonly string[],
  holds: (value: Json, node: Node) => boolean,
  at: string,
  message: string,
  type = 'invalid',
): Rule {
  return {
    name,
    says: message,
    shapes,
    check: (node): readonly Finding[] =>
      holds(node.value, node) ? none : [finding(node.pointer + at, message, { type })],
  }
}

export const given = (value: unknown): boolean => value !== undefined && value !== null
export const exactlyOne = (...values: readonly unknown[]): boolean => values.filter(given).length === 1
export const distinct = (values: readonly unknown[]): boolean => new Set(values).size === values.length
