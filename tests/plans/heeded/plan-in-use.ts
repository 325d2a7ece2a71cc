import { namesInPlans } from '../../../src/cli/names-in-plans.ts'
import { instantOf } from '../../../src/domain/cadence/time.ts'
import { nextWindows } from '../../../src/domain/cadence/window.ts'
import type { Checklist } from '../../../src/domain/checklist.ts'
import { openChecklist } from '../../../src/domain/due.ts'
import { dueName, dueRituals } from '../../../src/domain/due-rituals.ts'
import type { Plan } from '../../../src/domain/plan.ts'
import { procedureWindow } from '../../../src/domain/procedure.ts'
import { resolvePlan } from '../../../src/domain/resolve.ts'
import { readable } from '../../../src/sandbox/reading/readable.ts'
import type { Drawing } from '../../../src/slack/drawing.ts'
import { planOf } from '../plans.ts'

/** A plan as it is applied: everybody and every place that it names is found, and each group has two members. */
export function planInUse(source: string): Plan {
  const plan = planOf(source)
  const { people, channels } = namesInPlans([plan])
  const groups = Object.values(plan.roles).flatMap(({ group }) => group ?? [])
  const resolved = resolvePlan(plan, {
    people: people.map((name) => ({ id: idOf(name, 'U'), names: [name.slice(1)] })),
    channels: channels.map((name) => ({ id: idOf(name, 'C'), name: name.slice(1) })),
    groups: {
      known: groups.map((handle) => ({
        id: idOf(handle, 'S'),
        handle: handle.slice(1),
        members: ['one', 'two'].map((who) => idOf(`${handle}-${who}`, 'U')),
      })),
    },
  })
  if ('unresolved' in resolved) throw new Error(resolved.unresolved.map(({ message }) => message).join('\n'))
  return resolved.plan
}

/** The first thing that falls due on a day or after it, opened in time; of a procedure, started as that day begins. */
export function openedOn(plan: Plan, day: string, name?: string): Checklist {
  const midnight = instantOf(day, '00:00', plan.timezone)
  const ritual = dueRituals(plan).find((one) => name === undefined || dueName(one) === name)
  if (!ritual) throw new Error(`nothing is called ${name}`)
  const [window] = ritual.procedure
    ? [{ dueAt: midnight, ...procedureWindow(plan, ritual, midnight) }]
    : nextWindows(plan, ritual, new Date(midnight.getTime() - 1))
  if (!window) throw new Error(`${ritual.id} does not fall due after ${day}`)
  return openChecklist(plan, ritual, { id: 'c1', late: false, ...window }, window.opensAt)
}

/** Where a message stands, and what somebody in Paris reads there. */
export function readIn(channel: string, drawing: Drawing | null): string {
  return drawing === null ? '' : `in ${nameOf(channel)}\n${readBlocks(drawing.blocks)}`
}

export function readBlocks(blocks: readonly object[]): string {
  return readable(blocks as never, {
    timezone: 'Europe/Paris',
    now: Date.parse('2026-11-20T12:00:00Z'),
    userName: (id) => nameOf(id).replace('@', ''),
    channelName: (id) => nameOf(id).replace('#', ''),
    groupName: (id) => nameOf(id).replace('@', ''),
  })
}

const signs = { U: '@', C: '#', S: '@' } as const

/** `@maria` is `U0MARIA`, so that a name that was never looked up cannot pass for one that was. */
function idOf(name: string, kind: keyof typeof signs): string {
  return `${kind}0${name.slice(1).toUpperCase().replaceAll('-', 'X0')}`
}

export function nameOf(id: string): string {
  const sign = signs[id.charAt(0) as keyof typeof signs]
  const found = /^[UCS]0[A-Z0-9]+$/.test(id)
  return found ? `${sign}${id.slice(2).replaceAll('X0', '-').toLowerCase()}` : `${id}, which nobody is called,`
}
