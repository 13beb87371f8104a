import { describe, expect, it } from 'vitest';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { PUBLIC_PART, type PublicPart } from '#case/parts/use-cases/case-parts.ts';
import { answerParts } from '#case/play/use-cases/open-answers.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { codedExercises } from '#kinds/mapping/model/coded-exercises.ts';
import { SECOND_CODER_PART } from '#kinds/mapping/model/play.ts';
import { simulateSecondCoder } from '#kinds/mapping/model/simulate-second-coder.ts';
import { openSecondCoder } from '#kinds/mapping/use-cases/open-second-coder.ts';
import { caseFiles } from '#library/cases/use-cases/case-files.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { LIBRARY, theCase } from '../../../../support/builders/the-library.ts';

const { material, caseAnswers, answers } = theCase('scenarios/who-owns-the-sites');
const FILES = caseFiles(material, caseAnswers, LIBRARY.catalogue);
const part = FILES.get(PUBLIC_PART) as PublicPart;
const log = playCase(material, answers, 'oracle', 'wall');
const comparedAt = log.events.findIndex(
  (event) => event.type === 'exercise.acted' && event.action.type === 'codes.compared',
);
const attemptAt = (count: number) => replayAttempt(material, { ...log, events: log.events.slice(0, count) });

function aLoader() {
  const asked: string[] = [];
  const load = async (name: string) => {
    asked.push(name);
    return FILES.get(name);
  };
  return { asked, load };
}

describe('the second coder', () => {
  it('is not opened before the first coder is done', async () => {
    const parts = aLoader();
    await expect(openSecondCoder(parts, part, attemptAt(comparedAt), 'map')).rejects.toThrow('Compare the codes first');
    expect(parts.asked).toEqual([]);
  });

  it('then discloses all their codes, and nothing else of the truth', async () => {
    const parts = aLoader();
    const [coded] = codedExercises(material.scenario);
    const signs = coded?.[1].signs ?? [];
    expect(signs).toHaveLength(6);
    expect(await openSecondCoder(parts, part, attemptAt(comparedAt + 1), 'map')).toEqual(
      simulateSecondCoder(answers.truth, signs),
    );
    expect(parts.asked).toEqual([SECOND_CODER_PART]);
    expect(Object.keys(FILES.get(SECOND_CODER_PART) as object)).toEqual([
      'schema',
      'scenarioHash',
      'marketId',
      'codes',
    ]);
  });

  it('is among the prefetched parts only in a case with a coding task', () => {
    const other = theCase('scenarios/one-person-or-three');
    const files = caseFiles(other.material, other.caseAnswers, LIBRARY.catalogue);
    expect(answerParts(part, KINDS)).toContain(SECOND_CODER_PART);
    expect(answerParts(files.get(PUBLIC_PART) as PublicPart, KINDS)).not.toContain(SECOND_CODER_PART);
    expect(files.has(SECOND_CODER_PART)).toBe(false);
  });
});
