import { describe, expect, it } from 'vitest';
import { paymentsIn } from '#evidence/court-file/model/places.ts';
import { verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { required } from '#kernel/model/invariant.ts';
import { isAccepted } from '#kinds/courtroom/model/accepted-by-key.ts';
import { courtroomKey } from '#kinds/courtroom/model/key.ts';
import { recipeOfBundle } from '#kinds/courtroom/use-cases/recipe-of-bundle.ts';
import { lockerOfRecipe } from '#kinds/preservation/use-cases/locker/locker-of-recipe.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { packed } from '../support/builders/a-locker.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { PROJECT } from '../support/builders/the-library.ts';
import { meant, readMatrix } from '../support/kinds/courtroom/read-matrix.ts';

const loaded = loadProject(PROJECT, KINDS);
const cases = loaded.ok ? loaded.value.cases : [];
const { bundles, courts } = required(loaded.ok ? loaded.value.library : undefined, 'the library');

/** Every shipped case that is played in court, with its bundle and its answers. */
const COURTS = cases.flatMap(({ source, market, answers }) =>
  Object.values(source.states).flatMap((state) => {
    if (state.type !== 'exercise' || state.kind !== 'courtroom' || !answers) return [];
    const { bundle, facts } = required(bundles.get(String(state.brief['bundle'])), 'the bundle of the case');
    return [{ id: source.id, bundle, facts, market, key: courtroomKey(answers) }];
  }),
);

/** Places that say that an exhibit is not whole: what is missing from it is asked for first. */
const NOT_WHOLE: Readonly<Record<string, readonly string[]>> = { 'two-names-one-phone': ['E3 4'] };

describe('the shipped bundles', () => {
  it('are all played by a case', () => {
    expect(COURTS.map(({ bundle }) => bundle.id).sort()).toEqual([...bundles.keys()].sort());
    expect(COURTS.length).toBeGreaterThanOrEqual(3);
  });

  it.each(COURTS)('$id has a matrix that a second reader makes from the facts alone', ({ bundle, facts, key }) => {
    const read = readMatrix(bundle, facts, NOT_WHOLE[bundle.id]);

    const written = key.rows.map(({ element, happened, state, for: speaking, against }) => ({
      element,
      happened,
      state,
      for: [...new Set(speaking.flatMap((place) => meant(bundle, place)))].sort(),
      against: [...new Set(against.flatMap((place) => meant(bundle, place)))].sort(),
    }));
    expect(written).toEqual(read);
  });

  it.each(COURTS)('$id asks for sums that follow from its payments', ({ bundle, key }) => {
    const payments = paymentsIn(bundle);
    for (const { id, ofPayments } of bundle.sums) {
      const { amount, payments: rule } = required(key.sums[id], `the sum ${id}`);
      expect(rule !== undefined).toBe(ofPayments === true || id === 'repaid');
      if (!rule) continue;
      let sum = 0;
      for (const { from, to, sim } of payments) if ((rule.from ?? from) === from && (rule.to ?? to) === to) sum += sim;
      expect([id, sum]).toEqual([id, amount]);
    }
  });

  it.each(COURTS)('$id has two model rulings that disagree, and that its State allows', ({ bundle, key }) => {
    const regime = courts.cards.find(({ state }) => state === bundle.state)?.regime ?? 'exclusion';
    for (const { id } of bundle.motions) {
      const { grant, refuse, forbids, elsewhere, lines } = required(key.motions[id], `the motion ${id}`);
      const forbidden = forbids[regime]?.map(({ outcome }) => outcome) ?? [];
      expect(forbidden.length).toBeGreaterThan(0);
      expect(grant.outcome).not.toBe(refuse.outcome);
      expect([grant.outcome, refuse.outcome].filter((outcome) => forbidden.includes(outcome))).toEqual([]);
      expect(elsewhere.map(({ state }) => state)).not.toContain(
        courts.cards.find((card) => card.state === bundle.state)?.name,
      );
      expect(lines.filter(({ needed }) => needed)).toHaveLength(1);
    }
  });

  it.each(COURTS)(
    '$id poses each charge as a charge, and each finding leads to a verdict that its rows carry',
    (court) => {
      const { bundle, key } = court;
      const findings = bundle.judgment.filter(({ part }) => part === 'finding');
      const rowOf = (element: string) =>
        required(
          key.rows.find((row) => row.element === element),
          element,
        );

      expect(findings.length).toBeGreaterThan(0);
      for (const { id, charge, options } of findings) {
        expect(charge).toMatch(/^The charge says /);
        for (const { id: option, verdicts = [], needs = [] } of options) {
          expect(verdicts.length).toBeGreaterThan(0);
          if (!verdicts.some(({ is }) => is === 'convicted')) continue;
          const isPreferred = key.judgment[id]?.options[option]?.view === 'good';
          expect([id, option, needs.length > 0]).toEqual([id, option, true]);
          if (isPreferred) expect(needs.filter((row) => !isAccepted(rowOf(row), 'met'))).toEqual([]);
        }
      }
    },
  );

  it.each(COURTS)('$id shows ads of its market that have one telephone', ({ bundle, market }) => {
    const { ads, begins } = bundle.locker;
    const [first = ''] = ads;

    for (const ad of ads) expect(readServedAd(serveAd(market, ad, begins, [])).kind).toBe('ad');
    expect(adsSharingPhone(market, first)).toEqual(expect.arrayContaining([...ads]));
  });

  it.each(COURTS)('$id has a locker that the verifier accepts without a fault', async ({ bundle, market }) => {
    const { recipe, place } = recipeOfBundle(bundle, market);
    const verified = await verifyZippedLocker(sourceOfBytes(await packed(lockerOfRecipe(recipe, market, place))));

    expect(verified.ok && verified.value.issues).toEqual([]);
    expect(verified.ok && verified.value.faultless).toBe(true);
    expect(verified.ok && verified.value.items).toHaveLength(bundle.locker.ads.length);
  });
});
