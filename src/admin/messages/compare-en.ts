/** What is said of what changed, in English. */
export const compareEn = {
  formBold: 'bold',
  formHeading: 'Heading {n}',
  formItalic: 'italics',
  formLink: 'link',
  nothingReadChanged: 'Nothing that can be read here has changed.',
  onlyFormChanged: 'Only the form or a link has changed, not the words:',
}
