import type { PlatformRules } from './rule.ts'

const responseUrls = { area: 'response_url', page: 'interactivity/handling-user-interaction' } as const

export const responseUrlRules = {
  'a response_url was issued': {
    ...responseUrls,
    error: 'not_found',
    says: 'Only URLs that came with an interaction are answered.',
  },
  'a response_url lasts thirty minutes': {
    ...responseUrls,
    error: 'expired_url',
    says: 'A response_url can be used for thirty minutes.',
  },
  'a response_url is used five times': {
    ...responseUrls,
    error: 'used_url',
    says: 'A response_url takes five answers.',
  },
} as const satisfies PlatformRules
