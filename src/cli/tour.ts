import { type ChecklistItem, isSplit } from '../domain/checklist.ts'
import type { Plan } from '../domain/plan.ts'
import type { Rounds } from '../main.ts'
import { scopeOf } from '../operations/transact.ts'
import type { TimeMachine, TourGuide, TourPlace } from '../sandbox/protocol.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { homeState } from '../slack/home-state.ts'
import { oldestChecklist } from '../store/checklists.ts'
import { everDeclared } from '../store/issues.ts'
import { everHappened } from '../store/journal.ts'
import { findMessage, type Post, postsOf, postsOfSurface } from '../store/messages.ts'
import { currentPlans } from '../store/plans.ts'
import type { Scope } from '../store/scope.ts'
import { type Card, goodbye, type StepId, stepWords } from './tour-words.ts'

type Readers = Pick<Sandbox, 'hasRead'>

/** Six steps through a week. The database knows what was done, whoever did it, and the sandbox who has read what. */
export function tourGuide(rounds: Rounds, machine: TimeMachine, readers: Readers): TourGuide {
  const scope = scopeOf(rounds.deps)
  return {
    async look() {
      const [applied] = await currentPlans(scope)
      if (!applied) return null
      const done = await doneSoFar(scope, readers)
      const stops = await machine.stops()
      const label = (id: string) => stops.find((stop) => stop.id === id)?.label ?? null
      const known = { plan: applied.plan, card: await openCard(scope, rounds.deps.clock()), weekly: label('weekly') }
      const words = stepWords({ ...known, ritual: label('ritual') })
      const where = await placesOf(scope, known)
      const steps = stepIds.map((id) => ({ id, ...words[id], done: done[id], where: where[id] }))
      // Another first checklist, another beginning.
      return { id: (await oldestChecklist(scope)) ?? '', title: 'Your first three minutes', steps, farewell: goodbye }
    },
  }
}

const stepIds: readonly StepId[] = ['tick', 'read', 'fail', 'declare', 'weekly', 'summary']

async function doneSoFar(scope: Scope, readers: Readers): Promise<Readonly<Record<StepId, boolean>>> {
  const { ticked, read, failed, summarised } = await everHappened(scope)
  const summaries = await postsOfSurface(scope, 'summary')
  return {
    tick: ticked,
    read,
    fail: failed,
    declare: await everDeclared(scope),
    weekly: summarised,
    summary: summaries.some(({ channel, ts }) => readers.hasRead(channel, ts)),
  }
}

/** The oldest card that is open and has something left to do. */
async function openCard(scope: Scope, now: Date): Promise<Card | null> {
  const { today } = await homeState(scope, '', now)
  const checklist = today.findLast(({ state, items }) => state === 'open' && items.some(isOpen))
  const post = checklist && (await postsOf(scope, [checklist.id])).get(checklist.id)
  if (!checklist || !post) return null
  const open = checklist.items.filter(isOpen)
  const checks = open.filter(({ kind }) => kind === 'check')
  const check = checks[0]
  const readings = open.filter(({ kind }) => kind !== 'check')
  const reading = readings.find(({ kind, targets }) => kind === 'number' && targets.length > 0) ?? readings[0]
  const failing = checks.at(-1) ?? open.at(-1)
  return { checklist, post, check, reading, failing }
}

const isOpen = ({ settlement }: ChecklistItem): boolean => settlement.state === 'open'

type Known = { readonly plan: Plan; readonly card: Card | null; readonly weekly: string | null }

async function placesOf(scope: Scope, { plan, card, weekly }: Known): Promise<Record<StepId, TourPlace | null>> {
  const next = { control: 'Next ritual' }
  const summary = (await postsOfSurface(scope, 'summary')).at(-1)
  return {
    tick: card?.check ? await itemPlace(scope, card, card.check, `Mark done: ${card.check.title}`) : next,
    read: card?.reading ? await itemPlace(scope, card, card.reading, `Enter: ${card.reading.title}`) : next,
    fail: card ? placeOn(card.post, 'Something failed') : next,
    declare: { channel: card?.post.channel ?? plan.channel, control: 'Message ' },
    weekly: weekly === null ? null : { control: weekly },
    summary: { channel: plan.summary.channel, ...(summary && { message: summary.ts }) },
  }
}

const placeOn = ({ channel, ts }: Post, control: string): TourPlace => ({ channel, message: ts, control })

/** A long checklist shows its items in its thread. */
async function itemPlace(scope: Scope, card: Card, item: ChecklistItem, control: string): Promise<TourPlace> {
  const { checklist, post } = card
  if (!isSplit(checklist)) return placeOn(post, control)
  const subject = `${checklist.id}/${item.section}`
  const section = await findMessage(scope, { surface: 'checklist-section', subject, channel: checklist.channel })
  return { ...placeOn({ ...post, ts: section?.ts ?? post.ts }, control), thread: post.ts }
}
