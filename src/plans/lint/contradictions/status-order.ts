import type { Plan } from '../../../domain/plan.ts'
import type { Complaint } from '../../fault.ts'
import { pathOfItem, placedItems } from './item-places.ts'

/** Statuses whose words run from bad to good: the first would be in order, and the last an issue. */
export function statusOrder(plan: Plan, file: unknown): Complaint[] {
  return placedItems(plan).flatMap((placed): Complaint[] => {
    const { kind, title, options } = placed.item
    const [first = '', last = ''] = [options[0], options.at(-1)]
    if (kind !== 'status' || !bad.has(coreOf(first)) || !good.has(coreOf(last))) return []
    const message = `"${title}": "${first}" is in order here and "${last}" fails: the words of a status stand from good to bad`
    return [{ path: pathOfItem(placed, file), rule: 'status-order', message }]
  })
}

/** Words that say by themselves how things stand. */
const bad: ReadonlySet<string> = new Set(
  'red critical down failed failing failure bad poor broken unhealthy offline unavailable worst outage'.split(' '),
)
const good: ReadonlySet<string> = new Set(
  'green good ok okay fine up healthy excellent great perfect normal online available operational working best'.split(
    ' ',
  ),
)

/** `good` of `All good!` and of `Very good`; a word more may turn it round. */
function coreOf(option: string): string {
  const words = option.toLowerCase().match(/\p{L}+/gu) ?? []
  return words.filter((word) => !['all', 'everything', 'is', 'very', 'completely', 'fully'].includes(word)).join(' ')
}
