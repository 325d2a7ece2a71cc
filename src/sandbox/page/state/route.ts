import { useEffect, useState } from 'preact/hooks'

/** Where the reader is: kept in the URL's hash, so that reload, back and a second tab as someone else all work. */
export type Route = {
  readonly as: string | null
  /** A channel, `home`, or null before one was chosen. */
  readonly place: string | null
  readonly thread: string | null
  /** The open one of the sandbox's own tools. */
  readonly tool: string | null
}

const read = (): Route => {
  const hash = new URLSearchParams(window.location.hash.slice(1))
  return { as: hash.get('as'), place: hash.get('in'), thread: hash.get('thread'), tool: hash.get('tool') }
}

const write = (route: Route): string => {
  const hash = new URLSearchParams()
  if (route.as !== null) hash.set('as', route.as)
  if (route.place !== null) hash.set('in', route.place)
  if (route.thread !== null) hash.set('thread', route.thread)
  if (route.tool !== null) hash.set('tool', route.tool)
  return `#${hash}`
}

export type Go = (change: Partial<Route>) => void

export function useRoute(): readonly [Route, Go] {
  const [route, setRoute] = useState(read)
  useEffect(() => {
    const follow = () => setRoute(read())
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const [go] = useState<Go>(() => (change: Partial<Route>) => {
    window.location.hash = write({ ...read(), ...change })
    setRoute(read())
  })
  return [route, go]
}
