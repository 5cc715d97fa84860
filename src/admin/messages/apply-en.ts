/** The words of applying and inviting, in English. */
export const applyEn = {
  applyAbout: 'What do you do?',
  applyAccept: 'We follow the house rules and have read how data is handled.',
  applyAcceptFirst: 'Tick that you follow the house rules.',
  applyAlike: 'Already here under a similar name:',
  applyClosed: 'The municipality takes no applications right now.',
  applyCopy: 'Copy',
  applyEmail: 'E-mail of the organisation',
  applyEmailHelp: 'Not needed. Preferably no person’s address.',
  applyFollow: 'Follow the application',
  applyFollowLink: 'Have you applied already? Follow your application.',
  applyIntro:
    'Approved associations and companies may write events and posts for citizens. No account is needed to apply.',
  applyIsApproved: 'The municipality has approved you.',
  applyIsDeclined: 'The municipality has declined the application.',
  applyIsInvited: 'The municipality has invited you. You can log in when it has approved you.',
  applyIsOver: 'The organisation is no longer here.',
  applyIsWaiting: 'The application waits for the municipality.',
  applyKind: 'What are you?',
  applyLoginMade:
    'The login is ready. The one-time code is shown only now: log in with it and choose a password.',
  applyLoginWhy:
    'Choose a username for the first login of the organisation. Whoever gets it becomes the admin of the organisation and can invite more.',
  applyMakeLogin: 'Make the login',
  applyMessage: 'Message to the municipality',
  applyName: 'Name of the organisation',
  applyNoSuch: 'There is no application under this reference, or it has been used.',
  applyNowhere: 'There is no such municipality here.',
  applyNumber: 'Organisation number',
  applyNumberHelp: 'If you have one. Never the identity number of a person.',
  applyReference: 'Reference',
  applyReferenceWhy:
    'Keep the reference now: it is shown only this once. With it you see how things stand and get your first login.',
  applySend: 'Send the application',
  applySent: 'The application is sent',
  applyShow: 'Show',
  applyTitle: 'Apply to publish',
  applyUsername: 'Username',
  applyUsernameHelp: 'Such as the name of the association. Letters, digits, dots, hyphens.',
  applyWebsite: 'Web site',
  inviteDone: '{n} of {of} invited.',
  inviteHelp:
    'One organisation a line: name, organisation number, e-mail. Paste from a spreadsheet, or type with semicolons between. At most {n} lines.',
  inviteInvited: 'Invited',
  inviteList: 'Organisations',
  inviteLook: 'Look through',
  inviteNotForYou: 'Your account may not invite organisations.',
  invitePreview: 'The invitations as they will be',
  inviteRead: '{n} line read.|{n} lines read.',
  inviteReady: 'Can be invited',
  inviteReferences:
    'The references are shown only now. Give each organisation its own: with it, it sees how things stand, and gets its first login once it is approved.',
  inviteResult: 'Result',
  inviteSend: 'Invite {n}|Invite {n}',
  tabInvite: 'Invite',
}

export type ApplyMessages = typeof applyEn
