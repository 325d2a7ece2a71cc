import type { WorkspaceDirectory } from './directory.ts'

/** Who and what there is, as it was read last; whoever is not in it makes it be read again. */
export type KnownDirectory = {
  now(): WorkspaceDirectory
  /** With these people and channels in it, if Slack knows them. */
  knowing(ids: readonly string[]): Promise<WorkspaceDirectory>
}

export function knownDirectory(first: WorkspaceDirectory, read: () => Promise<WorkspaceDirectory>): KnownDirectory {
  let known = first
  return {
    now: () => known,
    async knowing(ids) {
      const all = new Set([...known.people, ...known.channels].map(({ id }) => id))
      if (!ids.every((id) => all.has(id))) known = await read()
      return known
    },
  }
}
