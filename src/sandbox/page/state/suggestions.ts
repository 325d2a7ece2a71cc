import type { CommandInfo, MemberInfo, ShortcutInfo } from '../../protocol.ts'

export type Suggestion = {
  readonly key: string
  readonly title: string
  readonly hint: string
  readonly note: string
  /** The whole text of the composer once this is chosen. */
  readonly becomes: string
  /** A shortcut is used at once, and the text goes. */
  readonly shortcut?: string
}

const mostShown = 8

export function suggestionsFor(
  text: string,
  commands: readonly CommandInfo[],
  shortcuts: readonly ShortcutInfo[],
  people: readonly MemberInfo[],
): readonly Suggestion[] {
  if (/^\/\S*$/.test(text))
    return [...commandsFor(text.toLowerCase(), commands), ...shortcutsFor(text, shortcuts)].slice(0, mostShown)
  const mention = /(^|\s)@([\w.-]*)$/.exec(text)
  if (!mention) return []
  const start = (mention[2] ?? '').toLowerCase()
  const before = text.slice(0, mention.index) + (mention[1] ?? '')
  return people
    .filter(({ name, realName }) => name.startsWith(start) || realName.toLowerCase().startsWith(start))
    .slice(0, mostShown)
    .map(({ id, name, realName }) => ({
      key: id,
      title: `@${name}`,
      hint: '',
      note: realName,
      becomes: `${before}@${name} `,
    }))
}

const commandsFor = (text: string, commands: readonly CommandInfo[]): readonly Suggestion[] =>
  commands
    .filter(({ command }) => command.startsWith(text))
    .map(({ command, description, usageHint }) => ({
      key: command,
      title: command,
      hint: usageHint,
      note: description,
      becomes: `${command} `,
    }))

/** By any word of their names. */
const shortcutsFor = (text: string, shortcuts: readonly ShortcutInfo[]): readonly Suggestion[] =>
  shortcuts
    .filter(({ kind, name }) => kind === 'global' && name.toLowerCase().includes(text.slice(1).toLowerCase()))
    .map(({ callbackId, name, description }) => ({
      key: `shortcut ${callbackId}`,
      title: name,
      hint: '',
      note: description,
      becomes: '',
      shortcut: callbackId,
    }))

/** The command being written, once its name stands. */
export const commandIn = (text: string, commands: readonly CommandInfo[]): CommandInfo | undefined =>
  commands.find(({ command }) => text === command || text.startsWith(`${command} `))
