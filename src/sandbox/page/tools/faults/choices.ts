import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Snapshot } from '../../../protocol.ts'

export type Choice = { readonly value: string; readonly label: string }

/** What the settings of a fault can be about. */
export type Choices = {
  readonly method: readonly Choice[]
  readonly delivery: readonly Choice[]
  readonly channel: readonly Choice[]
  readonly member: readonly Choice[]
}

export const ChoicesContext = createContext<Choices>({ method: [], delivery: [], channel: [], member: [] })

export const useChoices = (): Choices => useContext(ChoicesContext)

const delivery: readonly Choice[] = [
  { value: '', label: 'All deliveries' },
  { value: 'interactive', label: 'Clicks and forms' },
  { value: 'slash_commands', label: 'Commands' },
  { value: 'events_api', label: 'Events' },
]

/** The methods are those that the app has called before the panel was opened. */
export function useChoicesOf({ channels, members, app }: Snapshot): Choices {
  const methods = useMethods()
  const withApp = channels.filter(({ kind, members: inside }) => kind !== 'dm' && inside.includes(app.botUser))
  const people = members.filter(({ isBot }) => !isBot)
  return {
    method: [{ value: '', label: 'All methods' }, ...methods.map((name) => ({ value: name, label: name }))],
    delivery,
    channel: withApp.map(({ id, name }) => ({ value: id, label: `#${name}` })),
    member: people.map(({ id, realName }) => ({ value: id, label: realName })),
  }
}

function useMethods(): readonly string[] {
  const [methods, setMethods] = useState<readonly string[]>([])
  useEffect(() => {
    fetch('/sandbox/traffic/methods')
      .then((answer) => answer.json())
      .then(setMethods)
      // Without them a fault still meets all methods.
      .catch(() => undefined)
  }, [])
  return methods
}
