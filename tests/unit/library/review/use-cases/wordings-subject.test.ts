import { describe, expect, it } from 'vitest';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import { WORDING_SET_IDS, WORDING_SETS } from '#library/content/model/wording-places.ts';
import { DOUBTS } from '#library/review/model/wording-doubts.ts';
import { sayOfWordings } from '#library/review/screens/say-of-wordings.ts';
import { wordingsOnPaper } from '#library/review/screens/wordings-on-paper.ts';
import { wordingsSubject } from '#library/review/use-cases/wordings-subject.ts';
import type { Half, WrittenGenres } from '#market/posts/model/genre-schemas.ts';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';
import words from '#words/library/wordings.json' with { type: 'json' };
import { projectWith } from '../../../../support/builders/project-with.ts';
import { PROJECT } from '../../../../support/builders/the-library.ts';

const HALVES: readonly Half[] = ['practice', 'assessment'];
const subjectOf = (id: string, half?: Half) => wordingsSubject(PROJECT, id, sayOfWordings, half) as ReviewSubject;
const loaded = loadGenres(PROJECT);
const GENRES = (loaded.ok ? loaded.value : undefined) as WrittenGenres;
const FORMS = WORDING_SET_IDS.flatMap((id) => HALVES.map((half) => [id, half, subjectOf(id, half)] as const));

/** Every wording of a half of a family that is authored below `signs` or `alike`, without tags and facts. */
function authored(id: (typeof WORDING_SET_IDS)[number], half: Half): string[] {
  const family = WORDING_SETS[id];
  const own = { genres: GENRES.genres.filter((one) => one.family === family), form: GENRES.families[family].form };
  return [...stringsIn(own)]
    .filter(({ path }) => path.includes(half) && (path.includes('signs') || path.includes('alike')))
    .map(({ text }) => text.replace(/^(?:\[[^\]]+\] *)+/, ''));
}
const inBrackets = (text: string) => text.replaceAll(/[{[][^\]}]*[\]}]/g, '[]');

describe('the wordings of a family for their reviewers', () => {
  it.each(FORMS)('%s, %s: states each authored wording, and a statement has its id alone', (id, half, subject) => {
    const text = inBrackets(subject.statements.map((one) => one.text).join('\n'));
    const all = authored(id, half);
    const ids = subject.statements.map((one) => one.id);

    expect(all.length).toBeGreaterThan(300);
    expect(all.filter((line) => !text.includes(inBrackets(line)))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(FORMS)('%s, %s: names a wording once in its statement', (_, __, { statements }) => {
    for (const { id, text } of statements.filter(({ kind }) => kind === 'wordings')) {
      const lines = text.split('\n').filter((line) => line.startsWith('– '));
      expect([id, lines.filter((line, n) => lines.indexOf(line) < n)]).toEqual([id, []]);
      expect(lines.length).toBeGreaterThan(0);
    }
  });

  it.each(WORDING_SET_IDS)('%s: the form of the site has no wording of assessed markets', (id) => {
    const shown = new Set(
      subjectOf(id)
        .statements.flatMap(({ text }) => text.split('\n'))
        .map((line) => inBrackets(line.replace(/^– /, ''))),
    );
    const own = new Set(authored(id, 'practice').map(inBrackets));

    expect(
      authored(id, 'assessment')
        .map(inBrackets)
        .filter((line) => !own.has(line) && shown.has(line)),
    ).toEqual([]);
  });

  it('has plain words for each genre, fact, field and sign', () => {
    const facts = FORMS.flatMap(([, , { statements }]) =>
      statements.flatMap(({ text }) => text.match(/\[[^\]]*\]/g) ?? []),
    );
    const named = new Set<string>(Object.values(words).map((text) => `[${text}]`));
    const genres = GENRES.genres.map(({ genre }) => `genre.${genre}`);

    expect([...new Set(facts)].filter((fact) => !named.has(fact))).toEqual([]);
    expect(genres.filter((key) => !Object.hasOwn(words, key))).toEqual([]);
    for (const [, , { statements }] of FORMS)
      for (const { kind, about, sources } of statements) {
        if (kind === 'wordings') expect([about, sources.length > 0]).toEqual([about, true]);
        if (kind !== 'text') expect(about).toMatch(/^(?:Sign|Trap|Protective cue) “.+”/);
        expect(about).not.toMatch(/“[a-z]/);
      }
  });

  it('says of a talk who writes which line, and which genres alone have a wording', () => {
    const comments = subjectOf('jobs').statements.find(({ id }) => id === 'lj-upfront-fee.comment');
    const lines = subjectOf('services').statements.find(({ id }) => id === 'no-limits-offer.line');

    expect(comments?.text).toContain('– Somebody: “what does it cost?” The advertiser: “[fee] for the registration”');
    expect(lines?.text.split('\n')[0]).toBe(
      'Only in: bare line in a list, text of a profile, small ad of one person, ad of somebody on a tour',
    );
  });

  it('asks each doubt of the authors in some form, after the wordings that it is about', () => {
    const asked = WORDING_SET_IDS.flatMap((id) => {
      const { statements } = subjectOf(id);
      return statements.flatMap((one, n) => (one.kind === 'doubt' ? [{ ...one, before: statements[n - 1] }] : []));
    });

    expect(DOUBTS).toHaveLength(7);
    expect(new Set(asked.map(({ id }) => id))).toEqual(new Set(DOUBTS.map(({ id }) => `doubt.${id}`)));
    for (const { id, text, before } of asked) {
      expect(text).toMatch(/\?$/);
      const doubt = DOUBTS.find((one) => id === `doubt.${one.id}`);
      expect(before?.id.startsWith(`${doubt?.indicator}.`)).toBe(true);
    }
  });

  it('has one hash for both halves, and says which half is not in the form', () => {
    for (const id of WORDING_SET_IDS) {
      const [practice, assessment] = HALVES.map((half) => subjectOf(id, half));
      expect(practice?.textHash).toBe(assessment?.textHash);
      expect(practice?.leftOut).toContain('the wordings of assessed markets');
      expect(assessment?.leftOut).toContain('the wordings of practice markets');
    }
  });

  it('is not there for another family, and where genres cannot be read', () => {
    expect(wordingsSubject(PROJECT, 'social', sayOfWordings)).toBeUndefined();
    const broken = projectWith({ 'content/genres/en/solo.yaml': 'genre: solo\n' });
    expect(wordingsSubject(broken, 'services', sayOfWordings)).toBeUndefined();
  });
});

describe('the form on paper', () => {
  it.each(FORMS)(
    '%s, %s: has every statement with its number, and no mark that Markdown would take',
    (_, half, subject) => {
      const paper = wordingsOnPaper(subject, half);

      expect(paper.match(/^## \d+\. /gm)).toHaveLength(subject.statements.length);
      expect(paper).toContain(subject.textHash);
      expect(paper.includes('do not publish')).toBe(half === 'assessment');
      expect(paper).not.toMatch(/(?<!\\)[*_`<>]/);
    },
  );
});
