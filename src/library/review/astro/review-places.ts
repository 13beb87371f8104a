import { getCollection } from 'astro:content';
import type { RoundCase } from '#library/cases/use-cases/parallel-tests.ts';

/** A text that can be reviewed, with where its statements lie. */
export interface ReviewPlace {
  readonly of: 'case' | 'lesson';
  readonly id: string;
  readonly title: string;
  /** Address of the page itself, from the root of the site. */
  readonly path: string;
  /** Address of its statements: for a case a part of its key. */
  readonly statements: string;
}

/** Every case with a key, and every lesson. */
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
  ];
}
