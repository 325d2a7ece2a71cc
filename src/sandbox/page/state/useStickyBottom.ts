import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

const nearBottom = 60

/** Keeps a list at its end as it grows, unless the reader has scrolled up to read. */
export function useStickyBottom(length: number) {
  const box = useRef<HTMLDivElement>(null)
  const sticky = useRef(true)
  const [away, setAway] = useState(false)

  const settle = () => {
    if (sticky.current && box.current) box.current.scrollTop = box.current.scrollHeight
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
    sticky.current = scrollHeight - scrollTop - clientHeight < nearBottom
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
