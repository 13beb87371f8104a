import type { Bundle, BundleFacts } from '#evidence/court-file/model/bundle.ts';
import type { LawCard } from '#evidence/court-file/model/court-law.ts';
import type { CourtFile } from '#kinds/courtroom/model/court-file.ts';
import { type CourtroomKey, CourtroomKeySchema } from '#kinds/courtroom/model/key-schemas.ts';

const BUNDLE: Bundle = {
  schema: 'bundle/1',
  id: 'small',
  title: 'A small file',
  contentLevel: 1,
  state: 'solenvast',
  court: 'Court of Vestrane',
  file: 'VES-1',
  opening: 'The prosecution says something of Harro-1.',
  persons: [{ name: 'Harro-1', is: 'The accused.' }],
  locker: {
    exhibit: 'E1',
    ads: ['0301'],
    begins: '2031-03-20T08:00:00Z',
    actor: 'Analyst 2',
    role: 'analyst',
    legalBasis: 'an order',
    offsetSeconds: 0,
  },
  exhibits: [
    {
      id: 'E1',
      title: 'A note',
      from: 'Kept on 20 March 2031.',
      kind: 'lines',
      places: [
        { at: '1', text: 'Harro-1 writes.' },
        { at: '2', text: 'Nothing else.' },
      ],
    },
    {
      id: 'E2',
      title: 'A ledger',
      from: 'From a bank.',
      kind: 'payments',
      places: [],
      payments: [
        { no: 1, at: '2031-03-03T07:00Z', from: 'W01', to: 'W02', sim: 100, text: 'room' },
        { no: 2, at: '2031-03-04T07:00Z', from: 'W02', to: 'W03', sim: 90, text: 'board' },
        { no: 3, at: '2031-03-05T07:00Z', from: 'W01', to: 'W02', sim: 110, text: 'room' },
      ],
    },
    { id: 'E3', title: 'A talk', from: 'On record.', kind: 'minutes', places: [{ at: '00:12', text: 'No.' }] },
  ],
  elements: [
    { id: 'brings', title: 'Act', asks: 'Somebody is brought.' },
    { id: 'holds', title: 'Means', asks: 'Somebody is held.' },
    { id: 'profits', title: 'Profit', asks: 'Somebody profits.' },
  ],
  measures: [
    { id: 'phone', text: 'Order the telephone.', who: 'Judge' },
    { id: 'close', text: 'Ask for nothing more.', who: 'Prosecutor' },
    { id: 'hear', text: 'Hear somebody again.', who: 'Judge' },
  ],
  motions: [
    {
      id: 'copy',
      title: 'The copy',
      by: 'defence',
      exhibit: 'E1',
      text: 'A copy is offered.',
      defence: [
        { id: 'D1', text: 'It is a copy (E1 1).' },
        { id: 'D2', text: 'Nobody knows more.' },
      ],
      prosecution: [
        { id: 'P1', text: 'It agrees.' },
        { id: 'P2', text: 'It is plain.' },
      ],
      rules: ['copies'],
      outcomes: [
        { id: 'admit', text: 'Take it as the source.', note: 'As it is.' },
        { id: 'limited', text: 'Take it as a copy.', note: 'For one fact.' },
        { id: 'exclude', text: 'Leave it out.', note: 'No weight.' },
      ],
    },
  ],
  sums: [{ id: 'taken', onPaper: 'Taken', asks: 'What was taken?', unit: 'SIM', ofPayments: true }],
  judgment: [
    {
      id: 'end',
      part: 'finding',
      title: 'The end',
      charge: 'The charge says that Harro-1 brought somebody.',
      asks: 'What is proved?',
      options: [
        { id: 'convict', text: 'All of it.', verdicts: [{ person: 'Harro-1', is: 'convicted', of: 'bringing' }] },
        { id: 'acquit', text: 'Nothing.', verdicts: [{ person: 'Harro-1', is: 'acquitted', of: 'bringing' }] },
      ],
    },
  ],
};

const LAW: LawCard = {
  state: 'solenvast',
  name: 'Solenvast',
  regime: 'free-evaluation',
  common: [],
  evidence: [{ id: 'copies', title: 'Copies', text: 'A copy is a copy.', sources: [], authors: true }],
};

const line = (holds: string) => ({ holds });
const LINES = ['the copy', 'the rule', 'both sides', 'the source', 'one fact', 'the title'].map(line);

/** A small court file: three exhibits, three rows, one motion, one sum. The third row is not so. */
export function aCourt(): { readonly file: CourtFile; readonly key: CourtroomKey; readonly facts: BundleFacts } {
  const key = CourtroomKeySchema.parse({
    rows: [
      {
        element: 'brings',
        happened: true,
        state: 'met',
        for: ['E1 1'],
        against: ['E3 00:12'],
        innocent: 'so',
        why: 'so',
      },
      { element: 'holds', happened: true, state: 'met', for: ['E2 W01>W02'], innocent: 'so', why: 'so' },
      {
        element: 'profits',
        happened: false,
        state: 'not-met',
        against: ['E2 2'],
        innocent: 'so',
        why: 'so',
        next: ['close'],
        harm: 'so',
      },
    ],
    motions: {
      copy: {
        forbids: {
          exclusion: [
            { outcome: 'admit', because: 'not proved' },
            { outcome: 'limited', because: 'not proved' },
          ],
          'free-evaluation': [{ outcome: 'admit', because: 'a copy is a copy' }],
        },
        lines: LINES,
        grant: { outcome: 'exclude', text: 'It is left out.' },
        refuse: { outcome: 'limited', text: 'It is taken as a copy.' },
        elsewhere: [
          { state: 'Karsolen', text: 'Out.' },
          { state: 'Norvelane', text: 'Perhaps.' },
        ],
        twist: { fact: 'Somebody swears.', direction: -1, reason: 'A little more is known.' },
        sources: [{ code: 'BP', mark: 'V', says: 'A copy is named a copy.' }],
      },
    },
    sums: { taken: { amount: 210, working: '100 and 110', payments: { from: 'W01', to: 'W02' } } },
    judgment: {
      end: {
        options: { convict: { view: 'harmful', remark: 'so' }, acquit: { view: 'good', remark: 'so' } },
      },
    },
  });
  const facts: BundleFacts = {
    schema: 'bundle-facts/1',
    bundle: 'small',
    truth: [],
    names: ['Harro-1'],
    days: ['2031-03-20'],
    sums: [{ sim: 210, is: 'what was taken', payments: { from: 'W01', to: 'W02' } }],
    facts: [
      {
        id: 'note',
        says: 'Harro-1 writes.',
        happened: true,
        bears: [{ element: 'brings', on: 'for', places: ['E1 1'] }],
      },
    ],
  };
  return { file: { bundle: BUNDLE, law: LAW }, key, facts };
}
