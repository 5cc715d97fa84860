/** What is said of taking held decisions back, in English. `one|many`: the form for one and the form for the others. */
export const undoEn = {
  heldManyTooLate:
    'One decision could not be undone: it had taken effect.|{n} decisions could not be undone: they had taken effect.',
  heldManyUndone: 'One decision was undone.|{n} decisions were undone.',
  heldRefused:
    'The decision could not be undone: the server said no. Load the page anew and see what became of it.|{n} decisions could not be undone: the server said no. Load the page anew and see what became of them.',
  heldTooLate: 'It could not be undone: the decision had taken effect.',
  heldUndone: 'The decision was undone: {title}.',
  heldUnknown:
    'It is not known whether the decision was undone: no answer came. It is being looked for.|Of {n} decisions it is not known whether they were undone: no answer came. They are being looked for.',
}
