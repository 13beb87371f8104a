import { describe, expect, it } from 'vitest';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { lessonSubject } from '#learning/lessons/use-cases/lesson-subject.ts';
import { checkLessonReviews } from '#library/content/use-cases/review-sets.ts';
import { checkWordingReviews } from '#library/content/use-cases/wording-reviews.ts';
import type { ReviewForm } from '#library/review/model/review-form.ts';
import { sayOfWordings } from '#library/review/screens/say-of-wordings.ts';
import { caseSubjectIn } from '#library/review/use-cases/review-subjects.ts';
import { takeReview } from '#library/review/use-cases/take-review.ts';
import { wordingsSubject } from '#library/review/use-cases/wordings-subject.ts';
import { isReviewed } from '#safety/content/model/is-reviewed.ts';
import { ReviewSchema } from '#safety/content/model/schemas.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { loadRich, RICH_FILES, RICH_KEY, RICH_REVIEW, RICH_SCENARIO } from '../../../../support/builders/rich-case.ts';

const REVIEW = 'scenarios/rich-case/review.yaml';
const NOTE = '# Set by real reviewers only.\n';
const RICH = {
  [RICH_FILES.scenario]: RICH_SCENARIO,
  [RICH_FILES.key]: RICH_KEY,
  [REVIEW]: NOTE + RICH_REVIEW,
};
const files = projectWith(RICH);
const subject = caseSubjectIn(files, 'rich-case', KINDS) as ReviewSubject;
const lesson = lessonSubject(files, 'j1') as ReviewSubject;

const formOf = ({ of, id, textHash, statements }: ReviewSubject, change: Partial<ReviewForm> = {}): ReviewForm => ({
  schema: 'review-form/2',
  of,
  id,
  textHash,
  aspect: 'law',
  by: 'A prosecutor',
  consent: true,
  on: '2031-03-12',
  statements: statements.map((statement) => ({ id: statement.id, verdict: 'agree' })),
  ...change,
});
const SUBJECTS = {
  case: (project: ProjectFiles, id: string) => caseSubjectIn(project, id, KINDS),
  lesson: lessonSubject,
  wordings: (project: ProjectFiles, id: string) => wordingsSubject(project, id, sayOfWordings),
};
const take = (form: unknown, project = files) => takeReview(JSON.stringify(form), project, SUBJECTS);
const why = (form: unknown) => {
  const taken = take(form);
  return taken.ok ? 'taken' : taken.refusal.why;
};
const reviewIn = (text: string) => {
  const yaml = readYaml(text, REVIEW);
  return ReviewSchema.parse(yaml.ok ? yaml.value.value : undefined);
};

describe('a case for its reviewers', () => {
  it('states each principle and each option with its rating and reason', () => {
    expect(subject.statements.map(({ id }) => id)).toEqual([
      'text',
      ...['word', 'word.a', 'word.b', 'word.c', 'word.d'],
      ...['wait', 'wait.ring'],
    ]);
    expect(subject.statements[3]).toMatchObject({ rating: 'red', reason: 'It names the police.' });
  });

  it('has the hash to which the checker binds a review, and another one when a rating changes', () => {
    const loaded = loadRich();
    const other = projectWith({ ...RICH, [RICH_FILES.key]: RICH_KEY.replace('rating: harmful', 'rating: acceptable') });

    expect(loaded.ok && loaded.value.textHash).toBe(subject.textHash);
    expect(caseSubjectIn(other, 'rich-case', KINDS)?.textHash).not.toBe(subject.textHash);
  });
});

it('an exercise without a decision has a statement too, and says that its material and answers are not in the form', () => {
  const find = caseSubjectIn(files, 'find-few-words', KINDS);

  expect(find?.statements.map(({ id }) => id)).toEqual(['text']);
  expect(find?.leftOut).toHaveLength(1);
  expect(subject.leftOut).toEqual(['Read for the line', 'Read the market']);
});

