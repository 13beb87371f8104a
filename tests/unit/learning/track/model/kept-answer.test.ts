import { describe, expect, it } from 'vitest';
import { presentAnswer } from '#learning/track/model/answer-format.ts';
import { answersTo, type KeptAnswer } from '#learning/track/model/kept-answer.ts';
import { askedQuestion, lessonQuestions } from '#learning/track/model/lesson-question.ts';

const answers = ['one', 'two', 'three'].map((text) => ({ text, right: text === 'two', why: 'Why.' }));
const again = {
  ask: 'In other words?',
  answers: answers.map((answer) => ({ ...answer, right: answer.text === 'three' })),
};
const asked = lessonQuestions('j1', [{ ask: 'What?', answers, again }]).map(askedQuestion);
const given = (day: string, chosen: number, more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  schema: 'answer/2',
  id: day,
  question: 'j1.1',
  text: asked[0]?.text ?? '',
  chosen,
  wall: `2031-03-${day}T10:00:00Z`,
  ...more,
});
const rights = (...all: readonly KeptAnswer[]) => answersTo(all, asked).map(({ right }) => right);

describe('whether an answer is right', () => {
  it('follows from its place and the lesson, whatever a file claims', () => {
    const claimed = { ...given('01', 0), schema: 'answer/1' as const, right: true };

    expect(rights(given('01', 1))).toEqual([true]);
    expect(rights(presentAnswer(claimed))).toEqual([false]);
    expect(rights({ ...given('01', 0), right: true } as KeptAnswer)).toEqual([false]);
  });

  it('follows from the wording in which the question came back', () => {
    expect(rights(given('03', 2, { again: true, wording: 'other' }))).toEqual([true]);
    expect(rights(given('03', 2, { again: true, wording: 'first' }))).toEqual([false]);
  });

  it('is known of answers that were kept before the wording was: other words at every first and third return', () => {
    const before = ['03', '05', '08'].map((day, n) => given(day, n === 1 ? 1 : 2, { again: true }));

    expect(rights(given('01', 0), ...before)).toEqual([false, true, true, true]);
  });
});
