import type { Item, Target } from '../../../domain/item.ts'
import { all, is, type Limits, limitsOf, told } from './limits.ts'

/** A warning for all that is in order, or for the better part of it. */
export function warningForTheGood({ target, warning, values, say }: Limits): string | null {
  const good = values.filter((value) => all(target, value))
  if (!warning || target.length === 0 || good.length === 0) return null
  const goal = told(target, say)
  if (good.every((value) => is(warning, value)))
    return `the warning ${say(warning)} is for all that meets the target ${goal}`
  if (!isOnGoodSide(target, warning, values) && !isInTheMiddle(warning, values, good)) return null
  return `the warning ${say(warning)} is for the better values of the target ${goal}`
}

/** Nobody hears a warning without a severity where the target is missed, unless it says what to do then. */
export function warningUnheard(item: Item): string | null {
  const { warning } = item
  if (!warning || warning.severity !== null || warning.do !== undefined) return null
  const limits = [item.targets, ...(item.later ?? []).map(({ targets }) => targets)].map((one) => limitsOf(item, one))
  const [{ target, say, ...first }] = limits as [Limits]
  if (!first.warning || target.length === 0 || !limits.every(isUnheard)) return null
  return `all that the warning ${say(first.warning)} is for misses the target ${told(target, say)} already: give it a severity, or let it begin before`
}

/** What is critical, or what no answer reaches, is told of by itself. */
function isUnheard({ target, warning, critical, values }: Limits): boolean {
  const warned = values.filter((value) => warning && is(warning, value) && !(critical && is(critical, value)))
  return warned.length > 0 && !warned.some((value) => all(target, value))
}

function isOnGoodSide([only, second]: readonly Target[], warning: Target, values: readonly number[]): boolean {
  if (!only || second || !isOneSided(warning)) return false
  return !values.some((value) => is(warning, value) && !is(only, value))
}

/** Of values that are good between two limits, those next to a limit are the worse ones. */
function isInTheMiddle(warning: Target, values: readonly number[], good: readonly number[]): boolean {
  const [least, most] = [good[0] as number, good.at(-1) as number]
  const isBounded = least !== values[0] && most !== values.at(-1)
  return isBounded && !is(warning, least) && !is(warning, most) && good.some((value) => is(warning, value))
}

function isOneSided({ op }: Target): boolean {
  return op.startsWith('<') || op.startsWith('>')
}
