import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import { MarketProfileSchema } from '#market/ads/model/schemas.ts';
import { swap } from '../../../../support/builders/project-with.ts';
import { PROJECT } from '../../../../support/builders/the-library.ts';
import { linesOf, MARKET, type Slip, withSlip } from '../../../../support/library/a-broken-project.ts';

const SHIPPED = PROJECT.read(MARKET) ?? '';

/** Shares of the shipped sites, in their order. */
const SHARES = /share: (\d+)/g;

const SLIPS: readonly Slip[] = [
  {
    slip: 'a share above the whole',
    from: 'share: 30',
    to: '‸share: 130',
    codes: ['schema.number', 'schema.invalid'],
    says: 'Write a number from 0 to 100',
  },
  {
    slip: 'a share below nothing',
    from: 'share: 30',
    to: '‸share: -30',
    codes: ['schema.number', 'schema.invalid'],
    says: '"share" cannot be -30. Write a number from 0 to 100',
  },
  {
    slip: 'shares of sites that leave a part over',
    from: 'share: 30',
    to: 'share: 29',
    at: '‸sites:',
    codes: ['schema.invalid'],
    says: 'shares of sites sum to 100',
  },
  {
    slip: 'a mix that is more than the whole',
    from: 'scammer: 7.2',
    to: 'scammer: 17.2',
    at: '‸mix:',
    codes: ['schema.invalid'],
    says: 'the shares of the mix sum to 100',
  },
  {
    slip: 'a kind of actor that there is not',
    from: 'collective: 5',
    to: '‸collectives: 5',
    codes: ['schema.unknown-field', 'schema.invalid'],
    says: '"collectives" is not known here',
  },
  {
    slip: 'a share of empty fields above the whole',
    from: 'emptyFields: 15',
    to: '‸emptyFields: 150',
    codes: ['schema.number'],
  },
  {
    slip: 'controlled ads below nothing',
    from: 'NEEDLE: 2',
    to: '‸NEEDLE: -2',
    codes: ['schema.number'],
  },
  {
    slip: 'an event after the last week',
    from: 'week: 4',
    to: '‸week: 7',
    codes: ['schema.number'],
  },
  {
    slip: 'a price of nothing',
    from: 'median: 120',
    to: '‸median: 0',
    codes: ['schema.number'],
  },
  {
    slip: 'a town twice',
    from: 'name: Kelvast, median',
    to: 'name: Ostrel, median',
    at: '‸towns:',
    codes: ['schema.invalid'],
    says: 'each town stands once',
  },
  {
    slip: 'fewer towns than a journey needs',
    from: '  - { name: Kelvast, median: 140 }\n',
    to: '',
    at: '‸towns:',
    codes: ['schema.too-small'],
    says: 'Give at least 4',
  },
  {
    slip: 'two languages only',
    from: '[Tessaval, Orlish, Kelvic]',
    to: '[Tessaval, Orlish]',
    at: '‸languages:',
    codes: ['schema.too-small'],
  },
  {
    slip: 'one line of law',
    from: '  - Nobody else may earn from it, so agencies are not lawful here.\n',
    to: '',
    at: '‸law:',
    codes: ['schema.too-small'],
  },
  {
    slip: 'a host outside the names kept for examples',
    from: 'host: four-towns.example',
    to: '‸host: four-towns.com',
    codes: ['schema.invalid'],
  },
  {
    slip: 'a host that only begins like an example',
    from: 'host: four-towns.example',
    to: '‸host: four-towns.example.com',
    codes: ['schema.invalid'],
  },
  {
    slip: 'a host twice',
    from: 'host: four-towns.example',
    to: 'host: kelvast-notices.example',
    at: '‸sites:',
    codes: ['schema.invalid'],
    says: 'each host stands once',
  },
  {
    slip: 'a mirror of a site that is not there',
    from: 'mirrorOf: ostrel-smallads',
    to: 'mirrorOf: ostrel-smalads',
    at: '‸sites:',
    codes: ['schema.invalid'],
    says: 'a mirror copies a site of this list',
  },
  {
    slip: 'a misspelt field of the profile',
    from: 'agenciesLawful: false',
    to: '‸agencyLawful: false',
    codes: ['schema.unknown-field-near'],
  },
  {
    slip: 'a field beside the ones of a site',
    from: 'owner: Sorvenne Forums',
    to: 'owner: Sorvenne Forums\n    ‸shares: 7',
    codes: ['schema.unknown-field-near'],
    says: 'did you mean "share"?',
  },
  {
    slip: 'another currency',
    from: 'currency: SIM',
    to: '‸currency: EUR',
    codes: ['schema.not-one-of'],
    says: 'SIM',
  },
];

const read = (text: string) => parseWith(MarketProfileSchema, text, MARKET);
const linesIn = (text: string) => {
  const parsed = read(text);
  return parsed.ok ? [] : linesOf(parsed.issues);
};

/** The shipped profile with other shares of its sites. */
function withShares(shares: readonly number[]): string {
  let site = 0;
  return SHIPPED.replaceAll(SHARES, () => `share: ${shares[site++] ?? 0}`);
}

describe('an author who makes a slip in a market profile', () => {
  it.each(SLIPS)('gets its position: $slip', (slip) => {
    const { issues, place } = withSlip(MARKET, slip);

    const [line = ''] = linesOf(issues);
    expect([...new Set(issues.map(({ code }) => code))]).toEqual(slip.codes);
    expect(line.startsWith(`${place} ${slip.codes[0]} `), `${line}\nstands at ${place}`).toBe(true);
    if (slip.says) expect(line).toContain(slip.says);
  });

  it('gets all of them reported at once, each at its own line', () => {
    const text = swap('week: 4', 'week: 9')(swap('host: four-towns.example', 'host: four-towns.com')(SHIPPED));

    const lines = linesIn(text);

    const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length;
    expect(lines.map((line) => line.split(':').slice(0, 2).join(':'))).toEqual([
      `${MARKET}:${lineOf('week: 9')}`,
      `${MARKET}:${lineOf('host: four-towns.com')}`,
    ]);
  });
});

describe('the shares of sites', () => {
  const sites = [...SHIPPED.matchAll(SHARES)].length;
  /** Tenths of a per cent for each site, any of which may be zero. */
  const tenths = fc
    .array(fc.nat(1000), { minLength: sites - 1, maxLength: sites - 1 })
    .map((cuts) => [0, ...cuts.toSorted((a, b) => a - b), 1000])
    .map((cuts) => cuts.slice(1).map((cut, n) => cut - (cuts[n] ?? 0)));

  it('may be any that sum to the whole, tenths included', () => {
    fc.assert(
      fc.property(tenths, (shares) => {
        expect(linesIn(withShares(shares.map((share) => share / 10)))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('are refused if one share is 0.1 off', () => {
    fc.assert(
      fc.property(tenths, fc.nat(sites - 1), fc.constantFrom(-1, 1), (shares, at, by) => {
        fc.pre((shares[at] ?? 0) + by >= 0 && (shares[at] ?? 0) + by <= 1000);
        const changed = shares.map((share, n) => (n === at ? share + by : share) / 10);

        expect(linesIn(withShares(changed))).toEqual([expect.stringContaining('shares of sites sum to 100')]);
      }),
      { numRuns: 30 },
    );
  });
});
