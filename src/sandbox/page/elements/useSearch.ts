import { useEffect, useRef, useState } from 'preact/hooks'
import type { Json } from '../../protocol.ts'
import { toText } from '../state/json.ts'
import { useSurface } from '../state/surface.ts'
import { type ChoiceGroup, toChoice } from './options.ts'

export type Search =
  | { readonly state: 'short'; readonly least: number }
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: string }
  | { readonly state: 'found'; readonly groups: readonly ChoiceGroup[] }

const pause = 250
const defaultLeast = 3

/** Asks the app while one types, after a pause; an answer to older words is dropped. Null while nobody searches. */
export function useSearch(blockId: string, element: Json, query: string | null): Search | null {
  const { suggest } = useSurface()
  const least = typeof element.min_query_length === 'number' ? element.min_query_length : defaultLeast
  const [search, setSearch] = useState<Search | null>(null)
  const newest = useRef(0)
  useEffect(() => {
    newest.current += 1
    const asked = newest.current
    if (query === null) return setSearch(null)
    if (query.length < least) return setSearch({ state: 'short', least })
    setSearch({ state: 'loading' })
    const timer = window.setTimeout(async () => {
      const result = await suggest(blockId, toText(element.action_id), query)
      if (newest.current !== asked) return
      setSearch(
        result.ok
          ? {
              state: 'found',
              groups: result.groups.map(({ label, options }) => ({ label, choices: options.map(toChoice) })),
            }
          : { state: 'failed', error: result.error },
      )
    }, pause)
    return () => window.clearTimeout(timer)
  }, [query, least, blockId, element.action_id, suggest])
  return search
}
