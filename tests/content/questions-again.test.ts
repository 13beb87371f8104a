import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { PROJECT } from '../support/builders/the-library.ts';

const wording = z.object({
  ask: z.string(),
  answers: z.array(z.object({ text: z.string(), right: z.boolean(), why: z.string() })),
});
const HeadSchema = z.object({ questions: z.array(wording.extend({ again: wording.optional() })) });
type Wording = z.output<typeof wording>;

/** Lessons of the tracks for prosecutors and judges, and the two of the other track that both have. */
const LESSONS = [
  'j1',
  'j2',
  'j3',
  'j4',
  'j5',
  'j6',
  't11',
  't12',
  't13',
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `p${n}`),
];
/** Questions of a lesson that come back in other words. */
const MIN_QUESTIONS = 3;

const READ = LESSONS.map((id) => {
  const path = `content/en/lessons/${id}.mdx`;
  const text = PROJECT.read(path) ?? '';
  const yaml = readYaml(/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '', path);
  return { id, text, questions: HeadSchema.parse(yaml.ok ? yaml.value.value : undefined).questions };
});
const AGAIN = READ.flatMap(({ id, text, questions }) =>
  questions.flatMap(({ again, ...first }, n) => (again ? [{ at: `${id}.${n + 1}`, text, first, again }] : [])),
);

const rightAt = ({ answers }: Wording) => answers.findIndex(({ right }) => right);
const lengths = ({ answers }: Wording) => answers.map(({ text }) => text.length);
/** Whether the right answer alone is the longest (1), or the shortest (-1). */
const isEdge = (one: Wording, sign: 1 | -1) => {
  const own = (lengths(one)[rightAt(one)] ?? 0) * sign;
  return lengths(one).every((length, n) => n === rightAt(one) || length * sign < own);
};
const words = ({ ask, answers }: Wording) => [ask, ...answers.flatMap(({ text, why }) => [text, why])].join(' ');

/** What a wording rests on by name: an article of a text, or a case or text that sources are called by. */
const namedIn = (text: string) =>
  [...text.matchAll(/\barticle \d+(?:\(\d+\))*|\b(?:Second Protocol|Krachunova|Palermo)\b/gi)].map(([name]) =>
    name.toLowerCase(),
  );

describe('a question that comes back', () => {
  it.each(READ)('$id has other words for three questions at least', ({ questions }) => {
    expect(questions.filter(({ again }) => again).length).toBeGreaterThanOrEqual(MIN_QUESTIONS);
  });

  it.each(AGAIN)('$at is another story with one right answer', ({ first, again }) => {
    expect(again.answers.filter(({ right }) => right)).toHaveLength(1);
    expect(again.answers).toHaveLength(first.answers.length);
    expect(again.ask).not.toBe(first.ask);
    const told = new Set(first.answers.map(({ text }) => text));
    expect(again.answers.filter(({ text }) => told.has(text))).toEqual([]);
  });

  it('stands on the same sources: it names no text that the lesson does not name', () => {
    const strange = AGAIN.flatMap(({ at, text, again }) => {
      const known = new Set(namedIn(text.replace(words(again), '')));
      return namedIn(words(again))
        .filter((name) => !known.has(name))
        .map((name) => `${at}: ${name}`);
    });

    expect(strange).toEqual([]);
    expect(namedIn('So says Article 12(6), as in Krachunova.')).toEqual(['article 12(6)', 'krachunova']);
  });

  it('has its right answer at another letter, in nearly every lesson but the first', () => {
    const same = AGAIN.filter(({ first, again }) => rightAt(first) === rightAt(again)).map(({ at }) => at);

    expect(same.filter((at) => !at.startsWith('j1.'))).toEqual([]);
  });

  it('is not answered by the length of its options, nor by their place', () => {
    const others = AGAIN.filter(({ at }) => !at.startsWith('j1.')).map(({ again }) => again);
    const share = (is: (one: Wording) => boolean) => others.filter(is).length / others.length;

    expect(share((one) => isEdge(one, 1))).toBeLessThanOrEqual(0.4);
    expect(share((one) => isEdge(one, -1))).toBeLessThanOrEqual(0.4);
    for (const place of [0, 1, 2]) expect(share((one) => rightAt(one) === place)).toBeLessThanOrEqual(0.5);
    for (const one of others) expect(Math.max(...lengths(one)) / Math.min(...lengths(one))).toBeLessThan(1.3);
  });

  it('would be answered by length if each right answer had some more words', () => {
    const wordy = ({ answers, ...one }: Wording): Wording => ({
      ...one,
      answers: answers.map((answer) => (answer.right ? { ...answer, text: `${answer.text} And so on.` } : answer)),
    });
    const found = AGAIN.map(({ again }) => wordy(again)).filter((one) => isEdge(one, 1));

    expect(found.length / AGAIN.length).toBeGreaterThan(0.4);
  });
});
