import { fillDate } from '../../reading/dates.ts'
import { botNow } from '../state/bot-clock.ts'
import { useDirectory, useToday } from '../state/directory.ts'
import { fullTime } from './dates.ts'
import { SafeLink } from './SafeLink.tsx'

type Props = {
  readonly seconds: number
  readonly format: string
  readonly url: string
  readonly fallback: string
}

export function SlackDate({ seconds, format, url, fallback }: Props) {
  const { zone } = useDirectory()
  // Drawn again when the day turns, and `tomorrow` has become today.
  useToday()
  const ms = seconds * 1000
  if (!Number.isFinite(ms)) return <>{fallback}</>
  const shown = fillDate(format, ms, zone, botNow()) ?? fallback
  return (
    <time dateTime={new Date(ms).toISOString()} title={fullTime(ms, zone)}>
      <SafeLink url={url}>{shown}</SafeLink>
    </time>
  )
}
