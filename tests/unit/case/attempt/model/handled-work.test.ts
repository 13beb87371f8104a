import { describe, expect, it } from 'vitest';
import { handledWork } from '#case/attempt/model/handled-work.ts';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { sayHandled } from '#case/attempt/screens/say-handled.ts';
import { isUntouched } from '#case/exercise/model/handled.ts';
import { wordsOfAll } from '#case/exercise/model/registry.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import type { PolicyName } from '#case/reference-players/use-cases/policy-names.ts';
import type { CourtroomAction } from '#kinds/courtroom/model/play.ts';
import { COURTROOM_TELLS } from '#kinds/courtroom/model/tells.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { theCase } from '../../../../support/builders/the-library.ts';
import { file as courtFile, played as inCourt } from '../../../../support/kinds/courtroom/play-a-court.ts';

/** Short cases in which every kind is played. */
const CASES = [
  'a-room-by-the-mill',
  'find-few-words',
  'follow-the-money',
  'a-week-later',
  'where-the-money-ends',
  'which-measures-first',
  'who-owns-the-sites',
];

function played(id: string, policy: PolicyName) {
  const { material, answers } = theCase(`scenarios/${id}`);
  const log = playCase(material, answers, policy, '2031-03-12T09:00:00.000Z');
  const attempt = replayAttempt(material, log);
  const actions = log.events.flatMap((event) => (event.type === 'exercise.acted' ? [event.action] : []));
  const done = (type: string, by: string) =>
    new Set(actions.flatMap((one) => (one.type === type ? [one[by]] : []))).size;
  return { material, done, work: handledWork(material, attempt, KINDS) };
}
const countOf = ({ work }: ReturnType<typeof played>, id: string) =>
  work.exercises.flatMap(({ counts }) => counts).find((count) => count.id === id);

describe('how much of an attempt was handled', () => {
  it.each(CASES)(
    'is counted and said in words for every exercise of %s, and is nothing where nothing was done',
    (id) => {
      const [all, none] = [played(id, 'oracle'), played(id, 'nothing')];
      const counts = all.work.exercises.flatMap((one) => one.counts);

      expect(isUntouched(all.work)).toBe(false);
      expect(counts.some(({ n }) => n > 0)).toBe(true);
      for (const { n, of = n } of counts) expect(n).toBeLessThanOrEqual(of);
      expect(sayHandled(all.work, wordsOfAll(KINDS.aboutWords))).toHaveLength(
        counts.length + Number(all.work.decisions > 0),
      );
      expect(none.work.exercises.flatMap((one) => one.counts).every(({ n }) => n === 0)).toBe(true);
      expect(isUntouched(none.work)).toBe(none.work.decisions === 0);
    },
  );

  it('agrees with the log', () => {
    const court = played('a-room-by-the-mill', 'oracle');
    expect(countOf(court, 'courtroom.rulings')?.n).toBe(court.done('ruling.signed', 'motion'));
    expect(countOf(court, 'courtroom.rows')?.n).toBe(court.done('row.judged', 'element'));

    const find = played('find-few-words', 'oracle');
    expect(countOf(find, 'detection.ads')?.n).toBe(find.done('ad.judged', 'ad'));
    expect(countOf(find, 'detection.ads')?.of).toBe(
      find.material.market.ads.filter(({ withheld }) => !withheld).length,
    );
  });

  it('counts a signed judgment without a decision separately', () => {
    const ids = (...actions: CourtroomAction[]) => {
      const response = inCourt([...actions, { type: 'judgment.signed' }]);
      return COURTROOM_TELLS.tell(response)
        .handled(courtFile, {} as never)
        .map(({ id }) => id);
    };

    expect(ids()).toContain('courtroom.judgment-bare');
    expect(ids({ type: 'choice.made', question: 'end', option: 'acquit' })).toContain('courtroom.judgment');
  });

  it('is known for every kind that ships', () => {
    expect(KIND_TELLS.kinds()).toEqual(KIND_PLAYS.kinds());
  });

  it('does not count an exercise of an unknown kind as untouched', () => {
    expect(isUntouched({ decisions: 0, exercises: [{ state: 'x', counts: [] }] })).toBe(false);
    expect(isUntouched({ decisions: 1, exercises: [{ state: 'x', counts: [{ id: 'detection.ads', n: 0 }] }] })).toBe(
      false,
    );
  });
});
