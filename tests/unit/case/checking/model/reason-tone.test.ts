import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkReasons } from '#case/checking/model/check-reasons.ts';
import { decisionsWithRatings } from '#case/checking/model/decisions-with-ratings.ts';
import { reasonTone } from '#case/checking/model/reason-tone.ts';
import { createReport } from '#case/checking/model/report.ts';
import type { Scenario } from '#case/language/model/schemas.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import { PROJECT } from '../../../../support/builders/the-library.ts';

const CASES = PROJECT.list('scenarios').flatMap((id) => {
  const [scenario, key] = ['scenario', 'key'].map((name) => PROJECT.read(`scenarios/${id}/${name}.yaml`));
  return scenario && key ? [{ source: parse(scenario) as Scenario, key: parse(key) as AnswerKey }] : [];
});

const asked = (source: Scenario, key: AnswerKey) => {
  const { issues, report } = createReport();
  checkReasons(decisionsWithRatings(source, key), key, report);
  return issues;
};

/** The key with the reasons of these two options exchanged. */
function exchanged(key: AnswerKey, id: string, one: string, other: string): AnswerKey {
  const changed = structuredClone(key);
  const options = changed.decisions[id]?.options ?? {};
  const [a, b] = [options[one], options[other]];
  if (a && b) [a.reason, b.reason] = [b.reason, a.reason];
  return changed;
}

describe('the tone of a reason', () => {
  it.each([
    ['The person can decide what happens next.', 1],
    ['The person may be punished for it.', -1],
    ['Nobody is put in danger by it.', 1],
    ['It is far from here.', 0],
  ])('leans as its words do: %s', (reason, sign) => {
    expect(Math.sign(reasonTone(reason))).toBe(sign);
  });

  it('goes with the rating in each decision that is shipped', () => {
    expect(CASES.flatMap(({ source, key }) => asked(source, key))).toEqual([]);
  });

  it('gives away more than half of the reasons that are exchanged between a good and a harmful option', () => {
    const found = CASES.flatMap(({ source, key }) =>
      Object.entries(key.decisions).flatMap(([id, { options }]) => {
        const rated = (...ratings: string[]) =>
          Object.keys(options).filter((option) => ratings.includes(options[option]?.rating ?? ''));
        return rated('good').flatMap((good) =>
          rated('harmful', 'red').map((harmful) => asked(source, exchanged(key, id, good, harmful)).length > 0),
        );
      }),
    );

    expect(found.length).toBeGreaterThan(100);
    expect(found.filter(Boolean).length).toBeGreaterThan(found.length / 2);
  });
});
