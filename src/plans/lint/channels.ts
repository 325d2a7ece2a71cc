import { localTextOf } from '../../domain/cadence/time.ts'
import type { Complaint } from '../fault.ts'
import { type Due, grouped, type Look, pathOf } from './look.ts'

/** More than so many cards in so many minutes are read by nobody. */
export const floods = [
  { cards: 5, minutes: 15 },
  { cards: 10, minutes: 60 },
] as const

export function channels({ plan, soon }: Look): Complaint[] {
  const byChannel = grouped(
    soon.filter(({ holiday }) => !holiday),
    ({ ritual }) => ritual.channel ?? plan.channel,
  )
  return [...byChannel].flatMap(([channel, cards]) => {
    const [flood] = floods.flatMap(({ cards: most, minutes }) => floodOf(cards, most, minutes) ?? [])
    if (!flood) return []
    const first = flood.cards[0] as Due
    const when = localTextOf(first.opensAt, plan.timezone)
    const message = `${flood.cards.length} cards come to ${channel} within ${flood.minutes} minutes, first from ${when} on: more than ${flood.most} are hardly read`
    const path = channel === plan.channel ? ['channel'] : [...pathOf(first.ritual), 'channel']
    return [{ path, rule: 'flooded-channel', message } as const]
  })
}

/** The first stretch that holds too many. */
function floodOf(cards: readonly Due[], most: number, minutes: number) {
  const within = (from: Due) => {
    const end = from.opensAt.getTime() + minutes * 60_000
    return cards.filter(({ opensAt }) => opensAt >= from.opensAt && opensAt.getTime() < end)
  }
  const start = cards.find(({ opensAt }, index) => {
    const beyond = cards[index + most]
    return beyond !== undefined && beyond.opensAt.getTime() < opensAt.getTime() + minutes * 60_000
  })
  return start && { cards: within(start), most, minutes }
}
