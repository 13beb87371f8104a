import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMinutes } from '#kernel/model/instant.ts';
import { FAULT_IDS } from '#market/platforms/model/faults.ts';
import { observedCases } from '#market/platforms/model/observed-case.ts';
import type { PlatformFaults } from '#market/platforms/model/platform.ts';
import { shownFaults } from '#market/platforms/model/shown-faults.ts';
import { simulateModeration } from '#market/platforms/model/simulate-moderation.ts';
import { REPORT_ROUTES, TEST_CARDS } from '#market/platforms/model/test-cards.ts';
import {
  aTestOf,
  BEGIN,
  faultsByCard,
  LONE_FAULTS,
  MARKET_ID,
  SITE,
} from '../../../../support/market/platforms/a-moderation-test.ts';

const sound = aTestOf();
const named = LONE_FAULTS.map((lone) => [JSON.stringify(lone.stated), lone] as const);

/** Any platform at all. */
const anyPlatform: fc.Arbitrary<PlatformFaults> = fc.record({
  ageCheck: fc.integer({ min: 0, max: 4 }),
  consentCheck: fc.integer({ min: 0, max: 4 }),
  answers: fc.constantFrom('anyone', 'members', 'parents', 'nobody'),
  editLeak: fc.boolean(),
  hoursToAct: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 600 })),
  repostLeak: fc.integer({ min: 0, max: 100 }),
  knownImageLeak: fc.integer({ min: 0, max: 100 }),
  ownSearch: fc.integer({ min: 0, max: 100 }),
  overBlocking: fc.integer({ min: 0, max: 100 }),
  upholdsFalseReports: fc.boolean(),
  closedRoutes: fc.subarray([...REPORT_ROUTES]),
  referral: fc.constantFrom('with-data', 'without-data', 'never'),
  preservationKept: fc.integer({ min: 0, max: 100 }),
  preservationDays: fc.integer({ min: 0, max: 120 }),
  permanentRemoval: fc.boolean(),
});

describe('a platform without a fault', () => {
  it('acts as required on every copy of every card', () => {
    expect(sound.truth.cards.map(({ card }) => card)).toEqual(TEST_CARDS.map(({ id }) => id));
    expect(faultsByCard(sound.truth.cards)).toEqual({});
    for (const { card, deeds } of sound.truth.cards)
      expect(new Set(deeds.map(({ copy }) => copy)).size).toBe(TEST_CARDS.find(({ id }) => id === card)?.copies);
  });

  it('blocks each forbidden card before publication, and informs the authority where required', () => {
    const typesOf = (card: string) => sound.log.filter((event) => event.card === card).map(({ type }) => type);

    for (const { id } of TEST_CARDS.filter(({ plainAtPosting }) => plainAtPosting))
      expect(typesOf(id)).not.toContain('card.published');
    for (const { id, copies } of TEST_CARDS.filter(({ refer }) => refer))
      expect(typesOf(id).filter((type) => type === 'referral.received')).toHaveLength(copies);
  });
});

describe('one fault switched on alone', () => {
  it('exists in the table for every possible fault', () => {
    expect(new Set(LONE_FAULTS.flatMap(({ shows }) => Object.keys(shows)))).toEqual(new Set(FAULT_IDS));
  });

  it.each(named)('%s is in the truth of exactly the cards that it concerns', (_, { stated, shows }) => {
    const { truth } = aTestOf(stated);
    const cardsOf = (fault: string) =>
      truth.cards.filter(({ faults }) => faults.some((one) => one.fault === fault)).map(({ card }) => card as string);
    const found = FAULT_IDS.map((fault) => [fault, cardsOf(fault).sort()] as const);

    expect(Object.fromEntries(found.filter(([, cards]) => cards.length > 0))).toEqual(shows);
  });

  it.each(named)(
    '%s is visible in the log of these cards, and changes only the hours of others',
    (_, { stated, shows }) => {
      const { log } = aTestOf(stated);
      const concerned = new Set<string>(Object.values(shows).flat());
      const seenOn = new Set(
        observedCases(log)
          .filter((seen) => shownFaults(seen).length > 0)
          .map(({ card }) => card.id),
      );
      const othersOf = (events: typeof log) =>
        events
          .filter(({ card }) => !concerned.has(card))
          .map(({ id, type, card, copy, fields, replies }) => ({ id, type, card, copy, fields, replies }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));

      expect(seenOn).toEqual(concerned);
      expect(othersOf(log)).toEqual(othersOf(sound.log));
    },
  );

  it('an edit is tested even where ages are not read, as long as reports are answered', () => {
    const onEdit = (answers: PlatformFaults['answers']) =>
      faultsByCard(aTestOf({ ageCheck: 0, editLeak: true, answers }).truth.cards).TC3;

    for (const answers of ['anyone', 'members', 'parents'] as const)
      expect(onEdit(answers)).toEqual(['edit-leak', 'weak-age-check']);
    expect(onEdit('nobody')).toEqual(['report-unanswered', 'weak-age-check']);
  });

  it('a chance of a fault leaves some copies without it', () => {
    const copies = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((seed) =>
      aTestOf({ repostLeak: 50 }, seed).truth.cards.flatMap(({ card, deeds }) =>
        card === 'TC4' ? deeds.flatMap(({ did }) => (did === 'kept-off' || did === 'found-later' ? [did] : [])) : [],
      ),
    );

    expect(copies).toHaveLength(24);
    expect(new Set(copies)).toEqual(new Set(['kept-off', 'found-later']));
  });
});

