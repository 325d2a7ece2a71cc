import { withoutBrokenSequences } from './broken.ts'

/**
 * The text without what remains of characters of which a byte was lost. Where only one character can have been there, it
 * is put back. `damage` tells what else was damaged: it decides where the remains might also be meant.
 */
export function withoutLostCharacters(text: string, damage: ReadonlySet<string>): string {
  return withoutBrokenSequences(withoutLostSpaces(text, damage), damage)
}

/** `à` and the hard space end in a byte that is a hard space of its own, which many programs make an ordinary one. */
function withoutLostSpaces(text: string, damage: ReadonlySet<string>): string {
  let better = text
    .replace(/(?<=\p{Ll})Ã(?:(?= \S| ?$)| (?= ))/gmu, 'à')
    .replace(/(?<=[\p{Ll}\d.,;:!?)])Â(?= |$)/gmu, '')
  if (damage.has('Ã')) better = better.replace(/(?<![\p{L}\p{M}])Ã(?:(?= \S)| (?= ))/gu, 'à')
  if (damage.has('Â')) better = better.replace(/(?<![\p{L}\p{M}])Â(?= )/gu, '')
  return better
}
