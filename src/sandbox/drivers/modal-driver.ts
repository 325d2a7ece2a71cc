import { act } from '../interaction/act.ts'
import { stateValues } from '../interaction/element-state.ts'
import { type View, visibleView } from '../interaction/views.ts'
import { record, records, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, Json } from '../protocol.ts'
import { answerFor, type FillValue } from './answers.ts'
import { readBlocksAs } from './surfaces.ts'

export type ModalSight = {
  readonly viewId: string
  readonly callbackId: string
  readonly title: string
  readonly submit: string | null
  /** Everything in it as a person reads it. */
  readonly text: string
  readonly labels: readonly string[]
  /** What each input holds, by its label. */
  readonly values: Readonly<Record<string, unknown>>
  /** The sentence under each refused input, by its label. */
  readonly errors: Readonly<Record<string, string>>
  /** The view as the app sent it. */
  readonly view: Json
}

export function seeModal(platform: Platform, member: string): ModalSight | undefined {
  const view = visibleView(platform.views, member)
  if (view === undefined) return undefined
  return {
    viewId: view.id,
    callbackId: string(view.json.callback_id),
    title: string(record(view.json.title).text),
    submit: view.json.submit === undefined ? null : string(record(view.json.submit).text),
    text: readBlocksAs(platform, member, records(view.json.blocks)),
    labels: inputsOf(view).map(labelOf),
    values: valuesByLabel(view),
    errors: errorsByLabel(view),
    view: view.json,
  }
}

/** Enters each value under its label; an input that dispatches tells the app, and its ack is awaited. */
export async function fillModal(
  platform: Platform,
  member: string,
  values: Readonly<Record<string, FillValue>>,
): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    const view = openModal(platform, member)
    const input = inputsOf(view).find((one) => labelOf(one) === label)
    if (input === undefined)
      throw new Error(`The form has no input “${label}”; there are: ${inputsOf(view).map(labelOf).join(' | ')}`)
    const element = record(input.element)
    const ids = { blockId: string(input.block_id), actionId: string(element.action_id) }
    const action = await answerFor(platform, { where: { view: view.id }, ...ids, member, element }, value)
    if (input.dispatch_action === true) {
      await act(platform, member, { kind: 'element', where: { view: view.id }, ...ids, action })
    } else {
      await act(platform, member, { kind: 'type', view: view.id, ...ids, value: action })
    }
  }
}

/** Undefined when the app took the form; else the sentence under each input, or Slack's own trouble under `''`. */
export async function submitModal(
  platform: Platform,
  member: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const view = openModal(platform, member)
  if (view.json.submit === undefined) throw new Error(`“${string(record(view.json.title).text)}” has no submit button.`)
  const result: ActResult = await act(platform, member, { kind: 'submit', view: view.id })
  if (!result.ok) return { '': result.error }
  const errors = errorsByLabel(view)
  return Object.keys(errors).length === 0 ? undefined : errors
}

export function closeOpenModal(
  platform: Platform,
  member: string,
  how: 'cancel' | 'dismiss',
): ActResult | Promise<ActResult> {
  return act(platform, member, { kind: 'close', view: openModal(platform, member).id, how })
}

function openModal(platform: Platform, member: string): View {
  const view = visibleView(platform.views, member)
  if (view === undefined)
    throw new Error(`@${platform.workspace.members.get(member)?.name ?? member} has no modal open.`)
  return view
}

const inputsOf = (view: View): readonly Json[] => records(view.json.blocks).filter((one) => one.type === 'input')
const labelOf = (input: Json): string => string(record(input.label).text)

function errorsByLabel(view: View): Readonly<Record<string, string>> {
  const named = inputsOf(view).map((one) => [labelOf(one), view.errors[string(one.block_id)]] as const)
  return Object.fromEntries(named.filter((pair): pair is [string, string] => pair[1] !== undefined))
}

function valuesByLabel(view: View): Readonly<Record<string, unknown>> {
  const state = stateValues(records(view.json.blocks), view.state)
  return Object.fromEntries(
    inputsOf(view).map((one) => {
      const { type: _, ...held } = state[string(one.block_id)]?.[string(record(one.element).action_id)] ?? {}
      return [labelOf(one), plain(Object.values(held)[0])]
    }),
  )
}

/** An option reads as its text. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  return record(value).text === undefined ? value : string(record(record(value).text).text)
}
