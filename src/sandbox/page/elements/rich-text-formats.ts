export type Format = {
  readonly name: string
  readonly sign: string
  /** As a person reads them. */
  readonly keys: string
  readonly isKey: (event: KeyboardEvent) => boolean
  readonly isOn: (editor: HTMLElement) => boolean
  readonly toggle: (editor: HTMLElement) => void
}

const withKeys = (code: string, shift: boolean) => (event: KeyboardEvent) =>
  (event.ctrlKey || event.metaKey) && event.shiftKey === shift && event.code === code

const command = (name: string, sign: string, keys: readonly [string, boolean], run: string): Format => ({
  name,
  sign,
  keys: `Ctrl+${keys[1] ? 'Shift+' : ''}${keys[0].replace(/^(Key|Digit)/, '')}`,
  isKey: withKeys(...keys),
  isOn: () => document.queryCommandState(run),
  toggle: () => void document.execCommand(run),
})

const codeAround = (editor: HTMLElement): HTMLElement | null => {
  const node = document.getSelection()?.anchorNode ?? null
  const code = (node instanceof Element ? node : (node?.parentElement ?? null))?.closest('code') ?? null
  return code && editor.contains(code) ? code : null
}

/** Browsers have no command for code: the selected words are put into an element, or the element is taken away. */
function toggleCode(editor: HTMLElement): void {
  const around = codeAround(editor)
  const range = document.getSelection()?.getRangeAt(0)
  if (around) around.replaceWith(...around.childNodes)
  if (around || !range || range.collapsed) return
  const code = document.createElement('code')
  code.append(range.extractContents())
  range.insertNode(code)
  document.getSelection()?.selectAllChildren(code)
}

/** The selected words become a link; without any, the address itself does. */
export function insertLink(range: Range, url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.append(range.collapsed ? url : range.extractContents())
  range.insertNode(link)
  document.getSelection()?.collapse(link, link.childNodes.length)
}

/** With Slack's keys. */
export const formats: readonly Format[] = [
  command('Bold', 'B', ['KeyB', false], 'bold'),
  command('Italic', 'I', ['KeyI', false], 'italic'),
  command('Strikethrough', 'S', ['KeyX', true], 'strikeThrough'),
  { ...command('Code', '<>', ['KeyC', true], ''), isOn: (editor) => codeAround(editor) !== null, toggle: toggleCode },
  { ...command('Link', '↗', ['KeyU', true], ''), isOn: () => false, toggle: () => undefined },
  command('Bulleted list', '•', ['Digit8', true], 'insertUnorderedList'),
  command('Ordered list', '1.', ['Digit7', true], 'insertOrderedList'),
]
