import type { PlatformRules } from './rule.ts'

const rates = { area: 'Rate limits', page: 'apis/web-api/rate-limits', error: 'ratelimited' } as const
const posts = { ...rates, page: 'reference/methods/chat.postMessage' } as const

/** They hold only while `faults.rateLimits` is on. */
export const rateRules = {
  'tier 2 allows 20 calls a minute': { ...rates, says: 'HTTP 429 with Retry-After above that.' },
  'tier 3 allows 50 calls a minute': { ...rates, says: 'HTTP 429 with Retry-After above that.' },
  'tier 4 allows 100 calls a minute': { ...rates, says: 'HTTP 429 with Retry-After above that.' },
  'a special tier allows 600 calls a minute': {
    ...rates,
    says: 'auth.test, chat.getPermalink and chat.postMessage, by the figure that client libraries use.',
  },
  'each method is counted for itself': {
    ...rates,
    error: null,
    says: 'A method at its limit does not stop the others.',
  },
  'a channel takes a post a second': { ...posts, says: 'After a burst of three, one post a second and channel.' },
  'a workspace takes 300 posts a minute': {
    ...posts,
    says: 'Slack says “several hundred messages per minute”; this is the careful reading.',
  },
  'an answer in the channel counts as a post': {
    ...posts,
    says: 'All sorts of posting count together, those by a response_url too.',
  },
} as const satisfies PlatformRules
