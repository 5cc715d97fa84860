/** For docs/performance.md: where a goal is missed, what profiles have shown and what was tried. Figures of 26 November 2026. */
export const whatIsMissed = `## Where a goal is missed

From profiles of a feed process (Node's \`--cpu-prof\`) on a machine of two Intel cores, and from runs of this bench there.

- **Ready answers beside bare Node.** Of a process that gives ready answers 43 % is the kernel's \`writev\`, 9 % Node's own writing, 5 % the garbage
  collector, a tenth waiting for who asks; all functions of Torg together are less than 5 % (the listener 1 %, the look-up of an answer, the clock and the sending
  half a per cent each). What is left beside a bare process is a larger heap and what follows the database. Tried: a small body in one piece with
  its headers. In turns beside two pieces it saved a tenth of the processor time of an answer of 1.2 kB and cost a fifth more of one of 11 kB, so it holds up to 4 kB now.
- **Beside nginx.** Bare Node itself comes to a third to six tenths of one nginx worker here: a goal of half is out of reach for what runs in Node,
  and a load balancer or CDN in front gives these bytes for 60 seconds anyway.
- **Lists made for the first time.** An item is made into its piece once and put together into every list that shows it. Those of 2 000 publications all stay in
  the 32 MB that pieces may take, of 100 000 a part: the rest is read from its bytes and made anew. That is reckoned from the bounds and not from a profile; the answers
  that many ask for are kept whole and do not grow with the catalogue (the row above).
- **Ready with 100 000 publications.** 3.2 s are the start of a process with hardly any. Reading costs 94 µs for each publication up to 20 000 and 132 µs from there
  on: a quarter is made JSON of what MongoDB sends, a fifth is reading that JSON, a quarter is entering it into the index (of which the times of series
  are a third), a sixth the garbage collector. Tried, from 19.0 s to 15.5 s: the next batch comes while one is entered; a feed process makes no indexes, on which it waited 2.3 s
  at the first start with a database; organisations come first, so that nothing that names them is entered twice. Not done: to store what the index holds beside each
  publication, which would have to be right for every version that ever wrote it; or to read in threads, which share these two cores with the database.
- **While things change.** The writer, the database and what asks take of the same cores: a bare process for which nothing changes keeps 0.7 to 0.8. Tried: an
  address that was read before is not read again after a change, and of an answer whose bytes are what they were no digest is made.
- **A second process.** On two cores one process of either kind and what asks fill both: one process of Torg gave as much as a bare one here. On another machine
  the same measurement gave 0.89 of what a bare second process gains, and 1.07 for the processor time.
- **Turns.** A server that answers slowly has work left for all its connections when the asking ends. Until this bench waited for it to be at rest, that work fell on whoever was
  asked next, which was Torg: the ratio to Payload's REST was measured as 16.5 before and 23.0 after.

`
