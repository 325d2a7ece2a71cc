import type { PlatformRules } from './rule.ts'

const views = { area: 'Views', page: 'surfaces/modals' } as const
const home = { area: 'Views', page: 'reference/methods/views.publish' } as const
const updating = { area: 'Views', page: 'reference/methods/views.update' } as const

export const viewRules = {
  'a view has the type of its surface': {
    ...views,
    error: 'invalid_arguments',
    says: 'Modals are opened and pushed, Home views are published, and an update keeps the type.',
  },
  'modals are stacked three deep': { ...views, error: 'push_limit_reached', says: 'A stack holds three views.' },
  'an external_id names one view': {
    ...views,
    error: 'duplicate_external_id',
    says: 'external_id is unique over all views of the workspace.',
  },
  'an update names its view': {
    ...updating,
    error: 'invalid_arguments',
    says: 'views.update takes a view_id or an external_id.',
  },
  'a view that is updated is there': { ...updating, error: 'not_found', says: 'A closed modal cannot be updated.' },
  'a hash is that of the view as it is': {
    ...updating,
    error: 'hash_conflict',
    says: 'An update with an older hash is refused; without one it wins.',
  },
  'what was typed stays where the ids stay': {
    ...updating,
    error: null,
    says: 'An input keeps what it holds over an update with the same block_id and action_id.',
    page: 'surfaces/modals',
  },
  'what was typed is lost where an id changes': {
    ...updating,
    error: null,
    says: 'An input with another block_id or action_id is a new one.',
    page: 'surfaces/modals',
  },
  'the Home tab is on': { ...home, error: 'not_enabled', says: 'Home needs home_tab_enabled in the manifest.' },
  'Home is published to a member': {
    ...home,
    error: 'invalid_arguments',
    says: 'user_id is a person of the workspace.',
  },
  'only a Home that is on is opened': {
    ...home,
    error: null,
    says: 'Without a Home tab there is no app_home_opened for it.',
    page: 'reference/events/app_home_opened',
  },
} as const satisfies PlatformRules
