import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Act, ActResult, SuggestRequest, SuggestResult, UploadResult } from '../../protocol.ts'

const silence = { ok: false, error: 'The sandbox did not answer. Is it still running?' } as const

export const postAct = (as: string, act: Act): Promise<ActResult> => post('/sandbox/act', JSON.stringify({ as, act }))

export const askOptions = (as: string, ask: SuggestRequest['ask']): Promise<SuggestResult> =>
  post('/sandbox/suggest', JSON.stringify({ as, ask }))

export const uploadFile = (as: string, file: File): Promise<UploadResult> =>
  post(`/sandbox/upload?${new URLSearchParams({ as, name: file.name })}`, file)

async function post<Result>(path: string, body: string | File): Promise<Result | typeof silence> {
  try {
    const headers = { 'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream' }
    return (await (await fetch(path, { method: 'POST', headers, body })).json()) as Result
  } catch {
    return silence
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
