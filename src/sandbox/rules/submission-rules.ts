import type { PlatformRules } from './rule.ts'

const trouble = 'We had some trouble connecting. Try again?'
const answers = { area: 'Submissions', page: 'surfaces/modals', error: trouble } as const
const inputs = { area: 'Inputs', page: 'reference/block-kit/blocks/input-block' } as const
const files = { ...inputs, page: 'reference/block-kit/block-elements/file-input-element' } as const
const numbers = { ...inputs, page: 'reference/block-kit/block-elements/number-input-element' } as const
const texts = { ...inputs, page: 'reference/block-kit/block-elements/plain-text-input-element' } as const

export const submissionRules = {
  'an answer to a form is empty or has a response_action': {
    ...answers,
    says: 'An empty answer closes the view; anything else needs a response_action.',
  },
  'a response_action is errors, update, push or clear': { ...answers, says: 'Slack knows four of them.' },
  'errors name input blocks': {
    ...answers,
    says: 'errors holds sentences by the block_id of an input block in the view.',
  },
  'an answer brings a modal': { ...answers, says: 'update and push come with a modal view.' },
  'a closed modal is told of where it asks': {
    ...answers,
    error: null,
    says: 'view_closed comes with notify_on_close only.',
  },
  'the × closes the whole stack': {
    ...answers,
    error: null,
    says: 'It reports the root view with is_cleared; Cancel reports the view on top.',
  },
  'a closed view leaves out its inputs': {
    ...answers,
    error: null,
    says: 'The state of view_closed holds nothing of input blocks.',
  },
  'a required input is filled in': {
    ...inputs,
    error: 'Please complete this required field.',
    says: 'Slack does not send a form with an empty input that is not optional.',
  },
  'a text reaches its min_length': { ...texts, error: 'Please enter at least …', says: 'min_length is checked.' },
  'a text stays within its max_length': {
    ...texts,
    error: 'Please enter no more than …',
    says: 'max_length is checked.',
  },
  'a number is a number': { ...numbers, error: 'Please enter a valid number.', says: 'Only numerals are sent.' },
  'a whole number has no decimals': {
    ...numbers,
    error: 'Please enter a whole number.',
    says: 'Without is_decimal_allowed only whole numbers are sent.',
  },
  'a number reaches min_value': {
    ...numbers,
    error: 'Please enter a number that is at least …',
    says: 'min_value is checked.',
  },
  'a number stays within max_value': {
    ...numbers,
    error: 'Please enter a number that is at most …',
    says: 'max_value is checked.',
  },
  'an email input holds an address': {
    ...inputs,
    error: 'Please enter a valid email address.',
    says: 'email_text_input is checked.',
    page: 'reference/block-kit/block-elements/email-input-element',
  },
  'a URL input holds a URL': {
    ...inputs,
    error: 'Please enter a valid URL.',
    says: 'url_text_input is checked.',
    page: 'reference/block-kit/block-elements/url-input-element',
  },
  'a date is a date': {
    ...inputs,
    error: 'Please choose a date.',
    says: 'A datepicker reports YYYY-MM-DD.',
    page: 'reference/block-kit/block-elements/date-picker-element',
  },
  'a time is a time': {
    ...inputs,
    error: 'Please choose a time.',
    says: 'A timepicker reports HH:mm.',
    page: 'reference/block-kit/block-elements/time-picker-element',
  },
  'files stay within max_files': {
    ...files,
    error: 'Please choose no more than …',
    says: 'A file_input takes max_files, ten unless it says fewer.',
  },
  'files have the filetypes asked for': {
    ...files,
    error: '… is not of a kind taken here: …',
    says: 'A file_input with filetypes takes no others; they are what a name ends in.',
  },
  'a choice stays within max_selected_items': {
    ...inputs,
    error: 'Please choose no more than …',
    says: 'Multi-selects check max_selected_items.',
    page: 'reference/block-kit/block-elements/multi-select-menu-element',
  },
} as const satisfies PlatformRules
