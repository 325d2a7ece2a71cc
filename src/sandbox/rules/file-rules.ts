import type { PlatformRules } from './rule.ts'

const files = { area: 'Files', page: 'messaging/working-with-files' } as const
const upload = { area: 'Files', page: 'reference/methods/files.getUploadURLExternal' } as const
const complete = { area: 'Files', page: 'reference/methods/files.completeUploadExternal' } as const

export const fileRules = {
  'an announced file has a length': {
    ...upload,
    error: 'missing_argument',
    says: 'files.getUploadURLExternal takes the size in bytes, which is at least 1.',
  },
  'an announced file is small enough': {
    ...upload,
    error: 'file_upload_size_restricted',
    says: 'Files have up to 20 MB here; Slack takes 1 GB.',
  },
  'a text alternative has up to 1,000 characters': {
    ...upload,
    error: 'alt_txt_too_large',
    says: 'alt_txt has up to 1,000 characters.',
  },
  'a snippet has up to 1 MB': {
    ...upload,
    error: 'snippet_too_large',
    says: 'With snippet_type, length is up to 1 MB.',
  },
  'an upload is completed once, and after its bytes': {
    ...complete,
    error: 'file_not_found',
    says: 'files.completeUploadExternal takes files that the app announced and whose bytes were posted.',
  },
  'an upload goes to up to 100 channels': {
    ...complete,
    error: 'invalid_arguments',
    says: 'channels names up to 100 conversations.',
  },
  'an upload to a thread goes to one channel': {
    ...complete,
    error: 'invalid_arguments',
    says: 'thread_ts comes with one channel.',
  },
  'an app knows the file it asks for': {
    ...files,
    error: 'file_not_found',
    says: 'An app sees files that it uploaded, that were entered in its forms, or that are shared where it is a member.',
  },
  'a deleted file is gone': { ...files, error: 'file_deleted', says: 'A deleted file cannot be asked for.' },
  'an app deletes its own files': {
    ...files,
    error: 'cant_delete_file',
    says: 'files.delete takes files that the app uploaded.',
  },
  'an image shows a file that the app knows': {
    ...files,
    error: 'invalid_blocks',
    says: 'slack_file names a png, jpg or gif that the poster has access to.',
  },
  'a view shows files that the app knows': {
    ...files,
    error: 'invalid_arguments',
    says: 'In a view too, slack_file names a png, jpg or gif that the app has access to.',
  },
  'a private file takes a token of the app': {
    ...files,
    error: null,
    says: 'url_private without a token of the app as a bearer leads to the sign-in page: 302, then HTML with status 200.',
  },
  'a private file takes files:read': {
    ...files,
    error: null,
    says: 'A token without the scope is led to the sign-in page too.',
  },
  'a private file is one that the app knows': {
    ...files,
    error: null,
    says: 'Any other, and one that was deleted, is answered with 404.',
  },
  'a file_input needs files:read': {
    area: 'Files',
    page: 'reference/block-kit/block-elements/file-input-element',
    error: 'missing_scope',
    says: 'A view with a file_input is opened by an app that has files:read.',
  },
} as const satisfies PlatformRules
