import { content, quiet } from './transition.js'

/** What authors do with their own drafts, and their appeal. */
export const writing = {
  /** Carried out by saving a form, never asked for as an action: what guards it sits where content is saved. */
  save: {
    ...quiet,
    from: ['draft', 'changes-requested', 'rejected', 'approved'],
    // What an appeal is about must stay as it was until the appeal is decided.
    conditions: ['no-open-appeal'],
    who: ['author', 'editor'],
    validation: 'lenient',
    whileNotApproved: 'editors',
    to: 'draft',
    content: 'edit',
  },
  submit: {
    ...quiet,
    from: ['draft', 'changes-requested'],
    conditions: ['no-open-appeal'],
    who: ['author'],
    needs: { message: 'optional' },
    validation: 'strict',
    personalData: 'content',
    whileNotApproved: 'nobody',
    needsSurface: true,
    to: 'in-review',
  },
  'withdraw-submission': { ...quiet, from: ['in-review'], who: ['author'], whileClosed: true, to: 'draft' },
  'discard-changes': {
    ...quiet,
    from: ['draft', 'changes-requested', 'rejected'],
    conditions: ['has-snapshot', 'no-open-appeal'],
    who: ['author', 'editor'],
    whileClosed: true,
    to: 'approved',
    content: 'back-to-snapshot',
  },
  'delete-draft': {
    ...quiet,
    kinds: content,
    from: ['draft', 'changes-requested', 'rejected'],
    publicationFrom: ['none'],
    // With the draft go its history and what was told of it: what somebody may have to show later.
    conditions: ['never-approved', 'no-open-appeal', 'not-held'],
    who: ['author', 'editor'],
    whileClosed: true,
    to: 'gone',
    snapshot: 'drop',
    content: 'destroy',
  },
  appeal: {
    ...quiet,
    // Not while in review: then a decision on the newer version is coming anyway.
    from: ['draft', 'changes-requested', 'rejected', 'approved'],
    conditions: ['may-appeal'],
    who: ['author'],
    needs: { message: 'required' },
    whileClosed: true,
  },
} as const
