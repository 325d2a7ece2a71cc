import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** How wide an element stands on the page, so that a drawing can keep its letters at reading size. */
export function useWidth<Box extends Element>(first: number) {
  const box = useRef<Box>(null)
  const [width, setWidth] = useState(first)
  useLayoutEffect(() => {
    if (!box.current) return
    const watcher = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  return { box, width }
}
