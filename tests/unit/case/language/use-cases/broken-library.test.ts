import { describe, expect, it } from 'vitest';
import {
  GENRE,
  issuesIn,
  LEXICON,
  linesOf,
  MARKET,
  SHARED_PHONE,
  type Slip,
  SOURCES,
  withSlip,
} from '../../../../support/library/a-broken-project.ts';

const SLIPS: readonly (Slip & { readonly file: string })[] = [
  {
    file: SHARED_PHONE,
    slip: 'a source that is not listed',
    from: '- { code: TOEX,',
    to: '- { ‸code: TOEXX,',
    codes: ['library.unknown-source'],
  },
  {
    file: SHARED_PHONE,
    slip: 'an id unlike the file name',
    from: 'id: shared-phone',
    to: '‸id: one-phone',
    codes: ['library.id-not-file-name'],
  },
  {
    file: SHARED_PHONE,
    slip: 'a sign that is always shown',
    from: 'controlled: 0.4',
    to: '‸controlled: 1',
    codes: ['schema.number'],
    says: '"controlled" cannot be 1. Write a number above 0 and below 1',
  },
  {
    file: SHARED_PHONE,
    slip: 'a sign without its chances',
    from: 'likelihood: { controlled: 0.4, independent: 0.05, agency: 0.75 }\n',
    to: '',
    at: '‸id: shared-phone',
    codes: ['schema.invalid'],
  },
  {
    file: SHARED_PHONE,
    slip: 'a misspelt field',
    from: 'strength: moderate',
    to: '‸strenght: moderate',
    codes: ['schema.unknown-field-near'],
  },
  {
    file: SHARED_PHONE,
    slip: 'no other explanation at all',
    from: 'innocent:\n',
    to: '‸innocent: []\nothers:\n',
    codes: ['schema.too-small', 'schema.unknown-field'],
  },
  {
    file: SOURCES,
    slip: 'a source twice',
    from: '- code: O23\n',
    to: '- ‸code: SEED\n  title: A\n  publisher: B\n  addressNote: N\n  read: C\n  mark: V\n- code: O23\n',
    codes: ['library.duplicate-source'],
  },
  {
    file: SOURCES,
    slip: 'a source with no address and no word on why',
    from: '- code: O23\n',
    to: '- ‸code: X1\n  title: A\n  publisher: B\n  read: C\n  mark: V\n- code: O23\n',
    codes: ['schema.invalid'],
    says: 'address of its text, or a note',
  },
  {
    file: SOURCES,
    slip: 'a source with the front page of a site alone',
    from: '- code: O23\n',
    to: '- ‸code: X1\n  title: A\n  publisher: B\n  address: https://www.security.nl\n  read: C\n  mark: V\n- code: O23\n',
    codes: ['schema.invalid'],
    says: 'address of its text, or a note',
  },
  {
    file: SOURCES,
    slip: 'a mark that is none',
    from: '  mark: V\n',
    to: '  ‸mark: W\n',
    codes: ['schema.not-one-of'],
    says: 'V, H, A, U',
  },
  {
    file: MARKET,
    slip: 'a real address',
    from: 'host: ostrel-smallads.example',
    to: '‸host: ostrel-smallads.org',
    codes: ['schema.invalid'],
  },
  {
    file: MARKET,
    slip: 'more controlled ads than others',
    from: 'PRACTICE: 20',
    to: '‸PRACTICE: 60',
    codes: ['schema.number'],
  },
  {
    file: MARKET,
    slip: 'a town without a price',
    from: '- { name: Marrin, median: 160 }',
    to: '- ‸{ name: Marrin }',
    codes: ['schema.missing'],
  },
  {
    file: GENRE,
    slip: 'a place to fill in that nobody fills',
    from: '- "[casual] im from {origin} originally"',
    to: '- ‸"[casual] im from {orign} originally"',
    codes: ['library.bad-line'],
    says: '{orign}',
  },
  {
    file: GENRE,
    slip: 'a tag that there is not',
    from: '- "[casual] i come from {origin}, u will hear it"',
    to: '- ‸"[casuall] i come from {origin}, u will hear it"',
    codes: ['library.bad-line'],
    says: '[casuall] is no tag',
  },
];

describe('an author who makes a slip in content/', () => {
  it.each(SLIPS)('gets its position: $file, $slip', ({ file, ...slip }) => {
    const { issues, place } = withSlip(file, slip);

    const [line = ''] = linesOf(issues);
    expect([...new Set(issues.map(({ code }) => code))]).toEqual(slip.codes);
    expect(line.startsWith(`${place} ${slip.codes[0]} `), `${line}\nstands at ${place}`).toBe(true);
    if (slip.says) expect(line).toContain(slip.says);
  });

  it.each([SHARED_PHONE, SOURCES, LEXICON])('gets an issue for the missing %s', (file) => {
    const lines = linesOf(issuesIn(file, undefined));

    expect(lines).toContain(`${file}:1:1 file.missing The file ${file} is not there. Create it or give another path.`);
  });
});
