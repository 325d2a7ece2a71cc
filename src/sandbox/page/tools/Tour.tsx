import type { TourInfo, TourStep } from '../../protocol.ts'
import { Flag } from '../chrome/icons.tsx'
import { stepsOf } from '../state/tour-memory.ts'
import { Mrkdwn } from '../text/Mrkdwn.tsx'
import { pointAt } from './point.ts'
import type { Tool, ToolProps } from './tool.ts'

export const tourTool: Tool = {
  id: 'tour',
  label: 'Tour',
  Icon: Flag,
  Panel: ({ snapshot: { tour }, ...props }) => tour && <Tour tour={tour} {...props} />,
  isOffered: ({ tour }) => tour !== null,
  badge: ({ tour }) => ({ count: tour ? stepsOf(tour).filter(({ done }) => !done).length : 0, words: 'steps to go' }),
  isUnder: true,
}

type Props = Omit<ToolProps, 'snapshot'> & { readonly tour: TourInfo }

function Tour({ tour, onShow, onClose }: Props) {
  const steps = stepsOf(tour)
  const current = steps.find(({ done }) => !done)
  const done = steps.filter((step) => step.done).length
  return (
    <div class="tool-body tour">
      <p class="tour-progress">
        <strong>{tour.title}</strong>
        <progress value={done} max={steps.length} aria-label="Steps done" />
        <span role="status">
          {`${done} of ${steps.length} `}
          <span class="unseen">{current ? `done. Next: ${current.title}` : 'done.'}</span>
        </span>
      </p>
      <ol class="tour-steps">
        {steps.map((step, index) => (
          <Step key={step.id} step={step} number={index + 1} current={step === current} onShow={onShow} />
        ))}
      </ol>
      {current ? (
        <button type="button" class="link-button tour-skip" onClick={onClose}>
          Skip the tour
        </button>
      ) : (
        <div class="tour-end">
          <h3>That was the tour</h3>
          <p>
            <Mrkdwn text={tour.farewell} />
          </p>
          <button type="button" class="button button-primary button-solid" onClick={onClose}>
            Close the tour
          </button>
        </div>
      )}
    </div>
  )
}

type StepProps = {
  readonly step: TourStep
  readonly number: number
  readonly current: boolean
  readonly onShow: ToolProps['onShow']
}

function Step({ step: { title, text, done, where }, number, current, onShow }: StepProps) {
  const show = () => {
    if (where === null) return
    onShow(where)
    pointAt(where)
  }
  return (
    <li class={done ? 'is-done' : ''} aria-current={current ? 'step' : undefined}>
      <span class="tour-mark" aria-hidden="true">
        {done ? '✓' : number}
      </span>
      <div>
        <h3>
          {title}
          {done && <span class="unseen"> (done)</span>}
        </h3>
        {current && (
          <>
            <p>
              <Mrkdwn text={text} />
            </p>
            {where && (
              <button type="button" class="button" onClick={show}>
                Show me
              </button>
            )}
          </>
        )}
      </div>
    </li>
  )
}
