import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** Whether a row that scrolls sideways goes on beyond either of its ends. */
export function useOverflow(content: unknown) {
  const box = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState({ before: false, after: false })
  const look = () => {
    if (!box.current) return
    const { scrollLeft, scrollWidth, clientWidth } = box.current
    const before = scrollLeft > 1
    const after = scrollWidth - clientWidth - scrollLeft > 1
    setMore((was) => (was.before === before && was.after === after ? was : { before, after }))
  }
  useLayoutEffect(look, [content])
  useLayoutEffect(() => {
    if (!box.current) return
    const watcher = new ResizeObserver(look)
    watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  const move = (direction: 1 | -1) =>
    box.current?.scrollBy({ left: direction * box.current.clientWidth * 0.7, behavior: 'smooth' })
  return { box, ...more, look, move }
}
