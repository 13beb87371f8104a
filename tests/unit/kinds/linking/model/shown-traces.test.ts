import { describe, expect, it } from 'vitest';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { deriveLinks } from '#kinds/linking/model/derive-links.ts';
import { judgeEdges } from '#kinds/linking/model/judge-edges.ts';
import { placeOfTrace, readTraces, sharedTraces } from '#kinds/linking/model/shown-traces.ts';
import { linkKinds } from '#kinds/linking/screens/link-kinds.ts';
import type { Ad, AdVersion } from '#market/ads/model/market.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { aMarket, seeds } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { inFull } from '../../../../support/in-full.ts';
import { LOOKED_FOR, type ReadAd, tracesBothShow } from '../../../../support/kinds/linking/page-reader.ts';
import { RECORDS } from '../../../../support/market/records.ts';

type Made = ReturnType<typeof aMarket>;

/** Every pair of ads of a market that are not withheld, as a reader finds them. */
function readPairs({ market, truth }: Made, records: boolean) {
  const actorOf = new Map(truth.ads.map(({ ad, actor }) => [ad, actor]));
  const open = market.ads.filter(({ withheld }) => !withheld);
  const read = open.map((ad): ReadAd & { readonly ad: Ad } => ({
    ad,
    html: fromUtf8(serveAd(market, ad.id, market.until).body),
    ...(records && { records: ad.records }),
  }));
  return read.flatMap((one, n) =>
    read.slice(n + 1).map((other) => ({
      a: one.ad.id,
      b: other.ad.id,
      shown: tracesBothShow(one, other),
      isOneActor: actorOf.get(one.ad.id) === actorOf.get(other.ad.id),
      isOnePersona: one.ad.account === other.ad.account,
    })),
  );
}

/** Names every kind as the reason of every pair, and says how each is judged. */
function judgedReasons(made: Made, records: boolean) {
  const key = deriveLinks(made.truth, made.market, { records });
  return readPairs(made, records).flatMap((pair) =>
    judgeEdges(
      LOOKED_FOR.map((kind) => ({ a: pair.a, b: pair.b, kind })),
      key,
    ).map(({ edge, verdict, shown }) => ({ ...pair, kind: edge.kind, verdict, place: shown })),
  );
}

/** Two families of markets that have the most kinds of traces; all profiles where it is proven. */
const PROFILES = inFull(['BUY', 'TPC', 'REG', 'PRO', 'JOB', 'SOC'] as const, ['BUY', 'JOB'] as const);

describe.each(PROFILES)('in markets of the profile %s', (id) => {
  const profile = LIBRARY.profiles.get(id);
  const made = seeds(`reasons ${id}`, 6).map((seed) =>
    aMarket({ ...(profile && { profile }), seed, size: 'mini' }, { records: true }),
  );

  it.each([
    ['pages alone', false],
    ['pages and records', true],
  ])('a reason is right just where a reader of %s finds the trace on both ads', (_, records) => {
    const accepted = new Set<string>();
    const withinOnePersona = new Set<string>();
    for (const one of made)
      for (const { a, b, kind, verdict, shown, isOneActor, isOnePersona, place } of judgedReasons(one, records)) {
        const isThere = shown.has(kind);
        const expected = isOneActor ? (isThere ? /^(holds|again)$/ : /^reason$/) : isThere ? /^bridge$/ : /^stranger$/;
        if (!expected.test(verdict) || (place !== undefined) !== isThere)
          throw new Error(`${id} ${a} ${b} ${kind}: the reader finds it ${isThere}, and it is judged ${verdict}.`);
        if (isThere) accepted.add(kind);
        if (isThere && isOnePersona) withinOnePersona.add(kind);
      }

    // No look at nothing: each market shows many kinds, and two ads of one person share more than their account.
    expect([...accepted]).toEqual(expect.arrayContaining(['same-account', 'shared-phone', 'shared-payment-handle']));
    expect([...withinOnePersona]).toEqual(
      expect.arrayContaining(records ? ['shared-phone', 'shared-device-tag', 'collector-account'] : ['shared-phone']),
    );
    expect(accepted.has('shared-device-tag')).toBe(records);
  });
});

describe('the reasons that the screen offers', () => {
  it('are all known to the independent reader, in every market', () => {
    for (const profile of LIBRARY.profiles.keys())
      for (const kind of linkKinds({ profile }, true)) expect(LOOKED_FOR).toContain(kind);
  });
});

