import { useEffect, useState } from 'preact/hooks'

/** What one member looks at. */
export type View = {
  readonly as: string | null
  /** A channel, `home`, or null before one was chosen. */
  readonly place: string | null
  readonly thread: string | null
  /** The message to show. */
  readonly at: string | null
}

/** Where the reader is: kept in the URL's hash, so that reload, back and a second tab as someone else all work. */
export type Route = View & {
  /** The open one of the sandbox's own tools. */
  readonly tool: string | null
  /** What a second member looks at, beside the first. */
  readonly beside: View | null
}

const besides = 'with-'

export function readRoute(hash: string): Route {
  const words = new URLSearchParams(hash.slice(1))
  const beside = viewIn(words, besides)
  return { ...viewIn(words, ''), tool: words.get('tool'), beside: beside.as === null ? null : beside }
}

export const readView = (hash: string): View => viewIn(new URLSearchParams(hash.slice(1)), '')

const viewIn = (words: URLSearchParams, prefix: string): View => ({
  as: words.get(`${prefix}as`),
  place: words.get(`${prefix}in`),
  thread: words.get(`${prefix}thread`),
  at: words.get(`${prefix}at`),
})

export function writeRoute({ tool, beside, ...view }: Route): string {
  const words = { ...viewWords(view, ''), tool, ...(beside && viewWords(beside, besides)) }
  const set = Object.entries(words).filter((word): word is [string, string] => word[1] !== null)
  return `#${new URLSearchParams(set)}`
}

const viewWords = ({ as, place, thread, at }: View, prefix: string) => ({
  [`${prefix}as`]: as,
  [`${prefix}in`]: place,
  [`${prefix}thread`]: thread,
  [`${prefix}at`]: at,
})

export const writeView = (view: View): string => writeRoute({ ...view, tool: null, beside: null })

/** `quietly` keeps it out of the history: somebody else's step is already there. */
export type Go = (change: Partial<Route>, how?: 'quietly') => void

export function useRoute(): readonly [Route, Go] {
  const [route, setRoute] = useState(() => readRoute(window.location.hash))
  useEffect(() => {
    const follow = () => setRoute(readRoute(window.location.hash))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const [go] = useState<Go>(() => (change: Partial<Route>, how?: 'quietly') => {
    const hash = writeRoute({ ...readRoute(window.location.hash), ...change })
    if (how === 'quietly') window.history.replaceState(window.history.state, '', hash)
    else window.location.hash = hash
    setRoute(readRoute(window.location.hash))
  })
  return [route, go]
}
