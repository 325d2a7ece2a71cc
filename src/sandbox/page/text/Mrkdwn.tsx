import { useMemo } from 'preact/hooks'
import { Inlines } from './Inlines.tsx'
import { type Inline, parseMrkdwn } from './mrkdwn.ts'

function Lines({ lines }: { readonly lines: readonly (readonly Inline[])[] }) {
  return (
    <>
      {lines.map((line, index) => (
        <span key={index}>
          {index > 0 && <br />}
          <Inlines parts={line} />
        </span>
      ))}
    </>
  )
}

/** Slack's own light markup. Text only ever becomes text nodes, so nothing in it can become HTML. */
export function Mrkdwn({ text }: { readonly text: string }) {
  const paragraphs = useMemo(() => parseMrkdwn(text), [text])
  return (
    <>
      {paragraphs.map((paragraph, index) => {
        const key = `${paragraph.kind}-${index}`
        if (paragraph.kind === 'pre') return <pre key={key}>{paragraph.text}</pre>
        if (paragraph.kind === 'quote')
          return (
            <blockquote key={key}>
              <Lines lines={paragraph.lines} />
            </blockquote>
          )
        return (
          <span key={key} class="lines">
            <Lines lines={paragraph.lines} />
          </span>
        )
      })}
    </>
  )
}
