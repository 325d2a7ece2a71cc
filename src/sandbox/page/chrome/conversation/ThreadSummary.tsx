import { clockTime, dayHeading } from '../../../reading/dates.ts'
import { useDirectory, useToday } from '../../state/directory.ts'
import { msOfTs } from '../../text/dates.ts'
import { Avatar } from '../Avatar.tsx'

type Props = {
  readonly replies: number
  readonly lastReply: string | null
  readonly repliers: string
  readonly onOpen: () => void
}

/** `today`, but `Wednesday 18 November`. */
const lowerIfRelative = (day: string): string => (day.includes(' ') ? day : day.toLowerCase())

export function ThreadSummary({ replies, lastReply, repliers, onOpen }: Props) {
  const { zone } = useDirectory()
  const today = useToday()
  const words = `${replies} ${replies === 1 ? 'reply' : 'replies'}`
  return (
    <button type="button" class="thread-summary" aria-label={`${words}, open thread`} onClick={onOpen}>
      {repliers !== '' && repliers.split(' ').map((user) => <Avatar key={user} user={user} size="small" />)}
      <strong>{words}</strong>
      {lastReply !== null && (
        <small>
          Last reply {lowerIfRelative(dayHeading(msOfTs(lastReply), zone, today))} at{' '}
          {clockTime(msOfTs(lastReply), zone)}
        </small>
      )}
    </button>
  )
}
