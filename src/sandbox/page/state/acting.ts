import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Act, ActResult } from '../../protocol.ts'

export async function postAct(as: string, act: Act): Promise<ActResult> {
  try {
    const response = await fetch('/sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, act }),
    })
    return (await response.json()) as ActResult
  } catch {
    return { ok: false, error: 'The sandbox did not answer. Is it still running?' }
  }
}

/** Sends an act as the member and shows a refusal; true when it was accepted. */
export type SendAct = (act: Act) => Promise<boolean>

export type Acting = {
  readonly send: SendAct
  readonly tell: (sentence: string) => void
}

export const ActingContext = createContext<Acting>({ send: async () => false, tell: () => undefined })

export const useActing = (): Acting => useContext(ActingContext)