describe('a lesson for its reviewers', () => {
  it('has every measure of its work with its rating and reason', () => {
    const work = lessonSubject(files, 'j4')?.statements.filter(({ kind }) => kind === 'work') ?? [];

    expect(work).toHaveLength(13);
    for (const { rating, reason } of work) expect([rating, reason]).not.toContain(undefined);
  });

  it('leaves out a source without a statement, and keeps one with a statement', () => {
    const said = lessonSubject(files, 'j4')?.statements.filter(({ kind }) => kind === 'citation') ?? [];
    const place = swap('article 30. Not read; unverified.', 'article 30. It asks for a screen.');
    const other = lessonSubject(projectWith({ 'content/en/lessons/j4.mdx': place }), 'j4')?.statements ?? [];

    expect(said.filter(({ text }) => /Not (?:read|reached)/.test(text))).toEqual([]);
    expect(said.length).toBeGreaterThan(2);
    expect(other).toHaveLength((lessonSubject(files, 'j4')?.statements.length ?? 0) + 1);
  });
});

describe('a signed form', () => {
  it('becomes the review of its aspect; notes and other aspects stay', () => {
    const taken = take(formOf(subject));
    if (!taken.ok) throw new Error(taken.refusal.why);
    const review = reviewIn(taken.text);

    expect(taken).toMatchObject({ path: REVIEW, replaced: undefined });
    expect(taken.text.startsWith(NOTE)).toBe(true);
    expect(review.law).toMatchObject({ status: 'reviewed', by: 'A prosecutor', textHash: subject.textHash });
    expect([review.safety.status, review.support.status]).toEqual(['not-reviewed', 'not-reviewed']);
    expect(loadRich({ [REVIEW]: taken.text })).toMatchObject({ ok: true, value: { reviewed: false } });
  });

  it('makes a case reviewed only with all three aspects and without a dispute', () => {
    const takeAll = (disputed?: string) =>
      (['safety', 'support', 'law'] as const).reduce((text, aspect) => {
        const statements = subject.statements.map(({ id }) =>
          id === disputed
            ? { id, verdict: 'dispute' as const, why: 'The rule differs.' }
            : { id, verdict: 'agree' as const },
        );
        const taken = take(formOf(subject, { aspect, statements }), projectWith({ ...RICH, [REVIEW]: text }));
        if (!taken.ok) throw new Error(taken.refusal.why);
        return taken.text;
      }, RICH_REVIEW);

    expect(loadRich({ [REVIEW]: takeAll() })).toMatchObject({ ok: true, value: { reviewed: true } });
    expect(loadRich({ [REVIEW]: takeAll('word.b') })).toMatchObject({ ok: true, value: { reviewed: false } });
    expect(reviewIn(takeAll('word.b')).law).toMatchObject({
      disputes: [{ statement: 'word.b', why: 'The rule differs.' }],
    });
    expect(isReviewed(reviewIn(takeAll()), 'another text')).toBe(false);
  });

  it('leaves a statement that its reviewer cannot judge to the other aspects', () => {
    const takeAll = (law: readonly string[], others: readonly string[]) =>
      (['safety', 'support', 'law'] as const).reduce((text, aspect) => {
        const unsaid = aspect === 'law' ? law : others;
        const statements = subject.statements.map(({ id }) => ({
          id,
          verdict: unsaid.includes(id) ? ('cannot-say' as const) : ('agree' as const),
        }));
        const taken = take(formOf(subject, { aspect, statements }), projectWith({ ...RICH, [REVIEW]: text }));
        if (!taken.ok) throw new Error(taken.refusal.why);
        return taken.text;
      }, RICH_REVIEW);
    const isWhole = (text: string) => isReviewed(reviewIn(text), subject.textHash);

    expect(reviewIn(takeAll(['word.a'], [])).law).toMatchObject({
      what: 'Form on 8 statements, 7 agreed, 0 disputed, 1 not judged.',
      unjudged: ['word.a'],
    });
    expect(isWhole(takeAll(['word.a'], []))).toBe(true);
    expect(isWhole(takeAll(['word.a'], ['word.a']))).toBe(false);
    const none = subject.statements.map(({ id }) => ({ id, verdict: 'cannot-say' as const }));
    expect(why(formOf(subject, { statements: none }))).toBe('nothing-judged');
  });

  it('is also accepted in its first version', () => {
    expect(why({ ...formOf(subject), schema: 'review-form/1' })).toBe('taken');
  });

  it('names the review that it replaces', () => {
    const first = take(formOf(subject));
    if (!first.ok) throw new Error(first.refusal.why);
    const second = take(formOf(subject, { by: 'A judge' }), projectWith({ ...RICH, [REVIEW]: first.text }));

    expect(second).toMatchObject({ ok: true, replaced: 'A prosecutor, 2031-03-12' });
  });

  it('of a lesson makes a review of its own, which is void once the lesson changes', () => {
    const taken = take(formOf(lesson));
    if (!taken.ok) throw new Error(taken.refusal.why);
    const place = 'content/reviews/lessons/j1.yaml';
    const reviews = (edits: Parameters<typeof projectWith>[0]) =>
      checkLessonReviews(projectWith({ [place]: taken.text, ...edits })).map(({ code }) => code);

    expect(taken.path).toBe(place);
    expect(reviews({})).toEqual([]);
    expect(reviews({ 'content/en/lessons/j1.mdx': swap('Ten questions show', 'Ten good questions show') })).toEqual([
      'review.text-changed',
    ]);
    expect(reviews({ 'content/en/lessons/j1.mdx': undefined })).toEqual(['file.missing']);
  });
});

