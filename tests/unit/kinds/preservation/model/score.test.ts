import { describe, expect, it } from 'vitest';
import { addMinutes } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { PreservationFacts } from '#kinds/preservation/model/facts.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { RECORD_RUBRIC } from '#kinds/preservation/model/rubric.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { adsSharingPhone, type WorldState } from '#market/ads/model/world-state.ts';
import words from '#words/kinds/preservation.json' with { type: 'json' };
import { aMarket, NOW, openAds } from '../../../../support/builders/a-market.ts';
import { AUTHORITY, aRecord, CLOCK, PERSON, type Steps } from '../../../../support/builders/a-record.ts';

const made = aMarket({ seed: 'record-1' });
const { market } = made;
const targets = openAds(made)
  .filter(({ type }) => type === 'controlled')
  .map(({ ad }) => adsSharingPhone(market, ad.id))
  .reduce((most, ads) => (ads.length > most.length ? ads : most), []);
const bystander = openAds(made).find(({ type }) => type === 'independent')?.ad.id ?? '';
const [first = ''] = targets;
const ALL = RECORD_RUBRIC.map(({ part }) => part);
/** Parts that fail for an ad without a counted copy: all but `minimisation`, which the other ads earn. */
const NOT_KEPT = ALL.filter((part) => part !== 'minimisation');
const MAX = RECORD_RUBRIC.reduce((sum, { weight }) => sum + weight, 0);

/** Points of `minimisation`, the part that is all or nothing. */
const MINIMISATION = RECORD_RUBRIC.find(({ part }) => part === 'minimisation')?.weight ?? 0;

const usual = { market, targets, begins: NOW };
const best = aRecord(usual);
const changed = (at: 'edited' | 'removed'): WorldState => targets.map((ad) => ({ ad, at: NOW, change: at }));

/** The steps of the first ad with one field changed. */
const onFirst = (change: (steps: Steps, at: string) => Partial<Steps>) => ({
  ...usual,
  change: (steps: Steps, ad: string, at: string) => (ad === first ? change(steps, at) : {}),
});
const record = (steps: Steps, part: object) => ({ record: { ...steps.record, ...part } as PreservationAction });

describe('a record of good practice', () => {
  it('reaches full points in every part', () => {
    expect(targets.length).toBeGreaterThan(1);
    expect(best.scaled['preservation.record']).toBe(1);
    expect(best.lacking).toEqual([]);
    expect(best.figure.captured?.count).toEqual([targets.length, targets.length]);
  });

  it('gives for each part the number of ads for which it holds, and its sources', () => {
    expect(best.findings.map(({ at }) => at.locator)).toEqual(ALL);
    for (const finding of best.findings) {
      expect(finding.count).toEqual([targets.length, targets.length]);
      expect(finding.sources.length).toBeGreaterThan(0);
    }
  });

  it('scores 0 if nothing is kept', () => {
    const none = aRecord({ ...usual, captured: [], before: [] });

    expect(none.raw['preservation.record']).toBe(0);
    expect(none.lacking).toEqual(ALL);
  });
});

/** Each row: one mistake, the parts that must fall short, and for how many ads. */
const DEFECTS = [
  {
    defect: 'an address without its query',
    parts: ['address'],
    done: onFirst((steps) => record(steps, { url: `https://ostrel-smallads.example/services/ad` })),
  },
  {
    defect: 'the address of another ad',
    parts: ['address'],
    done: onFirst((steps) =>
      record(steps, { url: `https://ostrel-smallads.example/services/ad?id=${bystander}&from=list` }),
    ),
  },
  {
    defect: 'a local time in place of UTC',
    parts: ['time'],
    done: onFirst((steps, at) => record(steps, { time: `${at.slice(0, -1)}+01:00` })),
  },
  {
    defect: 'a time that is a minute off',
    parts: ['time'],
    done: onFirst((steps, at) => record(steps, { time: addMinutes(at, 1) })),
  },
  {
    defect: 'a time that does not exist',
    parts: ['time'],
    done: onFirst((steps) => record(steps, { time: '2031-03-99T09:00:00Z' })),
  },
  {
    defect: 'an identifier left out',
    parts: ['identifiers'],
    done: onFirst((steps) => record(steps, { identifiers: identifiersOf(steps).slice(0, -1) })),
  },
  {
    defect: 'an identifier that is not on the page',
    parts: ['identifiers'],
    done: onFirst((steps) => record(steps, { identifiers: [...identifiersOf(steps), 'phone:+999 555 000 00'] })),
  },
  {
    defect: 'no record at all',
    parts: ['address', 'time', 'identifiers'],
    done: onFirst(() => ({ record: undefined })),
  },
  { defect: 'no look for child material first', parts: ['child-check'], done: onFirst(() => ({ child: undefined })) },
  {
    defect: 'a look at another ad for child material',
    parts: ['child-check'],
    done: onFirst((steps) => ({ child: { ...steps.child, ad: bystander } as PreservationAction })),
  },
  { defect: 'a hash that was never verified', parts: ['fixity'], done: onFirst(() => ({ verify: undefined })) },
  {
    defect: 'a hash verified against other bytes',
    parts: NOT_KEPT,
    done: onFirst((steps) => ({ verify: { ...steps.verify, sha256: 'f'.repeat(64) } as PreservationAction })),
  },
  { defect: 'a copy that was never sealed', parts: ['custody'], done: onFirst(() => ({ seal: undefined })) },
  {
    defect: 'a hash that is not that of the page',
    parts: NOT_KEPT,
    done: onFirst((steps) => otherHash(steps)),
  },
];

