import { failed } from '../interaction/interactions.ts'
import type { Platform } from '../platform.ts'
import type { ActResult } from '../protocol.ts'
import type { FaultKind, FaultWish } from '../tools-protocol.ts'
import { findChannel, findMember } from '../workspace/workspace.ts'
import type { Faults } from './faults.ts'
import type { DeliveryType } from './traffic.ts'

const done: ActResult = { ok: true }

type Switch = (platform: Platform, wish: FaultWish) => ActResult

/** Switches a fault on as the page asks; a wish that makes no sense gets a sentence. */
export function switchFaultOn(platform: Platform, fault: FaultWish): ActResult {
  const turn = Object.hasOwn(switches, fault.kind) ? switches[fault.kind] : undefined
  if (turn === undefined) return failed('The sandbox does not know this fault.')
  const { times } = fault
  if (times !== undefined && !isWhole(times, 1, timesMax))
    return failed(`Say how often with a whole number from 1 to ${timesMax}, or leave it out.`)
  return turn(platform, fault)
}

export const timesMax = 1_000

const state =
  (name: 'outage' | 'rateLimits' | 'tokenRevoked'): Switch =>
  ({ board }) => {
    board.faults[name] = true
    return done
  }

/** A fault that meets calls of one method or of all. */
const meeting =
  (put: (faults: Faults, scope: { method?: string; times?: number }) => unknown): Switch =>
  ({ board }, { scope, times }) => {
    if (scope !== undefined && !/^[\w.]{1,80}$/.test(scope)) return failed('That is not the name of a method.')
    put(board.faults, optionals({ method: scope, times }))
    return done
  }

const optionals = ({ method, times }: { method: string | undefined; times: number | undefined }) => ({
  ...(method === undefined ? {} : { method }),
  ...(times === undefined ? {} : { times }),
})

const held: Switch = () => failed('Only a test can hold calls: nothing on the page lets them go on.')

const switches: Readonly<Record<FaultKind, Switch>> = {
  outage: state('outage'),
  'rate-limits': state('rateLimits'),
  'token-revoked': state('tokenRevoked'),
  'drop-before': meeting((faults, scope) => faults.dropBefore(scope)),
  'drop-after': meeting((faults, scope) => faults.dropAfter(scope)),
  'fail-before': meeting((faults, scope) => faults.failBefore(scope)),
  'fail-after': meeting((faults, scope) => faults.failAfter(scope)),
  slow: (platform, wish) => {
    const { value: seconds = 5 } = wish
    if (!isBetween(seconds, 0.1, 60)) return failed('Answers can be from 0.1 to 60 seconds late.')
    return meeting((faults, scope) => faults.slow({ ...scope, ms: seconds * 1_000 }))(platform, wish)
  },
  'rate-limit': (platform, wish) => {
    const { value: seconds = 10 } = wish
    if (!isWhole(seconds, 1, 3_600)) return failed('Retry-After is a whole number of seconds from 1 to 3600.')
    return meeting((faults, scope) => faults.rateLimit({ ...scope, retryAfterSeconds: seconds }))(platform, wish)
  },
  refuse: (platform, wish) => {
    const { value: error = 'internal_error' } = wish
    if (typeof error !== 'string' || !/^[a-z][a-z0-9_]{0,79}$/.test(error))
      return failed('An error code consists of small letters, digits and _, such as channel_not_found.')
    return meeting((faults, scope) => faults.refuse({ ...scope, error }))(platform, wish)
  },
  'hold-before': held,
  'hold-after': held,
  duplicate: ({ board }, { scope, times }) => {
    if (scope !== undefined && !isDeliveryType(scope)) return failed('Events, interactions and commands are delivered.')
    board.faults.duplicate({
      ...(scope === undefined ? {} : { type: scope }),
      ...(times === undefined ? {} : { times }),
    })
    return done
  },
  archived: ({ board, workspace }, { scope }) => {
    const channel = findChannel(workspace, scope ?? '')
    if (channel === undefined || channel.kind === 'dm') return failed('Choose a channel.')
    if (channel.archived) return failed(`#${channel.name} is archived already.`)
    board.faults.archive(channel.id)
    return done
  },
  away: ({ board, workspace }, { scope }) => {
    const member = findMember(workspace, scope ?? '')
    if (member === undefined || member.isBot) return failed('Choose a member.')
    board.faults.away.add(member.id)
    return done
  },
}

const deliveryTypes: readonly DeliveryType[] = ['events_api', 'interactive', 'slash_commands']
const isDeliveryType = (name: string): name is DeliveryType => deliveryTypes.includes(name as DeliveryType)

const isBetween = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && value >= min && value <= max

const isWhole = (value: unknown, min: number, max: number): value is number =>
  isBetween(value, min, max) && Number.isInteger(value)
