import { type Directory, titleOf } from '../state/directory.ts'
import { decode } from './entities.ts'

/** A member's own message as it was typed: names instead of ids, addresses without brackets. */
export const editable = (text: string, directory: Directory): string =>
  decode(text.replaceAll(/<([^<>]*)>/g, (_, inside: string) => typed(inside, directory)))

function typed(inside: string, directory: Directory): string {
  const [target = '', label] = inside.split('|', 2)
  const id = target.slice(1)
  if (target.startsWith('@')) return `@${directory.people.get(id)?.name ?? titleOf(directory, id)}`
  if (target.startsWith('#')) return `#${directory.channels.get(id) ?? label ?? id}`
  if (target.startsWith('!')) return `@${label ?? id}`
  return target
}