describe('one trace of two ads', () => {
  const [made] = seeds('by hand', 1).map((seed) => aMarket({ seed, size: 'mini' }));
  const version = (fields: AdVersion['fields'], text = ''): AdVersion => ({
    from: '2031-01-01T00:00:00Z',
    sentences: [text],
    fields,
  });
  const base = made?.market.ads.find(({ withheld }) => !withheld) as Ad;
  let accounts = 0;
  const anAd = (...versions: AdVersion[]): Ad => {
    accounts += 1;
    return { ...base, account: `a-${accounts}`, versions };
  };
  const kindsOf = (one: Ad, other: Ad, records = false) => [
    ...sharedTraces(readTraces(one, records), readTraces(other, records)),
  ];

  it('is the number in any spacing, and never a hidden one', () => {
    expect(kindsOf(anAd(version({ phone: '+999 500 012 34' })), anAd(version({ phone: '+999-500-012-34' })))).toEqual([
      ['shared-phone', 'page'],
    ]);
    expect(kindsOf(anAd(version({ phone: '▒▒▒' })), anAd(version({ phone: '▒▒▒' })))).toEqual([]);
  });

  it('is the picture or the mark in it, separately', () => {
    const one = anAd(version({ picture: 'pid-1111, mark M-7777' }));
    expect(kindsOf(one, anAd(version({ picture: 'pid-2222, mark M-7777' })))).toEqual([['repeated-mark', 'page']]);
    expect(kindsOf(one, anAd(version({ picture: 'pid-1111' })))).toEqual([['shared-image-id', 'page']]);
  });

  it('counts where an earlier version of the page showed it', () => {
    const edited = anAd(version({ payment: '$sim-1' }), version({ payment: '$sim-2' }));
    expect(kindsOf(edited, anAd(version({ payment: '$sim-1' })))).toEqual([['shared-payment-handle', 'page']]);
  });

  it('is the text, ignoring names and towns, and not where only a few phrases are equal', () => {
    const text = (name: string) =>
      `My name is ${name} and I see guests by day. I answer my own phone and I choose who comes. Ask for ${name} when you call, and come on time, please.`;
    const other =
      'I answer my own phone and I choose who comes. The flat is quiet, near the park, and tea is on the stove for guests who are kind.';
    expect(kindsOf(anAd(version({}, text('Bel'))), anAd(version({}, text('Ostra'))))).toEqual([
      ['template-text', 'page'],
    ]);
    expect(kindsOf(anAd(version({}, text('Bel'))), anAd(version({}, other)))).toEqual([]);
  });

  it('is the text of any one version, however much an advertiser added or took out', () => {
    const kept = 'I see guests by day, I answer my own phone, and I choose who comes.';
    const taken =
      'The flat is near the park and warm, tea is on the stove, and you can leave your bike in the yard behind the house.';
    const edited = anAd(version({}, `${kept} ${taken}`), version({}, kept));
    expect(kindsOf(edited, anAd(version({}, kept)))).toEqual([['template-text', 'page']]);
    expect(kindsOf(edited, anAd(version({}, `${kept} ${taken}`)))).toEqual([['template-text', 'page']]);
    expect(kindsOf(edited, anAd(version({}, taken)))).toEqual([]);
  });

  it('of a text is right under exactly two names', () => {
    const shared = new Map([['template-text', 'page']] as const);
    expect(
      ['template-text', 'rs-mass-identical-offers', 'same-room'].map((kind) => placeOfTrace(shared, kind)),
    ).toEqual(['page', 'page', undefined]);
  });

  it('that only records show does not count while they are not on the table', () => {
    const others = {
      ...RECORDS,
      account: { ...RECORDS.account, createdAt: '2030-01-01T00:00:00Z' },
      payer: 'payer-1',
      fees: RECORDS.payer,
    };
    const ads = [RECORDS, others].map((records) => ({ ...anAd(version({})), records })) as [Ad, Ad];
    expect(kindsOf(...ads)).toEqual([]);
    const kinds = new Map(kindsOf(...ads, true));
    expect(kinds.get('shared-device-tag')).toBe('records');
    // Who paid for the ad of one pays for the rooms of the other.
    expect(kinds.get('shared-account-or-payer')).toBe('records');
    expect(kinds.has('bulk-ad-fees')).toBe(false);
    expect(kinds.has('account-burst')).toBe(false);
  });

  it("of a number on one page and in the other's records counts as shown by records", () => {
    const [one, other] = [anAd(version({ phone: '+999 500 012 34' })), anAd(version({ phone: '▒▒▒' }))];
    const records = { ...RECORDS, phones: ['+999 500 012 34'] };
    const kinds = sharedTraces(readTraces(one, true), readTraces({ ...other, records }, true));
    expect(kinds.size).toBe(0);
    const both = sharedTraces(
      readTraces({ ...one, records: { ...RECORDS, phones: [] } }, true),
      readTraces({ ...other, records }, true),
    );
    expect(both.get('shared-phone')).toBe('records');
  });
});
