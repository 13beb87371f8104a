import { getCollection } from 'astro:content';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import type { RoundCase } from '#library/cases/use-cases/parallel-tests.ts';
import { WORDING_SET_IDS } from '#library/content/model/wording-places.ts';
import { sayOfWordings } from '#library/review/screens/say-of-wordings.ts';

/** A text that can be reviewed, with where its statements lie. */
export interface ReviewPlace {
  readonly of: ReviewSubject['of'];
  readonly id: string;
  readonly title: string;
  /** Address of the page itself, from the root of the site; of wordings, that of the signs. */
  readonly path: string;
  /** Address of its statements: for a case a part of its key. */
  readonly statements: string;
}

/** Every case with a key, every lesson, and the wordings of each family of ads. */
export async function reviewPlaces(all: readonly RoundCase[]): Promise<readonly ReviewPlace[]> {
  const lessons = await getCollection('lessons');
  const cases = all.filter(({ answers }) => answers !== undefined);
  return [
    ...cases.map(({ source: { id, title } }) => ({
      of: 'case' as const,
      id,
      title,
      path: `cases/${id}/`,
      statements: `cases/${id}/key/review.json`,
    })),
    ...lessons.map(({ id, data: { title } }) => ({
      of: 'lesson' as const,
      id,
      title,
      path: `learn/${id}/`,
      statements: `facilitate/review/lessons/${id}.json`,
    })),
    ...WORDING_SET_IDS.map((id) => ({
      of: 'wordings' as const,
      id,
      title: sayOfWordings(`title.${id}`),
      path: 'signs/',
      statements: `facilitate/review/wordings/${id}.json`,
    })),
  ];
}
