import type { TourPlace } from '../../protocol.ts'

const framesMost = 90

/** As soon as it is on the page: puts the focus on a control and shows where it is, or begins a message at its top. */
export function pointAt({ message, control }: TourPlace): void {
  let frames = 0
  const look = () => {
    const article = message === undefined ? null : document.querySelector(`[data-ts="${message}"]`)
    const within = message === undefined ? document : article
    const found = within && control !== undefined && controlNamed(within, control)
    if (found) show(found)
    else if (article && control === undefined) article.scrollIntoView({ block: 'start' })
    else if (frames++ < framesMost) requestAnimationFrame(look)
  }
  // The page draws where it was told to go first.
  requestAnimationFrame(() => requestAnimationFrame(look))
}

function controlNamed(within: ParentNode, name: string): HTMLElement | undefined {
  const controls = [...within.querySelectorAll<HTMLElement>('button, textarea, input, select')]
  return controls.find((one) => nameOf(one).startsWith(name))
}

function nameOf(control: HTMLElement): string {
  const labels = (control as HTMLInputElement).labels ?? []
  return (control.getAttribute('aria-label') ?? [...labels].at(0)?.textContent ?? control.textContent ?? '').trim()
}

function show(control: HTMLElement): void {
  control.scrollIntoView({ block: 'center', inline: 'center' })
  control.focus({ preventScroll: true })
  control.classList.add('is-pointed')
  control.addEventListener('animationend', () => control.classList.remove('is-pointed'), { once: true })
}
