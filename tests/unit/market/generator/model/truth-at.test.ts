import { describe, expect, it } from 'vitest';
import type { Label } from '#market/ads/model/ground-truth.ts';
import { type Ad, type FieldName, isHidden, type StoryFieldName } from '#market/ads/model/market.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { anOrder, seeds, standing } from '../../../../support/builders/a-market.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { GENRES } from '../../../../support/market/posts/genres.ts';

const { lexicon, catalogue } = LIBRARY;
const TEMPLATES = new Set(['template-text', 'rs-mass-identical-offers']);

const MADE = (['BUY', 'PRO', 'JOB', 'SOC'] as const).flatMap((id) =>
  seeds('labels', 4).map((seed) => {
    const profile = LIBRARY.profiles.get(id) as MarketProfile;
    const order = anOrder({ profile, size: 'field', prevalence: 'PRACTICE', seed });
    const { market, truth } = generateMarket(order, { records: true });
    const { columns } = drawMarket(order);
    const byId = new Map(market.ads.map((ad) => [ad.id, ad]));
    const ads = market.ads.map((ad, at) => ({
      ad,
      truth: truth.ads[at] ?? expect.fail('an ad without truth'),
      /** Median of the town that the price was made for; the page may name another by mistake. */
      median: profile.towns[columns.town[at] as number]?.median ?? Number.NaN,
      profile,
      byId,
    }));
    return { market, truth, ads };
  }),
);
const ADS = MADE.flatMap(({ ads }) => ads);
const OPEN = ADS.filter(({ ad }) => !ad.withheld);
type One = (typeof ADS)[number];

const labels = ADS.flatMap((one) => one.truth.labels.map((label) => ({ ...one, label })));
const labelled = (indicator: string) => labels.filter(({ label }) => label.indicator === indicator);
const has = ({ truth }: One, indicator: string) => truth.labels.some((label) => label.indicator === indicator);
const fieldOf = (ad: Ad, name: FieldName | StoryFieldName) => standing(ad).fields[name];
const digits = (text: string | undefined) => text?.replaceAll(/\D/g, '');
const amount = (text: string | undefined) => Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN);

