import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COURT_QUESTIONS } from '#evidence/drill/model/court-questions.ts';
import { FAULT_GROUPS } from '#evidence/drill/model/fault-groups.ts';
import { IN_THE_LOG, judgeDrill } from '#evidence/drill/model/judge-drill.ts';
import type { Oddity } from '#evidence/drill/model/oddities.ts';
import { type PlacedFault, plantFaults } from '#evidence/drill/model/plant-faults.ts';
import { ERROR_CODES, TYPICAL_ERRORS } from '#evidence/drill/model/typical-errors.ts';
import messages from '#words/evidence/locker.json' with { type: 'json' };
import { aLocker } from '../../../../support/builders/a-locker.ts';

const lesson = readFileSync('content/en/lessons/j1.mdx', 'utf8');

const inRecord: PlacedFault = { code: 'E5', item: 'EV-002', place: 'record', items: ['EV-002'], entries: [] };
const inLog: PlacedFault = { code: 'E9', item: 'EV-003', place: 'custody', items: [], entries: [21] };
const renamed: Oddity = { id: 'renamed', items: ['EV-001'], entries: [12], params: {} };
const drill = { faults: [inRecord, inLog], oddities: [renamed] };
const judged = (...faults: { code: (typeof ERROR_CODES)[number]; at: string }[]) =>
  judgeDrill(drill, { faults, open: [] });

describe('an answer to a drill', () => {
  it('finds a fault at the place where it shows, or for a fault in the log at the item that its entry names', () => {
    expect(judged({ code: 'E5', at: 'EV-002' }, { code: 'E9', at: IN_THE_LOG }).found).toEqual([
      { ...inRecord, said: 'EV-002' },
      { ...inLog, said: IN_THE_LOG },
    ]);
    expect(judged({ code: 'E9', at: 'EV-003' }).found).toEqual([{ ...inLog, said: 'EV-003' }]);
  });

  it('that claims a fault at a wrong place is reported with the right place', () => {
    const { found, elsewhere, overlooked } = judged({ code: 'E5', at: 'EV-001' }, { code: 'E9', at: 'EV-001' });

    expect(elsewhere).toEqual([
      { ...inRecord, said: 'EV-001' },
      { ...inLog, said: 'EV-001' },
    ]);
    expect([found, overlooked]).toEqual([[], []]);
  });

  it('overlooks a fault that it does not claim', () => {
    expect(judged().overlooked).toEqual([inRecord, inLog]);
    expect(judged({ code: 'E5', at: 'EV-002' }).overlooked).toEqual([inLog]);
  });

  it('raises a false alarm for a fault that was not planted, with the oddity at that place, if there is one', () => {
    const at = (place: string) => judged({ code: 'E10', at: place }).falseAlarms;

    expect(at('EV-001')).toEqual([{ code: 'E10', at: 'EV-001', oddity: renamed }]);
    expect(at(IN_THE_LOG)).toEqual([{ code: 'E10', at: IN_THE_LOG, oddity: renamed }]);
    expect(at('EV-002')).toEqual([{ code: 'E10', at: 'EV-002' }]);
    expect(judged({ code: 'E3', at: 'EV-001' }).falseAlarms).toEqual([{ code: 'E3', at: 'EV-001' }]);
  });

  it('without faults is right for a clean drill', () => {
    const clean = judgeDrill({ faults: [], oddities: [renamed] }, { faults: [], open: [] });

    expect(clean).toEqual({ found: [], elsewhere: [], overlooked: [], falseAlarms: [] });
  });
});

describe('combined faults', () => {
  const locker = aLocker();
  const [first = '', second = ''] = locker.items.map(({ facts }) => facts.itemId);

  it('show at their planted places, in the order of their codes', () => {
    const faulty = plantFaults(locker, [
      { code: 'E11', item: first },
      { code: 'E3', item: second },
    ]);

    expect(faulty?.faults.map(({ code, items }) => [code, items])).toEqual([
      ['E3', [second]],
      ['E11', []],
    ]);
  });

  it('are refused if one hides another or removes its item', () => {
    const together = (a: (typeof ERROR_CODES)[number], b: (typeof ERROR_CODES)[number], item: string) =>
      plantFaults(locker, [
        { code: a, item: first },
        { code: b, item },
      ]);

    expect(together('E1', 'E15', first)).toBeUndefined();
    expect(together('E18', 'E5', first)).toBeUndefined();
    expect(together('E7', 'E5', second)).toBeUndefined();
    expect(together('E1', 'E15', second)).toBeDefined();
    expect(plantFaults(locker, [{ code: 'E1', item: 'EV-999' }])).toBeUndefined();
  });
});

describe('the ten questions', () => {
  it('are the headings of the lesson, word for word and in its order', () => {
    const headings = [...lesson.matchAll(/^## (\d+)\. (.+)$/gm)].map(([, n, words]) => `${n}. ${words}`);

    expect(headings).toHaveLength(10);
    expect(COURT_QUESTIONS.map((id, n) => `${n + 1}. ${messages[`court.${id}`]}`)).toEqual(headings);
  });

  it('are each left open by an error, except the one that no page can answer', () => {
    const open = new Set(ERROR_CODES.flatMap((code) => [...TYPICAL_ERRORS[code].questions]));

    expect(COURT_QUESTIONS.filter((question) => !open.has(question as never))).toEqual(['attribution']);
  });
});

it('lists each error once in the groups of the form', () => {
  expect(Object.values(FAULT_GROUPS).flat().toSorted()).toEqual(ERROR_CODES.toSorted());
});
