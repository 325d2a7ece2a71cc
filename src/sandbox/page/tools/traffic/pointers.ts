import type { TrafficDetail } from '../../../tools-protocol.ts'

export type Placed = {
  /** Keys from the root to the nearest thing there is. */
  readonly path: readonly string[]
  readonly message: string
  readonly pointer: string
}

/** Where in a payload each JSON pointer leads; what is missing is said at what should hold it. */
export function placed(sent: unknown, findings: TrafficDetail['findings']): readonly Placed[] {
  return findings.map(({ pointer, message }) => {
    const keys = pointer.split('/').slice(1).map(unescaped)
    const direct = existing(sent, keys)
    // The pointers of blocks.validate begin at the list of blocks.
    const path = direct.length > 0 ? direct : existing(sent, ['blocks', ...keys])
    return { path, message, pointer }
  })
}

function existing(value: unknown, [key, ...rest]: readonly string[]): readonly string[] {
  if (key === undefined || typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return []
  return [key, ...existing((value as Record<string, unknown>)[key], rest)]
}

const unescaped = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~')
