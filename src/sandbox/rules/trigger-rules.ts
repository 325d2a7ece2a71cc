import type { PlatformRules } from './rule.ts'

const triggers = { area: 'Triggers', page: 'interactivity/handling-user-interaction' } as const

export const triggerRules = {
  'a trigger was issued': {
    ...triggers,
    error: 'invalid_trigger_id',
    says: 'views.open and views.push take a trigger_id that the platform issued.',
  },
  'a trigger is used once': {
    ...triggers,
    error: 'exchanged_trigger_id',
    says: 'A trigger_id opens or pushes one view.',
  },
  'a trigger lasts three seconds': {
    ...triggers,
    error: 'expired_trigger_id',
    says: 'A trigger_id can be used for three seconds.',
  },
  'a view is pushed from inside the open modal': {
    ...triggers,
    error: 'invalid_trigger_id',
    says: 'views.push takes the trigger_id of an element of the modal, not of a message or a command.',
    page: 'reference/methods/views.push',
  },
} as const satisfies PlatformRules
