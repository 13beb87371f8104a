import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { SHORTCUTS } from '#kinds/preservation/model/care-actions.ts';
import { EVIDENCE_LINES, type EvidenceLine } from '#kinds/preservation/model/evidence-lines.ts';
import type { PreservationFacts } from '#kinds/preservation/model/facts.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { RECORD_RUBRIC, type RecordPart } from '#kinds/preservation/model/rubric.ts';
import { scorePreservation } from '#kinds/preservation/model/score.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import {
  BEGINS,
  early,
  FULL,
  graded,
  KEY,
  late,
  market,
  PERSON,
  responseOf,
  type TimedAct,
} from '../../../../support/builders/a-bench.ts';

const COUNT = KEY.targets.length;
const [first = ''] = KEY.targets;
/** Parts of the record with the line of EV-100 for the same thing. */
const SAME: Readonly<Partial<Record<RecordPart, EvidenceLine>>> = {
  authority: 'authority',
  'child-check': 'child-check',
  address: 'address',
  time: 'time',
  identifiers: 'identifiers',
  capture: 'native',
  fixity: 'hash',
  minimisation: 'minimisation',
};
const look: PreservationAction = {
  type: 'look.captured',
  ad: first,
  extent: 'cropped',
  bytes: 9,
  sha256: sha256Hex('look'),
  tool: 'bench',
  ...PERSON,
};
const STRAYS: readonly TimedAct[] = [
  ...SHORTCUTS.map((shortcut) => late({ type: 'shortcut.taken', shortcut, ...PERSON })),
  late({ type: 'item.renamed', item: 'EV-001', name: 'page', logged: false, ...PERSON }),
  late({ type: 'item.deleted', item: 'EV-001', purpose: 'no use', ...PERSON }),
  late({ type: 'hash.verified', item: 'EV-002', sha256: sha256Hex('other'), ...PERSON }),
  late({ type: 'closed-card.reported', ad: first, to: 'police', ...PERSON }),
  early(look),
];
const WORLDS: readonly WorldState[] = [
  [],
  [{ ad: first, at: BEGINS, change: 'edited' }],
  [{ ad: first, at: BEGINS, change: 'removed' }],
  [{ ad: first, at: BEGINS, change: 'moved', to: { id: 'copies', name: 'Copies', host: 'copies.example' } }],
];

function countsOf(acts: readonly TimedAct[], world: WorldState) {
  const { findings, facts, figures } = scorePreservation(responseOf(acts), KEY, { market, world, evidence: [] });
  const count = (part: string) => findings.find(({ reason }) => reason === `record.${part}`)?.count?.[0] ?? -1;
  const pointsOf = (line: string) => figures.find(({ id }) => id === `rubric.${line}`)?.value ?? -1;
  return { count, pointsOf, facts: facts as PreservationFacts };
}
const mostOf = (line: EvidenceLine) => EVIDENCE_LINES.find((entry) => entry.line === line)?.points ?? 0;

