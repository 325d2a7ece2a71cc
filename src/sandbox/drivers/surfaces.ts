import { optionsOf } from '../interaction/element-state.ts'
import type { Place } from '../interaction/interactions.ts'
import { elementsOf, visibleView } from '../interaction/views.ts'
import { record, records, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import { readable, readableBlock, readableText } from '../reading/readable.ts'
import { readerOf } from '../reading/reader.ts'
import { visibleMessages } from '../serving/snapshot.ts'
import { channelNamed, type Message } from '../workspace/workspace.ts'

/** A control a member can reach, with what it belongs to. */
export type Control = {
  readonly where: Place
  readonly block: Json
  readonly element: Json
  /** Everything by which a person tells this control from the same one in another row. */
  readonly near: string
}

/** `#channel`, `@app` for the direct message with the app, `modal` or `home`. */
export type Where = string

/** The controls a member sees: the open modal's first, then messages from the newest back, then Home. */
export function controlsOf(platform: Platform, member: string, where?: Where): readonly Control[] {
  const view = visibleView(platform.views, member)
  const home = platform.views.homes.get(member)
  const inModal = view === undefined ? [] : controlsIn(platform, member, { view: view.id }, records(view.json.blocks))
  const inHome = home === undefined ? [] : controlsIn(platform, member, { view: home.id }, records(home.json.blocks))
  if (where === 'modal') return inModal
  if (where === 'home') return inHome
  const inMessages = [...visibleMessages(platform, member)]
    .reverse()
    .filter((one) => where === undefined || one.channel === placeNamed(platform, member, where))
    .flatMap((one) => controlsIn(platform, member, { message: one.ts, channel: one.channel }, one.blocks))
  return where === undefined ? [...inModal, ...inMessages, ...inHome] : inMessages
}

/** The id of a channel, or of the member's direct message with the app. */
export function placeNamed(platform: Platform, member: string, where: Where): string {
  const bot = platform.workspace.members.get(platform.workspace.botUser)
  const isApp = where === `@${bot?.name ?? ''}` || where === 'dm'
  return isApp ? `D${member.slice(1)}` : channelNamed(platform.workspace, where).id
}

function controlsIn(platform: Platform, member: string, where: Place, blocks: readonly Json[]): readonly Control[] {
  const reader = readerOf(platform.workspace, member)
  let lastWords = ''
  return blocks.flatMap((block) => {
    const isRow = block.type === 'actions' || block.type === 'context_actions'
    const words = readableBlock(block, reader)
    if (!isRow && words !== '') lastWords = words
    return elementsOf([block]).map(({ block: inner, element }) => {
      const own = inner === block ? words : readable([inner], reader)
      const label = string(element.accessibility_label)
      return { where, block: inner, element, near: [own, isRow ? lastWords : '', label].join('\n') }
    })
  })
}

/** What stands on a button; of other controls, their placeholder or label. */
export function captionOf(control: Control): string {
  const { element, block } = control
  return (
    string(record(element.text).text) || string(record(element.placeholder).text) || string(record(block.label).text)
  )
}

export const optionTexts = (element: Json): readonly string[] =>
  optionsOf(element).map((one) => string(record(one.text).text))

/** Sentence for a control that is not there: what there is instead. */
export function missing(what: string, near: string | undefined, controls: readonly Control[]): Error {
  const place = near === undefined ? '' : ` near “${near}”`
  const known = controls.map((one) => `  ${describeControl(one)}`).join('\n')
  return new Error(`There is no ${what}${place}. What can be used:\n${known === '' ? '  nothing' : known}`)
}

function describeControl(control: Control): string {
  const options = optionTexts(control.element)
  const offered = options.length === 0 ? '' : ` {${options.join(' | ')}}`
  const row = control.near.split('\n').filter((line) => line !== '')[0] ?? ''
  return `[${captionOf(control) || string(control.element.type)}]${offered} in “${row}”`
}

export const readBlocksAs = (platform: Platform, member: string, blocks: readonly Json[]): string =>
  readable(blocks, readerOf(platform.workspace, member))

export const readTextAs = (platform: Platform, member: string, text: unknown): string =>
  readableText(text, readerOf(platform.workspace, member))

/** A message as this member reads it; files stand under it by name. */
export function readMessage(platform: Platform, member: string, message: Message): string {
  const words =
    message.blocks.length > 0
      ? readBlocksAs(platform, member, message.blocks)
      : readTextAs(platform, member, message.text)
  const lines = [words, ...message.files.map((file) => `[file ${file.name}]`)]
  return lines.filter((line) => line !== '').join('\n')
}
