/** For docs/performance.md: what profiles of a feed process under change have shown, and what was done about it. */
export const whatAChangeCosts = `## What a change costs

A change makes every kept answer of its municipality untrue, since any of them may show it. From a profile of a feed of 2 000 events in one process
(Node's \`--cpu-prof\`), without a database and without anybody else on the way:

- Pieces of publications that did not change are not made anew, and an answer whose bytes are what they were stays the same object, packed already. What is
  left for each answer is to read its address, look up its pieces and take their digest: 100 single events after a change took 3.5 ms of processor
  time together, a list of 50 took 0.6 ms. With 20 changes a second that is about a fourteenth of a core and a hundredth.
- A large answer that did change is packed anew by threads beside the one that answers. On two cores these are the cores of the database, the writer and what
  asks; the column of bare Node above tells how much is lost to these.
- A crowd of changes is read together (25 ms), and there is one making of an answer for all who wait for it, with at most one more behind it.
- A large answer is not made anew for each of a crowd of changes: for 150 ms it may lack them and nothing is made, and whoever asks while it is being
  made does not read the question again. A calendar of 520 events under 20 changes a second kept 0.39 of a bare process before, 0.67 to 0.77 after, in
  one process beside other load.
- A subscription once made an object for each of its times and read every event before the first slice of work: with 20 000 weekly series it held
  up everybody else for 1.7 s when it was made first and for longer after each change. It now looks at the first time of each event that fits, reads none before its turn,
  and holds them up for one to four tenths of a second.

Not done: to note which answers a change can touch, and keep the others without a look. What an answer rests on would have to be written down
for each kind of question and be right for each; one that is forgotten shows what was taken down.
`