/** Words three by three of a text in small letters, with every figure made one sign. */
function gramsOf(ad: Ad): Set<string> {
  const text = standing(ad).sentences.join(' ').toLowerCase().replaceAll(/\d+/g, '0');
  const words = text.match(/[\p{L}\p{N}']+/gu) ?? [];
  return new Set(Array.from({ length: Math.max(1, words.length - 2) }, (_, n) => words.slice(n, n + 3).join(' ')));
}

/** Share of the shorter text that stands in the longer one too. */
function alike(one: Ad, other: Ad): number {
  const [a, b] = [gramsOf(one), gramsOf(other)];
  return [...a].filter((gram) => b.has(gram)).length / Math.min(a.size, b.size);
}

/** What stands where a label points; who leaves the employer out shows it in a field that is not there. */
function pointedAt({ ad }: One, { at, indicator }: Pick<Label, 'at' | 'indicator'>): unknown {
  if (at.startsWith('s')) return (ad.withheld?.facts ?? standing(ad).sentences)[Number(at.slice(1)) - 1];
  if (at.startsWith('v1:')) return ad.versions.length > 1 && ad.versions[0]?.sentences[Number(at.slice(4)) - 1];
  if (at.startsWith('c')) return ad.comments?.[Number(at.slice(1)) - 1];
  if (indicator === 'lj-vague-employer') return fieldOf(ad, 'employer') === undefined;
  if (at.startsWith('f:')) return fieldOf(ad, at.slice(2) as FieldName | StoryFieldName);
  const name = at.slice(2);
  return name === 'device'
    ? ad.records?.account.device
    : Object.entries(ad.records ?? {}).find(([key]) => key === name)?.[1];
}

describe('every label of the truth', () => {
  it('points at an existing sentence, comment, field or record', () => {
    expect(labels.length).toBeGreaterThan(10_000);
    expect(labels.filter((one) => !pointedAt(one, one.label)).map(({ label }) => label)).toEqual([]);
  });

  it('names an indicator of the catalogue with its kind, and the actor of the ad', () => {
    for (const { label } of labels) expect(catalogue.get(label.indicator)?.kind).toBe(label.kind);
    expect(labels.filter(({ label }) => !Object.values(lexicon.why).includes(label.why))).toEqual([]);
  });

  it('that compares ads names peers of other persons, each with the same label', () => {
    for (const { ad, truth, label, byId } of labels.filter((one) => one.label.peers.length > 0)) {
      expect(label.peers).not.toContain(ad.id);
      expect(label.peers.filter((peer) => byId.get(peer)?.account === ad.account)).toEqual([]);
      expect(truth.labels.filter(({ indicator }) => indicator === label.indicator)).toHaveLength(1);
    }
  });
});

describe('the page agrees with the truth', () => {
  it('price-below-market stands exactly where the price is at most three fifths of the median', () => {
    const priced = OPEN.filter(({ ad }) => fieldOf(ad, 'price'));

    expect(labelled('price-below-market').length).toBeGreaterThan(100);
    expect(
      priced.filter((one) => has(one, 'price-below-market') !== amount(fieldOf(one.ad, 'price')) <= 0.6 * one.median),
    ).toEqual([]);
  });

  it('lj-pay-too-good stands exactly where the pay is at least 1.75 times the median', () => {
    const paid = OPEN.filter(({ ad }) => fieldOf(ad, 'pay'));

    expect(labelled('lj-pay-too-good').length).toBeGreaterThan(100);
    expect(
      paid.filter((one) => has(one, 'lj-pay-too-good') !== amount(fieldOf(one.ad, 'pay')) >= 1.75 * one.median),
    ).toEqual([]);
  });

  it('always-available and obscured-phone stand exactly where the field says so', () => {
    const services = OPEN.filter(({ profile }) => profile.family === 'services');

    expect(services.filter((one) => has(one, 'always-available') !== (fieldOf(one.ad, 'hours') === '0-24'))).toEqual(
      [],
    );
    expect(services.filter((one) => has(one, 'obscured-phone') !== isHidden(fieldOf(one.ad, 'phone') ?? ''))).toEqual(
      [],
    );
  });

  it('lj-vague-employer leaves the employer out', () => {
    const offers = OPEN.filter(
      ({ profile, truth }) => profile.family !== 'services' && truth.post?.purpose === 'offer',
    );

    expect(offers.length).toBeGreaterThan(2000);
    for (const one of offers) expect(fieldOf(one.ad, 'employer') === undefined).toBe(has(one, 'lj-vague-employer'));
  });
});

/** What two ads have in common under each sign, read from page and records. */
const IN_COMMON: Readonly<Record<string, (ad: Ad) => string | undefined>> = {
  'shared-phone': (ad) => digits(fieldOf(ad, 'phone')),
  'same-room': (ad) => fieldOf(ad, 'room'),
  'shared-image-id': (ad) => fieldOf(ad, 'picture')?.split(', ')[0],
  'repeated-mark': (ad) => fieldOf(ad, 'picture')?.split(', ')[1],
  'shared-payment-handle': (ad) => /\$sim-\d+/.exec(fieldOf(ad, 'payment') ?? '')?.[0],
  'shared-account-or-payer': (ad) => ad.records?.payer,
  'bulk-ad-fees': (ad) => ad.records?.fees,
  'shared-device-tag': (ad) => ad.records?.account.device,
};

describe('a number', () => {
  /** Every number by which a reader would connect two ads, with what it is a number of. */
  const numbersOf = ({ versions, records }: Ad): string[] => [
    ...versions.flatMap(({ fields }) => (isHidden(fields.phone ?? '') ? [] : [`phone ${digits(fields.phone)}`])),
    ...(records?.phones ?? []).map((phone) => `phone ${digits(phone)}`),
    ...(records ? [`payer ${records.payer}`, `payer ${records.fees}`, `wallet ${records.wallet}`] : []),
  ];

  it('of telephones and payers is on ads of two accounts only if they share it, old numbers and fees included', () => {
    for (const { ads, truth } of MADE) {
      const linked = new Set(truth.edges.map(({ a, b }) => [a, b].toSorted().join(' ')));
      const holders = new Map<string, Ad[]>();
      for (const { ad } of ads)
        for (const number of new Set(numbersOf(ad))) holders.set(number, [...(holders.get(number) ?? []), ad]);
      const strangers = [...holders].flatMap(([number, all]) =>
        all.flatMap((one, n) =>
          all
            .slice(n + 1)
            .filter((other) => other.account !== one.account && !linked.has([one.id, other.id].toSorted().join(' ')))
            .map((other) => `${number}: ${one.id} and ${other.id}`),
        ),
      );

      expect(holders.size).toBeGreaterThan(1000);
      expect(strangers).toEqual([]);
    }
  });
});

describe('what ads share', () => {
  it.each(Object.entries(IN_COMMON))(
    '%s: all peers share it, and no ad without the label has it',
    (indicator, sharedOf) => {
      const found = labelled(indicator);

      expect(found.length).toBeGreaterThan(10);
      for (const { ad, label, byId } of found) {
        expect(label.peers.length).toBeGreaterThan(0);
        expect(sharedOf(ad)).toBeTruthy();
        for (const peer of label.peers) expect(sharedOf(byId.get(peer) as Ad)).toBe(sharedOf(ad));
      }
      for (const { ads } of MADE) {
        const accounts = new Map<string, Set<string>>();
        const unlabelled = ads.filter((one) => !one.ad.withheld && !has(one, indicator));
        for (const { ad } of unlabelled) {
          const value = sharedOf(ad);
          if (!value || isHidden(fieldOf(ad, 'phone') ?? '')) continue;
          accounts.set(value, (accounts.get(value) ?? new Set()).add(ad.account));
        }
        expect([...accounts.values()].filter((sharing) => sharing.size > 1)).toEqual([]);
      }
    },
  );

  it.each([...TEMPLATES])('%s: peers have the same text apart from figures, names and edits', (indicator) => {
    const found = labelled(indicator);
    const pairs = found.flatMap(({ ad, label, byId }) => label.peers.map((peer) => alike(ad, byId.get(peer) as Ad)));

    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(({ label }) => label.peers.length === 0)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(100);
    // An ad that is posted again can have an edit or two and another town, and a slip is made of facts alone.
    const mean = pairs.reduce((sum, share) => sum + share, 0) / pairs.length;
    expect(mean).toBeGreaterThan(0.6);
    expect(pairs.filter((share) => share < 0.2).length / pairs.length).toBeLessThan(0.05);
  });

  it('edges are pairs of different persons, with the truth whether one actor stands behind both', () => {
    for (const { truth, market } of MADE) {
      const actorOf = new Map(truth.ads.map(({ ad, actor }) => [ad, actor]));
      const accountOf = new Map(market.ads.map(({ id, account }) => [id, account]));
      for (const { a, b, sameActor } of truth.edges) {
        expect(accountOf.get(a)).not.toBe(accountOf.get(b));
        expect(sameActor).toBe(actorOf.get(a) === actorOf.get(b));
      }
    }
  });

  it('every pair that a label names is an edge of that kind', () => {
    for (const { truth } of MADE) {
      const edges = new Set(truth.edges.map(({ a, b, kind }) => `${kind} ${[a, b].toSorted().join(' ')}`));
      const pairs = truth.ads.flatMap(({ ad, labels: own }) =>
        own.flatMap(({ indicator, peers }) => peers.map((peer) => `${indicator} ${[ad, peer].toSorted().join(' ')}`)),
      );

      expect(pairs.filter((pair) => !edges.has(pair))).toEqual([]);
    }
  });
});

describe('what only records show', () => {
  const shows = (indicator: string, holds: (one: One) => boolean) => {
    const found = labelled(indicator);
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter((one) => !holds(one)).map(({ ad }) => ad.id)).toEqual([]);
  };

  it('many numbers, many renewals, a sweep, a note, a message', () => {
    shows('phone-churn', ({ ad }) => new Set(ad.records?.phones).size >= 3);
    shows('round-clock-posting', ({ ad }) => (ad.records?.renewals.at.length ?? 0) >= 3);
    shows('consent-record-fresh', ({ ad }) => ad.records?.consent?.inPerson === true);
    shows('rs-targets-hardship', ({ ad }) => (ad.records?.contacts?.length ?? 0) > 0);
    for (const id of ['scripted-replies', 'other-person-answers', 'buyer-report-control'])
      shows(id, ({ ad }) => ad.records?.notes.some((note) => GENRES.notes[id]?.practice.includes(note)) === true);
    shows('earnings-swept', ({ ad }) => {
      const { ledger = [], wallet } = ad.records ?? {};
      const sum = (entries: typeof ledger) => entries.reduce((total, { sim }) => total + sim, 0);
      return sum(ledger.filter(({ from }) => from === wallet)) >= 0.75 * sum(ledger.filter(({ to }) => to === wallet));
    });
  });

  it('renewals lie between posting and the end of the market', () => {
    for (const { market } of MADE)
      for (const { postedAt, renewals, records } of market.ads.filter(({ withheld }) => !withheld)) {
        expect(records?.renewals.at).toHaveLength(renewals);
        expect(records?.renewals.at.every((at) => at >= postedAt && at <= market.until)).toBe(true);
      }
  });

  it('nearly all ads posted in one minute with others have that minute in their log', () => {
    const found = labelled('posting-sync');
    const seen = found.filter(({ ad, label, byId }) =>
      label.peers.some((peer) =>
        byId.get(peer)?.records?.renewals.at.some((at) => ad.records?.renewals.at.includes(at)),
      ),
    );

    expect(seen.length / found.length).toBeGreaterThan(0.97);
  });
});

describe('a withheld card', () => {
  const cards = labels.filter(({ ad }) => ad.withheld);

  it('has one label, of a possible minor, which points at a fact of the card', () => {
    expect(cards.length).toBeGreaterThan(20);
    for (const one of cards) {
      expect(one.truth.labels).toHaveLength(1);
      expect(one.label).toMatchObject({ indicator: expect.stringMatching(/^pm-/), at: 's2', peers: [] });
      expect(lexicon.withheld[one.label.indicator]).toEqual(one.ad.withheld?.facts);
      expect(one.truth).toMatchObject({ possibleMinor: true, band: 'escalate' });
    }
  });

  it('is the only place of such a label, and has no text, price or picture', () => {
    expect(labels.filter(({ ad, label }) => label.indicator.startsWith('pm-') && !ad.withheld)).toEqual([]);
    for (const { ad } of cards) {
      expect(ad).toMatchObject({ title: '', versions: [], renewals: 0 });
      expect(ad.records).toBeUndefined();
    }
  });
});

describe('an ad that a mirror copied', () => {
  it('has the actor and text of its source, on another site', () => {
    const copies = ADS.filter(({ ad }) => ad.copied);
    expect(copies.length).toBeGreaterThan(200);

    for (const { ad, truth } of copies) {
      const { market, ads } = MADE.find((made) => made.market.ads.includes(ad)) ?? expect.fail('no market');
      const source = ads.find((one) => one.ad.id === truth.post?.copyOf);
      // A mirror can show an outdated number.
      const textOf = (one: Ad) =>
        standing(one)
          .sentences.join('\n')
          .replaceAll(/\+999[ -]\d{3}[ -]\d{3}[ -]\d{3}/g, '+999');

      expect(source && textOf(source.ad)).toBe(textOf(ad));
      expect(source?.ad.account).toBe(ad.account);
      expect(source?.truth).toMatchObject({ actor: truth.actor, control: truth.control });
      expect(market.sites.find(({ id }) => id === ad.site)?.mirrorOf).toBeDefined();
      expect(source?.ad.site).not.toBe(ad.site);
      expect(truth.copied).toBe(true);
    }
  });
});
