import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canShow, FAULT_IDS } from '#market/platforms/model/faults.ts';
import { type ModerationTruth, moderationDocuments } from '#market/platforms/model/moderation-documents.ts';
import type { ModerationEvent } from '#market/platforms/model/moderation-event.ts';
import { observedCases } from '#market/platforms/model/observed-case.ts';
import type { FindingRow } from '#market/platforms/model/parse-findings.ts';
import { SOUND_PLATFORM } from '#market/platforms/model/platform.ts';
import { type FindingsReport, scoreFindings } from '#market/platforms/model/score-findings.ts';
import { shownFaults } from '#market/platforms/model/shown-faults.ts';
import { TEST_CARD_IDS } from '#market/platforms/model/test-cards.ts';
import { aSite, BEGIN, MARKET_ID } from '../../../../support/market/platforms/a-moderation-test.ts';

const SITES = [
  aSite('varn-board'),
  aSite('orle-list', { answers: 'parents', editLeak: true, hoursToAct: 60 }),
  aSite('dorv-board', { ageCheck: 1, consentCheck: 1, hoursToAct: 20 }),
];

const testOf = (seed: string, stated: Parameters<typeof moderationDocuments>[0]['stated'] = {}) =>
  moderationDocuments({
    profile: { id: 'BUY', sites: SITES },
    habits: Object.fromEntries(SITES.map(({ id, habits }) => [id, habits])),
    sites: 3,
    marketId: MARKET_ID,
    seed,
    from: BEGIN,
    stated,
  });
const made = testOf('findings');
const { truth, public: seen } = made;

/** The rows of a team that writes down the truth, numbers and proofs included. */
const perfect = (of: ModerationTruth): FindingRow[] =>
  of.sites.flatMap(({ site, cards }) =>
    cards.flatMap(({ card, faults }): FindingRow[] =>
      faults.length === 0
        ? [{ testCard: card, site, finding: 'none', evidence: [] }]
        : faults.map(({ fault, hours, evidence }) => ({
            testCard: card,
            site,
            finding: fault,
            ...(hours === undefined ? {} : { hours }),
            evidence,
          })),
    ),
  );

/** The rows of a team that accuses every site of everything, and cites the whole log. */
const accuser = (of: ModerationTruth, log: readonly ModerationEvent[]): FindingRow[] =>
  of.sites.flatMap(({ site }) =>
    TEST_CARD_IDS.flatMap((testCard) =>
      FAULT_IDS.filter((fault) => canShow(fault, testCard)).map((finding) => ({
        testCard,
        site,
        finding,
        hours: 24,
        evidence: log.map(({ id }) => id),
      })),
    ),
  );

const nobodyDidAnything = (of: ModerationTruth): FindingRow[] =>
  of.sites.flatMap(({ site }) =>
    TEST_CARD_IDS.map((testCard): FindingRow => ({ testCard, site, finding: 'none', evidence: [] })),
  );

/** The rows of a team that reads the log case by case and knows no truth; it gives no numbers. */
function honest(log: readonly ModerationEvent[]): FindingRow[] {
  const rows = new Map<string, FindingRow>();
  for (const one of observedCases(log)) {
    const { site = '', card: testCard } = one.events[0] ?? { card: one.card.id };
    for (const finding of shownFaults(one)) {
      const name = `${site} ${testCard} ${finding}`;
      const evidence = [...(rows.get(name)?.evidence ?? []), ...one.events.map(({ id }) => id)];
      rows.set(name, { testCard, site, finding, evidence });
    }
  }
  return [...rows.values()];
}

const scaled = ({ criteria }: FindingsReport) =>
  Object.fromEntries(criteria.map(({ id, scaled: value }) => [id, value]));
const score = (rows: readonly FindingRow[], of = made) => scoreFindings(rows, of.truth, of.public.log);

