import { describe, expect, it } from 'vitest';
import { lessonQuestions } from '#learning/track/model/lesson-question.ts';
import { varyQuestion } from '#learning/track/model/vary-question.ts';

const answers = ['one', 'two', 'three'].map((text) => ({ text, right: text === 'two', why: 'Why.' }));
const again = { ask: 'In other words?', answers: answers.map((answer) => ({ ...answer, text: `${answer.text}!` })) };
const [plain, worded] = lessonQuestions('j1', [
  { ask: 'What?', answers },
  { ask: 'What?', answers, again },
]);

describe('a question that comes back', () => {
  it('has all its answers, with the place of each in its wording', () => {
    for (const nth of [0, 1, 2, 3]) {
      const shown = varyQuestion(plain as NonNullable<typeof plain>, nth);
      expect(shown.answers.map(({ text }) => text).sort()).toEqual(['one', 'three', 'two']);
      expect(shown.places.map((place) => answers[place]?.text)).toEqual(shown.answers.map(({ text }) => text));
    }
  });

  it('never has the right answer where it was the time before', () => {
    const placeOfRight = (nth: number) =>
      varyQuestion(plain as NonNullable<typeof plain>, nth).answers.findIndex(({ right }) => right);

    for (const nth of [0, 1, 2, 3, 4]) expect(placeOfRight(nth)).not.toBe(placeOfRight(nth + 1));
    expect(placeOfRight(0)).not.toBe(1);
  });

  it('takes turns with its other wording, and the wording does not make it another question', () => {
    expect([0, 1, 2].map((nth) => varyQuestion(worded as NonNullable<typeof worded>, nth).ask)).toEqual([
      'In other words?',
      'What?',
      'In other words?',
    ]);
    expect(worded?.text).toBe(plain?.text);
  });

  it('is another question when its words change', () => {
    const [changed] = lessonQuestions('j1', [{ ask: 'What now?', answers }]);

    expect(changed?.text).not.toBe(plain?.text);
  });
});
