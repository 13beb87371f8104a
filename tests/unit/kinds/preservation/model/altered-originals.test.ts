import { describe, expect, it } from 'vitest';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { PreservationFacts } from '#kinds/preservation/model/facts.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { scorePreservation } from '#kinds/preservation/model/score.ts';
import { PRESERVATION_SENTENCES } from '#kinds/preservation/model/sentences.ts';
import { FULL, graded, KEY, late, market, PERSON, responseOf, without } from '../../../../support/builders/a-bench.ts';

const ads = KEY.targets.length;
/**
 * The reference player captures the first page again at the end; without that copy the first capture is the only one.
 */
const again = `EV-${String(ads + 1).padStart(3, '0')}`;
const last = FULL.findLast(({ action }) => action.type === 'page.captured')?.seq;
const ONCE = FULL.filter(({ action, seq }) => seq !== last && !('item' in action && action.item === again));
const saved = (item?: string): PreservationAction => ({
  type: 'shortcut.taken',
  shortcut: 'resaved-original',
  ...(item && { item }),
  ...PERSON,
});
const note: PreservationAction = {
  type: 'note.written',
  item: 'EV-001',
  on: 'original',
  text: 'see line 2',
  ...PERSON,
};
const hidden: PreservationAction = { type: 'bystander.redacted', item: 'EV-001', what: 'a number', ...PERSON };

function played(acts: typeof FULL) {
  const { facts } = scorePreservation(responseOf(acts), KEY, { market, world: [], evidence: [] });
  const of = facts as PreservationFacts;
  return { facts: of, said: sentencesFrom(PRESERVATION_SENTENCES, of) };
}
const ids = (acts: typeof FULL) => played(acts).said.map(({ id }) => id);
const states = (acts: typeof FULL) => played(acts).facts.pages.map(({ state }) => state);

describe('an original that was altered', () => {
  it.each([
    ['marked', note, ONCE],
    ['saved', saved('EV-001'), ONCE],
    ['unreadable', hidden, ONCE.filter(({ action }) => action.type !== 'copy.sealed' || action.item !== 'EV-001')],
  ] as const)('%s: names the way, and counts the page as spoiled and not as kept', (how, act, before) => {
    const acts = [...before, late(act)];

    expect(states(before)).toEqual(KEY.targets.map(() => 'kept'));
    expect(states(acts)).toEqual(['spoiled', ...KEY.targets.slice(1).map(() => 'kept')]);
    expect(ids(acts).filter((id) => id.startsWith('never.altered-original'))).toEqual([
      `never.altered-original.${how}`,
    ]);
    expect(ids(acts)).toContain('gate.hash.altered');
    expect(ids(acts)).not.toContain('gate.hash.open');
    expect(ids(acts)).not.toContain('pages.all');
    expect(ids(acts)).not.toContain('record.fixity');
    expect(graded(acts).points.hash).toBeCloseTo((10 * (ads - 1)) / ads, 9);
  });

  it('does not count as verified, whether its hash was read back before or after the alteration', () => {
    const readBack = late({ type: 'hash.verified', item: 'EV-001', sha256: hashOf('EV-001'), ...PERSON }, 1);
    const { said } = played([...ONCE, late(saved('EV-001')), readBack]);

    expect(said.find(({ id }) => id === 'question.changed')?.params).toEqual({ n: ads - 1, sealed: ads, count: ads });
  });

  it('does not affect a later capture; redaction on a working copy alters no original', () => {
    expect(states([...FULL, late(note)])).toEqual(KEY.targets.map(() => 'kept'));
    expect(ids([...ONCE, late(hidden)])).toContain('gate.hash.open');
  });

  it('may be any item in the locker if the log names none', () => {
    expect(states([...ONCE, late(saved())])).toEqual(KEY.targets.map(() => 'spoiled'));
    expect(ids([{ ...late(saved()), seq: 1 }, ...FULL])).toContain('never.altered-original.saved');
    expect(states([{ ...late(saved()), seq: 1 }, ...FULL])).toEqual(KEY.targets.map(() => 'kept'));
  });

  it('is never an item that had been deleted before', () => {
    const gone = late({ type: 'item.deleted', item: 'EV-001', purpose: 'no use', ...PERSON });

    expect(played([...without(() => false), gone, late(note, 1)]).facts.altering).toMatchObject([{ items: [] }]);
  });
});

function hashOf(item: string): string {
  return responseOf(FULL).items.find((one) => one.item === item)?.sha256 ?? '';
}
