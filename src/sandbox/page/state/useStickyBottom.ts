import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

const nearBottom = 60

/** Keeps a list at its end as it grows, unless the reader has scrolled up to read. */
export function useStickyBottom(length: number) {
  const box = useRef<HTMLDivElement>(null)
  const sticky = useRef(true)
  const top = useRef(0)
  const [away, setAway] = useState(false)

  const settle = () => {
    if (!sticky.current || !box.current) return
    box.current.scrollTop = box.current.scrollHeight
    top.current = box.current.scrollTop
  }
  useLayoutEffect(settle, [length])
  useEffect(() => {
    const content = box.current?.firstElementChild
    if (!box.current || !content) return
    const watcher = new ResizeObserver(settle)
    watcher.observe(box.current)
    watcher.observe(content)
    return () => watcher.disconnect()
  }, [])

  const onScroll = () => {
    if (!box.current) return
    const { scrollHeight, scrollTop, clientHeight } = box.current
    const atEnd = scrollHeight - scrollTop - clientHeight < nearBottom
    // Only a reader moves up; where the end moved away by itself, as cards grew, the list goes after it.
    const wentUp = scrollTop < top.current
    top.current = scrollTop
    sticky.current = atEnd || (sticky.current && !wentUp)
    if (!atEnd) settle()
    setAway(!sticky.current)
  }
  const toBottom = () => {
    sticky.current = true
    settle()
    setAway(false)
  }
  const letGo = () => {
    sticky.current = false
  }
  return { box, away, onScroll, toBottom, letGo }
}