describe('the truth of any platform', () => {
  it('agrees with the log: reading finds exactly the true faults', () => {
    fc.assert(
      fc.property(anyPlatform, fc.string(), (stated, seed) => {
        const { log, truth } = aTestOf(stated, seed);
        const seen = observedCases(log).flatMap((one) =>
          shownFaults(one).map((fault) => `${one.card.id} ${one.events[0]?.copy} ${fault}`),
        );
        const actual = truth.cards.flatMap(({ card, faults }) =>
          faults.flatMap(({ fault, copies }) => copies.map((copy) => `${card} ${copy} ${fault}`)),
        );

        expect(seen.sort()).toEqual(actual.sort());
      }),
      { numRuns: 200 },
    );
  });

  it('proves each fault with events of the same copy', () => {
    fc.assert(
      fc.property(anyPlatform, (stated) => {
        const { log, truth } = aTestOf(stated);
        const placeOf = new Map(log.map(({ id, card, copy }) => [id, `${card} ${copy}`]));
        for (const { card, deeds } of truth.cards)
          for (const { copy, evidence } of deeds) {
            expect(evidence.length).toBeGreaterThan(0);
            expect(new Set(evidence.map((id) => placeOf.get(id)))).toEqual(new Set([`${card} ${copy}`]));
          }
      }),
      { numRuns: 50 },
    );
  });

  it('gives the worst of the hours, never a mean', () => {
    const { truth } = aTestOf({ hoursToAct: 100 });
    const late = truth.cards.flatMap(({ faults, deeds }) =>
      faults
        .filter(({ fault }) => fault === 'late')
        .map(
          ({ hours }) => [hours, deeds.flatMap((deed) => (deed.fault === 'late' ? (deed.hours ?? 0) : []))] as const,
        ),
    );

    expect(late.length).toBeGreaterThan(5);
    for (const [worst, all] of late) expect(worst).toBe([...all].sort((a, b) => b - a)[0]);
  });
});

describe('the log', () => {
  it('is in order of time, within the six weeks, and leaves no card online', () => {
    fc.assert(
      fc.property(anyPlatform, fc.integer({ min: 2, max: 8 }), (stated, weeks) => {
        const { log } = simulateModeration({ site: SITE, marketId: MARKET_ID, seed: 's', from: BEGIN, weeks, stated });
        const times = log.map(({ at }) => at);
        const until = addMinutes(BEGIN, weeks * 7 * 24 * 60);

        expect(times).toEqual([...times].sort());
        expect((times[0] ?? '') >= BEGIN && (times.at(-1) ?? '') <= until).toBe(true);
        expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
        for (const { events } of observedCases(log)) {
          let online = false;
          for (const { type } of events) {
            if (type === 'card.published' || type === 'card.restored') online = true;
            if (type === 'card.removed' || type === 'card.withdrawn') online = false;
          }
          expect(online).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('waits two weeks for an answer before it takes a card back', () => {
    const { log } = aTestOf({ answers: 'nobody', ageCheck: 0, ownSearch: 0 });
    const waits = observedCases(log).flatMap(({ events }) => {
      const sent = events.find(({ type }) => type === 'report.sent');
      return sent ? [[addMinutes(sent.at, 14 * 24 * 60), events.at(-1)?.at] as const] : [];
    });

    expect(waits).toHaveLength(21);
    for (const [due, end] of waits) expect(end).toBe(due);
  });

  it('counts simulated buyers as whole numbers, only where a card was online, and never says what they wrote (C14)', () => {
    const { log } = aTestOf({ ageCheck: 0, ownSearch: 0, consentCheck: 0 });
    const counted = log.filter(({ replies }) => replies !== undefined);

    expect(counted.some(({ replies }) => (replies ?? 0) > 0)).toBe(true);
    for (const { replies, type } of counted) {
      expect(Number.isInteger(replies)).toBe(true);
      expect(['card.removed', 'card.withdrawn']).toContain(type);
    }
  });
});

describe('the same order', () => {
  it('gives the same test, and another seed another one', () => {
    const order = { site: SITE, marketId: MARKET_ID, from: BEGIN };
    const made = (seed: string) => JSON.stringify(simulateModeration({ ...order, seed }));

    expect(made('one')).toBe(made('one'));
    expect(made('one')).not.toBe(made('two'));
  });

  it('is refused where the cards do not fit into the weeks', () => {
    const order = { site: SITE, marketId: MARKET_ID, from: BEGIN, seed: 's' };

    expect(() => simulateModeration({ ...order, weeks: 1 })).toThrow(/at least 2/);
    expect(() => simulateModeration({ ...order, weeks: 2.5 })).toThrow(/whole weeks/);
  });
});