describe('one thing is counted in one way', () => {
  const acts = fc
    .tuple(fc.subarray([...FULL], { minLength: 0 }), fc.subarray([...STRAYS]))
    .map((parts) => parts.flat().sort((a, b) => a.seq - b.seq));

  it('gives a part of the record, its line of EV-100 and its sentence the same share, whatever was done', () => {
    fc.assert(
      fc.property(acts, fc.constantFrom(...WORLDS), (done, world) => {
        const { count, pointsOf, facts } = countsOf(done, world);
        for (const [part, line] of Object.entries(SAME) as [RecordPart, EvidenceLine][]) {
          expect(count(part) / COUNT, part).toBeCloseTo(pointsOf(line) / mostOf(line), 9);
          expect(facts.whole.includes(part), part).toBe(count(part) === COUNT);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts a first version as unchanged and captured, a later one only as captured, a missing page as neither', () => {
    fc.assert(
      fc.property(acts, fc.constantFrom(...WORLDS), (done, world) => {
        const { count, facts } = countsOf(done, world);
        const of = (...states: readonly string[]) => facts.pages.filter(({ state }) => states.includes(state)).length;
        expect(count('unchanged')).toBe(of('kept', 'mirror'));
        expect(count('capture')).toBe(of('kept', 'mirror', 'changed'));
      }),
      { numRuns: 60 },
    );
  });
});

describe('the points of the record', () => {
  const acts = fc.subarray([...FULL], { minLength: 0 });

  it('are the sum of its parts, or 0 if no capture counts', () => {
    fc.assert(
      fc.property(acts, (done) => {
        const { criteria, findings, facts } = scorePreservation(responseOf(done), KEY, {
          market,
          world: [],
          evidence: [],
        });
        const sum = RECORD_RUBRIC.reduce((all, { part, weight }) => {
          const [held = 0, of = 1] = findings.find(({ reason }) => reason === `record.${part}`)?.count ?? [];
          return all + (weight * held) / of;
        }, 0);
        const isRecord = (facts as PreservationFacts).pages.some(({ state }) => state === 'kept');
        expect(criteria.find(({ id }) => id === 'preservation.record')?.raw).toBeCloseTo(isRecord ? sum : 0, 9);
      }),
      { numRuns: 60 },
    );
    expect(RECORD_RUBRIC.reduce((all, { weight }) => all + weight, 0)).toBe(80);
  });
});

describe('what became of a page', () => {
  it('includes its first picture, which is no capture, but not a picture of an answer without a page', () => {
    const { pages } = countsOf([early(look)], []).facts;
    expect(pages[0]).toEqual({ ad: first, state: 'never', picture: early(look).seq });
    expect(pages.slice(1).every(({ picture }) => picture === undefined)).toBe(true);
    expect(countsOf([early(look)], [{ ad: first, at: BEGINS, change: 'removed' }]).facts.pages[0]).toEqual({
      ad: first,
      state: 'lost',
    });
  });
});

describe('a legal basis before the first copy', () => {
  it('is missing for an ad whose picture came first', () => {
    const { count, pointsOf, facts } = countsOf([early(look), ...FULL], []);

    expect(count('authority')).toBe(COUNT - 1);
    expect(pointsOf('authority')).toBeCloseTo((6 * (COUNT - 1)) / COUNT, 9);
    expect(facts.whole).not.toContain('authority');
  });
});

describe('an act that is not in the custody log', () => {
  const untold = (action: PreservationAction) => countsOf([...FULL, late(action)], []).facts.untold;

  it('takes all points for custody if it is a copy to a personal device', () => {
    const action: PreservationAction = { type: 'shortcut.taken', shortcut: 'own-device', ...PERSON };

    expect(untold(action)).toMatchObject([{ touch: 'own-device' }]);
    expect(graded([...FULL, late(action)]).points.custody).toBe(0);
  });

  it('takes the share of its ad if it is a renaming; a logged renaming takes nothing', () => {
    const renamed = (logged: boolean): PreservationAction => ({
      type: 'item.renamed',
      item: 'EV-001',
      name: 'page',
      logged,
      ...PERSON,
    });

    expect(untold(renamed(false))).toMatchObject([{ touch: 'renamed', item: 'EV-001' }]);
    expect(graded([...FULL, late(renamed(false))]).points.custody).toBeCloseTo((8 * (COUNT - 1)) / COUNT, 9);
    expect(untold(renamed(true))).toEqual([]);
    expect(graded([...FULL, late(renamed(true))]).points.custody).toBe(8);
  });

  it('is not counted if it concerns no file of the locker, such as a payment', () => {
    expect(untold({ type: 'shortcut.taken', shortcut: 'payment', ...PERSON })).toEqual([]);
  });
});

describe('the line about minimisation', () => {
  it('earns all or nothing: nothing for an empty locker, all for one page of four', () => {
    const { count, pointsOf } = countsOf([], []);
    const one = FULL.filter(({ action }) => !('ad' in action) || action.ad === first);

    expect([count('minimisation'), pointsOf('minimisation')]).toEqual([0, 0]);
    expect(countsOf(one, []).count('minimisation')).toBe(COUNT);
    expect(countsOf(one, []).pointsOf('minimisation')).toBe(4);
  });
});