describe('a team that finds everything', () => {
  it('reaches 1 on each criterion, for any platforms', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const test = testOf(seed);
        const report = score(perfect(test.truth), test);

        for (const criterion of report.criteria) expect([criterion.id, criterion.scaled]).toEqual([criterion.id, 1]);
        expect(new Set(report.cards.map(({ verdict }) => verdict))).toEqual(new Set(['right']));
        expect(report.wrongAccusations).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('finds all faults by reading the log alone', () => {
    const report = score(honest(seen.log));

    expect(report.recall[0]).toBe(report.recall[1]);
    expect(report.precision[0]).toBe(report.precision[1]);
    expect(report.soundLeftAlone[0]).toBe(report.soundLeftAlone[1]);
    expect(scaled(report)).toMatchObject({ 'moderation.faults': 1, 'moderation.evidence': 1, 'moderation.hours': 0 });
  });
});

describe('blind teams', () => {
  it('accusing all is 0 on every criterion except hours, and an honest team beats it on each', () => {
    const report = score(accuser(truth, seen.log));
    const better = score(perfect(truth).filter((_, n) => n % 3 > 0));

    expect(scaled(report)).toMatchObject({ 'moderation.cards': 0, 'moderation.faults': 0, 'moderation.evidence': 0 });
    expect(report.recall[0]).toBe(report.recall[1]);
    expect(report.soundLeftAlone[0]).toBe(0);
    for (const { id, scaled: value } of better.criteria) expect(value).toBeGreaterThan(scaled(report)[id] ?? 1);
  });

  it('accusing none is 0 on every criterion', () => {
    const report = score(nobodyDidAnything(truth));

    expect(new Set(Object.values(scaled(report)))).toEqual(new Set([0]));
    expect(report.soundLeftAlone[0]).toBe(report.soundLeftAlone[1]);
    expect(report.precision).toEqual([0, 0]);
  });

  it('accusing none is right without faults, and accusing one is wrong', () => {
    const sound = testOf('sound', Object.fromEntries(SITES.map(({ id }) => [id, SOUND_PLATFORM])));
    const [first, ...rest] = nobodyDidAnything(sound.truth);

    expect(scaled(score([first as FindingRow, ...rest], sound))).toEqual({
      'moderation.cards': 1,
      'moderation.faults': 1,
    });
    expect(scaled(score([{ ...(first as FindingRow), finding: 'late' }, ...rest], sound))).toEqual({
      'moderation.cards': 0,
      'moderation.faults': 0,
    });
  });
});

describe('single findings', () => {
  const onEdit = { testCard: 'TC3', site: 'orle-list', finding: 'edit-leak', evidence: [] } as const;
  const fault = truth.sites[1]?.cards
    .find(({ card }) => card === 'TC3')
    ?.faults.find((one) => one.fault === 'edit-leak');
  const hours = fault?.hours ?? 0;
  const cardOf = (report: FindingsReport, site: string, card: string) =>
    report.cards.find((one) => one.site === site && one.card === card);

  it('judges a card as right, wrong, missed or open', () => {
    const edits = perfect(truth).filter(({ site, testCard }) => site === 'orle-list' && testCard === 'TC3');
    const onBoard = { testCard: 'TC1', site: 'varn-board', evidence: [] } as const;

    expect(cardOf(score(edits), 'orle-list', 'TC3')?.verdict).toBe('right');
    expect(cardOf(score([...edits, { ...onEdit, finding: 'late' }]), 'orle-list', 'TC3')?.verdict).toBe('wrong');
    expect(cardOf(score([{ ...onEdit, finding: 'none' }]), 'orle-list', 'TC3')?.verdict).toBe('missed');
    expect(cardOf(score([]), 'orle-list', 'TC3')).toMatchObject({
      verdict: 'missed',
      missed: edits.map(({ finding }) => finding),
    });
    expect(cardOf(score([{ ...onBoard, finding: 'none' }]), 'varn-board', 'TC5')?.verdict).toBe('open');
  });

  it('names a wrong accusation with what the platform did instead', () => {
    const report = score([{ testCard: 'TC1', site: 'varn-board', finding: 'weak-age-check', evidence: [], row: 7 }]);

    expect(report.wrongAccusations).toHaveLength(1);
    expect(report.wrongAccusations[0]).toMatchObject({
      site: 'varn-board',
      card: 'TC1',
      finding: 'weak-age-check',
      row: 7,
    });
    expect(report.wrongAccusations[0]?.instead).toContainEqual({ did: 'blocked', reason: 'declared-age-read' });
  });

  it.each([
    ['the true hours', 1, true],
    ['a tenth more', 1.1, true],
    ['a tenth less', 0.9, true],
    ['an eighth more', 1.125, false],
    ['half of it', 0.5, false],
  ])('takes %s as within the tolerance or not', (_, times, within) => {
    const [judged] = score([{ ...onEdit, hours: hours * times }]).hours.filter(({ given }) => given !== undefined);

    expect(hours).toBeGreaterThan(10);
    expect(judged).toMatchObject({ site: 'orle-list', card: 'TC3', finding: 'edit-leak', actual: hours, within });
  });

  it('accepts as proof only events of that card that show the fault', () => {
    const evidence = fault?.evidence ?? [];
    const stranger = seen.log.find(({ card, site }) => card === 'TC12' && site === 'orle-list')?.id ?? '';
    const elsewhere = seen.log.find(({ card, site }) => card === 'TC3' && site === 'varn-board')?.id ?? '';
    const submitted = seen.log.find(({ card, site }) => card === 'TC3' && site === 'orle-list')?.id ?? '';
    const proved = (cited: readonly string[]) =>
      score([{ ...onEdit, evidence: cited }]).criteria.find(({ id }) => id === 'moderation.evidence')?.raw;

    expect(proved(evidence.slice(0, 1))).toBe(1);
    expect(proved([...evidence, submitted])).toBe(1);
    expect(proved([])).toBe(0);
    expect(proved([submitted])).toBe(0);
    expect(proved([...evidence, stranger])).toBe(0);
    expect(proved([...evidence, elsewhere])).toBe(0);
  });

  it('counts precision and recall by hand', () => {
    const all = truth.sites.flatMap(({ cards }) => cards.flatMap(({ faults }) => faults)).length;
    const rows: FindingRow[] = [
      onEdit,
      { ...onEdit, testCard: 'TC8', finding: 'report-unanswered' },
      { ...onEdit, testCard: 'TC1', finding: 'weak-age-check' },
    ];
    const report = score(rows);
    const [p, r] = [2 / 3, 2 / all];

    expect(report.precision).toEqual([2, 3]);
    expect(report.recall).toEqual([2, all]);
    expect(report.criteria.find(({ id }) => id === 'moderation.faults')?.raw).toBeCloseTo(
      (1.25 * p * r) / (0.25 * p + r),
      9,
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(perfect(truth), { minLength: 5 }), (rows) => {
        const sorted = [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

        expect(score(rows).criteria).toEqual(score(sorted).criteria);
        expect(score(rows).cards.map(({ verdict }) => verdict)).toEqual(
          score(sorted).cards.map(({ verdict }) => verdict),
        );
      }),
      { numRuns: 30 },
    );
  });
});
