import type { SearchDocument } from './search-document.ts';

/** Pages whose words are not content of their own collection, said in short so that a search can lead to them. */
export const FIXED_DOCUMENTS: readonly SearchDocument[] = [
  {
    path: 'cases/quiet-number/',
    title: 'The quiet number',
    kind: 'Case',
    text: 'A case from the first ad to the debrief. Read invented ads of the market Tessaval, decide how to reach out to a person who may be at risk, preserve the evidence, and see each choice explained.',
  },
  {
    path: 'practise/',
    title: 'Practise',
    kind: 'Page',
    text: 'The cases that can be played, what each trains, and how long it takes. Continue an attempt or start again.',
  },
  {
    path: 'judges/',
    title: 'For prosecutors and judges',
    kind: 'Page',
    text: 'A way through the kit for prosecutors and judges who study alone: digital evidence, chain of custody, admissibility, attribution, and the case.',
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
    text: 'Every source that the kit cites, what was read of it, and what could not be reached. V text read, A summary only, U not verified.',
  },
  {
    path: 'signs/',
    title: 'Signs, traps and cues',
    kind: 'Page',
    text: 'The catalogue of signs in ads, elsewhere called indicators or red flags, with their strength, innocent explanations, evidence and sources; traps that are read as signs but are not; protective cues that lower concern.',
  },
];
