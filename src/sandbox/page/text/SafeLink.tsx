import type { ComponentChildren } from 'preact'

/** Only addresses that open a page or a letter become links; anything else stays text. */
export function SafeLink({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  if (!/^(?:https?:|mailto:|tel:)/i.test(url)) return <>{children}</>
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
