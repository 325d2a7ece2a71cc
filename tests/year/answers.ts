import type { ChecklistItem } from '../../src/domain/checklist.ts'
import { readAnswer } from '../../src/domain/reading/answer.ts'
import { judge } from '../../src/domain/reading/judge.ts'
import type { Answer } from '../../src/operations/fill-in.ts'

type Moment = Parameters<typeof readAnswer>[2]

/** A tick, or something that the item takes: in order where `well` says so, outside its target where that can be. */
export function answerTo(item: ChecklistItem, position: number, well: boolean, moment: Moment): Answer | null {
  if (item.compute) return null
  if (item.kind === 'check') return { position, ticked: true }
  let taken: Answer | null = null
  for (const text of [...item.options, ...inAnyKind, moment.now.toISOString().slice(0, 10), '2020-01-01']) {
    const reading = readAnswer(item, text, moment)
    if ('wants' in reading) continue
    const failed = judge(item, reading).grade === 'failed'
    if (failed !== well) return { position, text }
    taken ??= { position, text }
  }
  return taken
}

/** Between them they are within and outside whatever a plan asks for. */
const inAnyKind = [
  '0',
  '1',
  '3',
  '4.8',
  '12',
  '50',
  '85',
  '99.95',
  '100',
  '150',
  '450',
  '2500',
  '1 ms',
  '250 ms',
  '5 s',
  '3h',
  'Yes',
  'No',
]
