import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

/** Files may be dropped anywhere on the pane that the box stands in; true while some are held over it. */
export function useFileDrop(box: RefObject<HTMLElement | null>, pane: string, onFiles: (files: FileList) => void) {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles

  useEffect(() => {
    const target = box.current?.closest<HTMLElement>(pane)
    if (!target) return
    const hold = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!target.contains(event.relatedTarget as Node | null)) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      if (event.dataTransfer) latest.current(event.dataTransfer.files)
    }
    const listeners = { dragenter: hold, dragover: hold, dragleave: leave, drop }
    for (const [name, listener] of Object.entries(listeners)) target.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        target.removeEventListener(name, listener as EventListener)
    }
  }, [])
  return over
}
