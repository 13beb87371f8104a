import { describe, expect, it } from 'vitest';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import { translator } from '#i18n/translator.ts';
import { RUNGS } from '#kinds/platform-test/model/ladder.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { caseSubjectIn } from '#library/review/use-cases/review-subjects.ts';
import { CLAIM_IDS } from '#market/platforms/model/claims.ts';
import { INTERVIEW_QUESTIONS } from '#market/platforms/model/tested-platform.ts';
import words from '#words/kinds/platform-test/review.json' with { type: 'json' };
import screen from '#words/kinds/platform-test.json' with { type: 'json' };
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, PROJECT } from '../../../../support/builders/the-library.ts';

const CASE = 'six-weeks-six-platforms';
const { statements, textHash, leftOut } = caseSubjectIn(PROJECT, CASE, KINDS) as ReviewSubject;
const t = translator(words);
const said = words as Readonly<Record<string, string>>;
const shown = screen as Readonly<Record<string, string>>;
const own = statements.filter(({ id }) => id.startsWith('checkathon.'));
const wordsOf = (id: string) => {
  const answer = own.find((one) => one.id === id)?.answer;
  return answer ? t(`answer.${answer.id}` as keyof typeof words, answer.params) : '';
};

describe('the form of a test of platforms', () => {
  it('states each question, each rule of the ladder and each platform once, and leaves nothing out', () => {
    const ids = own.map(({ id }) => id);
    const wanted = [
      ...INTERVIEW_QUESTIONS.map((id) => `checkathon.question.${id}`),
      ...RUNGS.map(({ claim }) => `checkathon.rung.${claim}`),
      ...(LIBRARY.platforms.get('BUY')?.tested ?? []).map(({ id }) => `checkathon.platform.${id}`),
    ];

    for (const id of wanted) expect(ids, id).toContain(id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(leftOut).toEqual([]);
  });

  it('has words for each, without an unfilled placeholder', () => {
    for (const { topic, id } of own) {
      expect(said[`topic.${topic}`], topic).toBeDefined();
      expect(wordsOf(id), id).toMatch(/\.|"$/);
      expect(wordsOf(id), id).not.toMatch(/[{}]/);
    }
  });

  it('asks and answers in the words of the exercise, and gives every chance of a platform', () => {
    for (const id of INTERVIEW_QUESTIONS)
      for (const part of [`question.${id}`, `said.${id}.evasive`, `said.${id}.honest`])
        expect(wordsOf(`checkathon.question.${id}`)).toContain(shown[part]);
    for (const { id, hidden } of LIBRARY.platforms.get('BUY')?.tested ?? [])
      for (const claim of CLAIM_IDS)
        expect(wordsOf(`checkathon.platform.${id}`)).toContain(`${shown[`short.${claim}`]} ${hidden.chances[claim]}`);
  });

  it('has another hash if a value of a platform changes', () => {
    const file = 'content/platforms/buy/four-towns.yaml';
    const other = caseSubjectIn(projectWith({ [file]: swap('repost: 5', 'repost: 4') }), CASE, KINDS);

    expect(other?.textHash).not.toBe(textHash);
    const loaded = loadCase(PROJECT, `scenarios/${CASE}`, LIBRARY);
    expect(loaded.ok ? loaded.value.textHash : undefined).toBe(textHash);
  });
});
