import { useCallback, useState } from 'preact/hooks'

export type Toast = { readonly id: number; readonly text: string }

const shownFor = 8000
let lastId = 0

export function useToasts() {
  const [toasts, setToasts] = useState<readonly Toast[]>([])
  const dismiss = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), [])
  const tell = useCallback(
    (text: string) => {
      const id = ++lastId
      setToasts((before) => [...before.filter((toast) => toast.text !== text), { id, text }])
      window.setTimeout(() => dismiss(id), shownFor)
    },
    [dismiss],
  )
  const clear = useCallback(() => setToasts([]), [])
  return { toasts, tell, dismiss, clear }
}
