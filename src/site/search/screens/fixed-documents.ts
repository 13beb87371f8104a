import type { SearchDocument } from './search-document.ts';

/** Pages whose words are not content of their own collection, said in short so that a search can lead to them. */
export const FIXED_DOCUMENTS: readonly SearchDocument[] = [
  {
    path: 'practise/',
    title: 'Practise',
    kind: 'Page',
    text: 'The cases that you can play, what each case trains, and how long it takes. Continue an attempt or start again.',
  },
  {
    path: 'market/',
    title: 'Look around in a market',
    kind: 'Page',
    text: 'Make an invented market of up to a hundred thousand ads and search it as an analyst does: words, town, price, date, phone, handle, picture, room. Keep selections and notes. Nothing is scored.',
  },
  {
    path: 'practise/again/',
    title: 'Signs to practise again',
    kind: 'Page',
    text: 'Signs that you missed come back on later days in short rounds of ads. Spaced repetition, kept in this browser only.',
  },
  {
    path: 'evidence/',
    title: 'Verify a locker',
    kind: 'Page',
    text: 'Open a bag of captured pages and see what holds: file hashes, web archive digests, custody chain, time stamp, what each record lacks. Nothing is sent anywhere.',
  },
  {
    path: 'evidence/drill/',
    title: 'Tamper drill',
    kind: 'Page',
    text: 'A locker with no mistake or up to three, another for each number. Find the mistakes and say which of ten questions it answers: admissibility, authenticity, integrity, chain of custody.',
  },
  {
    path: 'facilitate/room/',
    title: 'Lead a room',
    kind: 'Page',
    text: 'The control page of a workshop, for the laptop that serves it: release part by part, hold, pause, see how each team stands, type in results, lead the debrief on the wall.',
  },
  {
    path: 'judges/',
    title: 'For prosecutors and judges',
    kind: 'Page',
    text: 'A way through the kit for prosecutors and judges who study alone: digital evidence, chain of custody, admissibility, attribution, and the case.',
  },
  {
    path: 'judges/again/',
    title: 'Questions that come back',
    kind: 'Page',
    text: 'Questions of lessons that you missed come back on later days, in other words or in another order. Spaced repetition, kept in this browser only.',
  },
  {
    path: 'judges/portfolio/',
    title: 'Your portfolio',
    kind: 'Page',
    text: 'What this device holds of your work: attempts, rulings, matrices, calibration over time, answers. One file to take along, delete everything, and a record of what was done to print.',
  },
  {
    path: 'library/',
    title: 'Library',
    kind: 'Page',
    text: 'Glossary of the field in our own words, with words in French, German, Italian, Russian and Spanish. Judgments, conventions and other law, each with what was read of it.',
  },
  {
    path: 'library/recommendations/',
    title: 'Recommendations of the report',
    kind: 'Page',
    text: 'The recommendations of the OSCE report of 2024 in our own words, S1 to S82: where each stands in the report, on which views differ, and which lesson, case or tool trains it.',
  },
  {
    path: 'about/',
    title: 'About',
    kind: 'Page',
    text: 'What the kit is and what it is not, who it is for, licence, privacy, acknowledgement of the source report, no endorsement by the OSCE, how to send a correction. Not yet reviewed by survivors, support services or lawyers.',
  },
  {
    path: 'sources/',
    title: 'Sources',
    kind: 'Page',
    text: 'Every source that the kit cites, what was read of it, and what could not be reached. V text read, H headnote or official summary, A abstract or report by others, U not verified.',
  },
  {
    path: 'signs/',
    title: 'Signs, traps and cues',
    kind: 'Page',
    text: 'The catalogue of signs in ads, elsewhere called indicators or red flags, with their strength, innocent explanations, evidence and sources; traps that are read as signs but are not; protective cues that lower concern.',
  },
];
