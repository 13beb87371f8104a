import { type CollectionEntry, getCollection } from 'astro:content';
import { LESSON_ORDER, type LeadsTo } from './lesson-order.ts';

/** A lesson with its place among the others. */
export interface PlacedLesson {
  readonly lesson: CollectionEntry<'lessons'>;
  readonly task: string;
  readonly leadsTo: LeadsTo;
}

/** All lessons in the order in which they are read. */
export async function lessonsInOrder(): Promise<readonly PlacedLesson[]> {
  const all = await getCollection('lessons');
  return LESSON_ORDER.map(({ id, task, leadsTo }) => {
    const lesson = all.find((entry) => entry.id === id);
    if (!lesson) throw new Error(`content/en/lessons/${id}.mdx is missing. Write it, or take it out of LESSON_ORDER.`);
    return { lesson, task, leadsTo };
  });
}

/** The lessons that lead to one place, in their order. */
export async function lessonsFor(place: LeadsTo): Promise<readonly CollectionEntry<'lessons'>[]> {
  return (await lessonsInOrder()).filter(({ leadsTo }) => leadsTo === place).map(({ lesson }) => lesson);
}