function identifiersOf({ record: step }: Steps): readonly string[] {
  return step?.type === 'record.written' ? step.identifiers : [];
}

function otherHash({ capture, verify }: Steps): Partial<Steps> {
  const sha256 = sha256Hex('another page');
  return { capture: { ...capture, sha256 } as PreservationAction, verify: { ...verify, sha256 } as PreservationAction };
}

describe('one mistake with one ad', () => {
  it.each(DEFECTS)('$defect lowers $parts and nothing else', ({ parts, done }) => {
    const { lacking, findings, raw } = aRecord(done);
    const weight = RECORD_RUBRIC.filter(({ part }) => (parts as readonly string[]).includes(part)).reduce(
      (sum, entry) => sum + entry.weight,
      0,
    );

    expect(lacking).toEqual(parts);
    expect(raw['preservation.record']).toBeCloseTo(MAX - weight / targets.length, 9);
    for (const { kind, count } of findings)
      if (kind === 'miss') expect(count).toEqual([targets.length - 1, targets.length]);
  });
});

describe('a record with other mistakes', () => {
  it.each([
    {
      defect: 'an authority noted only after the captures',
      parts: ['authority'],
      done: { before: [CLOCK], after: [AUTHORITY] },
    },
    { defect: 'no authority at all', parts: ['authority'], done: { before: [CLOCK] } },
    { defect: 'a clock that was never checked', parts: ['time'], done: { before: [AUTHORITY] } },
    { defect: 'a clock checked only afterwards', parts: ['time'], done: { before: [AUTHORITY], after: [CLOCK] } },
  ])('$defect lowers $parts and nothing else', ({ parts, done }) => {
    const { lacking, findings } = aRecord({ ...usual, ...done });

    expect(lacking).toEqual(parts);
    for (const { kind, count } of findings) if (kind === 'miss') expect(count).toEqual([0, targets.length]);
  });

  it('loses only the part for unchanged pages after a capture of the edited page', () => {
    const late = aRecord({ ...usual, world: changed('edited') });

    expect(late.lacking).toEqual(['unchanged']);
  });

  it('loses capture, unchanged and minimisation after a capture of a removed page, but keeps address, time and hash', () => {
    const late = aRecord({ ...usual, world: changed('removed') });

    expect(late.lacking).toEqual(['capture', 'unchanged', 'minimisation']);
    expect(late.figure.captured?.count).toEqual([targets.length, targets.length]);
  });

  it('does not accept the hash of the page before the edit for a capture after it', () => {
    const early = sha256Hex(serveAd(market, first, NOW).body);
    const { lacking } = aRecord({
      ...onFirst((steps) => ({
        capture: { ...steps.capture, sha256: early } as PreservationAction,
        verify: { ...steps.verify, sha256: early } as PreservationAction,
      })),
      world: changed('edited'),
    });

    expect(lacking).toEqual(NOT_KEPT);
  });

  it('loses points for a missing ad in every part that counts ad by ad', () => {
    const { lacking, raw } = aRecord({ ...usual, captured: targets.slice(1) });

    expect(lacking).toEqual(NOT_KEPT);
    expect(raw['preservation.record']).toBeCloseTo(
      MINIMISATION + ((MAX - MINIMISATION) * (targets.length - 1)) / targets.length,
      9,
    );
  });

  it('loses only minimisation for a page of another person', () => {
    const { lacking, raw, findings } = aRecord({ ...usual, captured: [...targets, bystander] });

    expect(lacking).toEqual(['minimisation']);
    expect(raw['preservation.record']).toBeCloseTo(MAX - MINIMISATION, 9);
    expect(findings.find(({ at }) => at.locator === 'minimisation')?.count).toEqual([0, targets.length]);
  });

  it('counts a page from a mirror as unchanged text, but does not call it a first version', () => {
    const to = { id: 'mirror', name: 'Mirror', host: 'mirror.example' };
    const world: WorldState = [{ ad: first, at: NOW, change: 'moved', to }];
    const { lacking, facts } = aRecord({
      ...usual,
      world,
      change: (steps, ad, at) =>
        ad === first ? record(steps, { finalUrl: serveAd(market, first, at, world).url, standing: 'copy' }) : {},
    });
    const { pages, whole } = facts as PreservationFacts;

    expect(lacking).toEqual([]);
    expect(whole).toEqual(ALL);
    expect(pages.map(({ state }) => state)).toEqual(targets.map((ad) => (ad === first ? 'mirror' : 'kept')));
    expect(words['part.unchanged']).not.toMatch(/first version/i);
  });

  it('counts the capture with a page if an ad was captured twice', () => {
    const gone: PreservationAction = {
      type: 'page.captured',
      ad: first,
      status: 404,
      bytes: 9,
      sha256: sha256Hex('gone'),
      ...PERSON,
    };
    const { lacking } = aRecord({ ...usual, after: [gone] });

    expect(lacking).toEqual([]);
  });
});
