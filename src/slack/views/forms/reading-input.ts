import type { InputBlock, InputBlockElement, KnownBlock } from '@slack/types'
import type { ChecklistItem } from '../../../domain/checklist.ts'
import { nameOfItem } from '../../../domain/item.ts'
import { scaleOf } from '../../../domain/reading/amount.ts'
import { answerExample } from '../../../domain/reading/answer.ts'
import { figuresIn } from '../../../domain/reading/judge.ts'
import { answerInWords, askedInWords } from '../../../domain/reading/words.ts'
import { inputs } from '../../controls.ts'
import { bold, joined, plain, truncate } from '../../text/mrkdwn.ts'
import { section } from '../blocks.ts'
import { cutHints, howTo, type PlacedItem } from '../item-row.ts'
import { input, mostChoices, select, textInput } from './inputs.ts'

/** The input of a reading, under how it is taken where the plan says that. */
export function readingInput({ item, position }: PlacedItem): KnownBlock[] {
  const asked = askedInWords(item)
  const typed = isTyped(item) ? answerExample(item) : ''
  const hint = [asked, item.look && `Look: ${item.look}`, item.note, typed].filter(Boolean).join(' · ')
  return [...instructions(item, false), answerInput(item, position, `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`)]
}

/** How an item is done, one step after the other; a check's stands below its box, under its own name. */
export function instructions(item: ChecklistItem, named: boolean): KnownBlock[] {
  const parts = [named ? cutHints(item) : null, howTo(item, 2500)].filter((part) => part !== null)
  const name = named ? bold(truncate(plain(nameOfItem(item)), 150)) : null
  return parts.map((part, place) => section(joined([place === 0 ? name : null, part], '\n')))
}

function answerInput(item: ChecklistItem, position: number, hint: string): InputBlock {
  return input(inputs.reading(position), nameOfItem(item), answerElement(item), { hint, optional: true })
}

function answerElement(item: ChecklistItem): InputBlockElement {
  switch (item.kind) {
    case 'yes-no':
      return chooseOne(['Yes', 'No'])
    case 'choice':
      return selectable(item.options) ? chooseOne(item.options) : oneOf(item.options)
    case 'status':
      return selectable(item.options)
        ? select(item.options.map((word) => ({ value: word, text: answerInWords(item, word) })))
        : oneOf(item.options)
    case 'rating':
      return isTyped(item) ? figureInput(item) : select(stars(scaleOf(item.unit)))
    case 'date':
      return (item.unit ?? 'd') === 'd' ? { type: 'datepicker' } : { type: 'datetimepicker' }
    case 'text':
      // An expected state is a word or two; anything else may be as long as people want.
      return textInput({
        long: item.targets.length === 0,
        ...(item.top === undefined ? {} : { example: answerExample(item) }),
      })
    default:
      return figureInput(item)
  }
}

/** A rating out of many, or one that is itself an average, has fractions: it is typed. */
function isTyped(item: ChecklistItem): boolean {
  if (item.kind === 'text') return false
  if (item.kind !== 'rating') return true
  const asked = [...item.targets, item.stretch, item.warning?.when, item.critical?.when]
  const hasFraction = asked
    .flatMap((target) => (target ? figuresIn(target) : []))
    .some((bound) => !Number.isInteger(bound))
  return item.statistic !== undefined || scaleOf(item.unit) > 10 || hasFraction
}

function stars(scale: number) {
  return Array.from({ length: scale }, (_, place) => ({ value: `${place + 1}`, text: `${place + 1} of ${scale}` }))
}

function figureInput({ unit }: ChecklistItem) {
  return textInput({ max: 100, ...(unit ? { example: unit.startsWith('of ') ? unit : `in ${unit}` } : {}) })
}

function oneOf(options: readonly string[]) {
  return textInput({ example: `One of: ${options.join(', ')}` })
}

function chooseOne(words: readonly string[]) {
  return select(words.map((word) => ({ value: word, text: word })))
}

/** An option's value is the answer itself, and Slack takes 75 characters of it. */
function selectable(words: readonly string[]): boolean {
  const fitting = words.every((word) => word.trim() !== '' && word.length <= 72)
  return fitting && words.length > 0 && words.length <= mostChoices.select && new Set(words).size === words.length
}
