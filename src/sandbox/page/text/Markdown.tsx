import { useMemo } from 'preact/hooks'
import { Mrkdwn } from './Mrkdwn.tsx'
import { type MarkdownPart, parseMarkdown, toMrkdwn } from './markdown.ts'

function Part({ part }: { readonly part: MarkdownPart }) {
  if (part.kind === 'rule') return <hr />
  if (part.kind === 'code') return <pre>{part.text}</pre>
  if (part.kind === 'heading') {
    const Heading = part.level <= 1 ? 'h3' : part.level === 2 ? 'h4' : 'h5'
    return (
      <Heading>
        <Mrkdwn text={toMrkdwn(part.text)} />
      </Heading>
    )
  }
  if (part.kind === 'list') {
    const List = part.ordered ? 'ol' : 'ul'
    return (
      <List>
        {part.items.map((item, index) => (
          <li key={`${index}-${item}`}>
            <Mrkdwn text={toMrkdwn(item)} />
          </li>
        ))}
      </List>
    )
  }
  const Box = part.kind === 'quote' ? 'blockquote' : 'p'
  return (
    <Box>
      <Mrkdwn text={toMrkdwn(part.text)} />
    </Box>
  )
}

export function Markdown({ text }: { readonly text: string }) {
  const parts = useMemo(() => parseMarkdown(text), [text])
  return (
    <div class="markdown">
      {parts.map((part, index) => (
        <Part key={`${part.kind}-${index}`} part={part} />
      ))}
    </div>
  )
}