describe('a signed form of wordings', () => {
  const place = 'content/reviews/wordings/groups.yaml';
  const form = formOf(wordingsSubject(files, 'groups', sayOfWordings) as ReviewSubject, { aspect: 'support' });

  it('becomes the review of its family, which is valid until a wording changes', () => {
    const taken = take(form);
    if (!taken.ok) throw new Error(taken.refusal.why);
    const reviews = (edits: Parameters<typeof projectWith>[0]) =>
      checkWordingReviews(projectWith({ [place]: taken.text, ...edits })).map(({ code }) => code);

    expect(taken.path).toBe(place);
    expect(reviewIn(taken.text)).toMatchObject({ of: 'wordings groups', support: { status: 'reviewed' } });
    expect(reviews({})).toEqual([]);
    expect(reviews({ 'content/genres/en/lift.yaml': swap('petrol in cash on the day', 'cash on the day') })).toEqual([
      'review.text-changed',
    ]);
  });

  it('is refused once a wording of assessed markets has changed, and of a family that is not there', () => {
    const other = projectWith({ 'content/genres/en/lift.yaml': swap('fuel halved, coins', 'fuel shared, coins') });

    expect(takeReview(JSON.stringify(form), other, SUBJECTS)).toMatchObject({ refusal: { why: 'other-text' } });
    expect(why({ ...form, id: 'social' })).toBe('no-such-text');
  });
});

describe('a refused file', () => {
  const [first, ...others] = formOf(subject).statements;

  it.each([
    ['not-json', '{"schema":'],
    ['not-form', '[]'],
    ['not-form', JSON.stringify({ ...formOf(subject), more: 1 })],
    ['not-form', JSON.stringify(formOf(subject, { id: '../../key' }))],
    ['newer', JSON.stringify({ ...formOf(subject), schema: 'review-form/3' })],
    ['too-large', JSON.stringify(formOf(subject, { by: 'x'.repeat(1_000_001) }))],
  ])('is %s', (fault, written) => {
    expect(takeReview(written, files, SUBJECTS)).toMatchObject({ ok: false, refusal: { why: fault } });
  });

  it('is unsigned without a name or role in one line, or without consent', () => {
    for (const by of ['', '   ', 'A judge\nstatus: reviewed', 'x'.repeat(121)])
      expect(why(formOf(subject, { by }))).toBe('unsigned');
    expect(why(formOf(subject, { consent: false }))).toBe('unsigned');
  });

  it('is of another text, an unknown text, or an incomplete form', () => {
    expect(why(formOf(subject, { textHash: lesson.textHash }))).toBe('other-text');
    expect(why(formOf(subject, { id: 'no-such-case' }))).toBe('no-such-text');
    expect(why(formOf(subject, { of: 'lesson' }))).toBe('no-such-text');
    expect(why(formOf(subject, { statements: others }))).toBe('unanswered');
    expect(why(formOf(subject, { statements: [...others, ...others, ...(first ? [first] : [])] }))).toBe('twice');
    expect(why(formOf(subject, { statements: [...others, { id: 'elsewhere', verdict: 'agree' }] }))).toBe(
      'unknown-statement',
    );
    expect(why(formOf(subject, { statements: [...others, { id: 'text', verdict: 'dispute' }] }))).toBe('no-reason');
  });

  it('never changes a review that cannot be read', () => {
    const broken = projectWith({ ...RICH, [REVIEW]: 'schema: review/1\nof: x\nlaw: yes\n' });

    expect(take(formOf(subject), broken)).toMatchObject({ ok: false, refusal: { why: 'review-unreadable' } });
  });
});
