import type { CommandInfo, MemberInfo } from '../../protocol.ts'

export type Suggestion = {
  readonly key: string
  readonly title: string
  readonly hint: string
  readonly note: string
  /** The whole text of the composer once this is chosen. */
  readonly becomes: string
}

const mostShown = 8

export function suggestionsFor(
  text: string,
  commands: readonly CommandInfo[],
  people: readonly MemberInfo[],
): readonly Suggestion[] {
  if (/^\/\S*$/.test(text))
    return commands
      .filter(({ command }) => command.startsWith(text.toLowerCase()))
      .slice(0, mostShown)
      .map(({ command, description, usageHint }) => ({
        key: command,
        title: command,
        hint: usageHint,
        note: description,
        becomes: `${command} `,
      }))
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

/** The command being written, once its name stands. */
export const commandIn = (text: string, commands: readonly CommandInfo[]): CommandInfo | undefined =>
  commands.find(({ command }) => text === command || text.startsWith(`${command} `))
