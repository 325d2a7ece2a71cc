import type { ClockInfo } from '../../protocol.ts'

/** Hours pass in seconds then, and a screen reader that says all that happens never comes to an end. */
export const isFast = ({ machine }: ClockInfo): boolean => machine !== null && (machine.playing || machine.speed > 60)
