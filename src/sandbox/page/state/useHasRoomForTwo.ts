import { useEffect, useState } from 'preact/hooks'

const room = window.matchMedia('(min-width: 721px)')

/** False on a phone, where two members side by side could not be read, and two notices leave little for the rest. */
export function useHasRoomForTwo(): boolean {
  const [hasRoom, setHasRoom] = useState(room.matches)
  useEffect(() => {
    const look = () => setHasRoom(room.matches)
    room.addEventListener('change', look)
    return () => room.removeEventListener('change', look)
  }, [])
  return hasRoom
}
