import { type Logger, LogLevel } from '@slack/bolt'
import { type DestinationStream, type Logger as Pino, pino } from 'pino'

export type { Pino }

const { err } = pino.stdSerializers

/** JSON lines on stderr, so that stdout stays free for what a command prints. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Pino {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.token', '*.authorization'],
      // Without a serializer of its own name, an error is written as an empty object.
      serializers: { err: withoutParameters, error: withoutParameters },
    },
    destination,
  )
}

/** What a failed query carried is what people wrote, whole documents of it, and nothing for a log. */
function withoutParameters(error: Error): object {
  const { params, ...told } = err(error) as ReturnType<typeof err> & { readonly params?: unknown }
  if (params === undefined) return told
  const carried = `\nparams: ${String(params)}`
  return { ...told, message: told.message.replace(carried, () => ''), stack: told.stack.replace(carried, () => '') }
}

/** Bolt's logger, speaking into ours. What Bolt finds worth telling about itself is detail here. */
export function boltLog(log: Pino): Logger {
  const told =
    (write: (about: object, message: string) => void) =>
    (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error)
      write(
        { from: 'bolt', ...(error ? { error } : {}) },
        parts
          .filter((part) => part !== error)
          .map(String)
          .join(' '),
      )
    }
  return {
    debug: told((about, message) => log.trace(about, message)),
    info: told((about, message) => log.debug(about, message)),
    warn: told((about, message) => log.warn(about, message)),
    error: told((about, message) => log.error(about, message)),
    setLevel: () => {},
    getLevel: () => (log.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setName: () => {},
  }
}
