import { type CollectionEntry, getCollection } from 'astro:content';
import { lessonFile } from '#library/content/use-cases/review-sets.ts';
import { LESSON_ORDER, type LessonReader } from './lesson-order.ts';

/** A lesson with its place among the others. */
export interface PlacedLesson {
  readonly lesson: CollectionEntry<'lessons'>;
  readonly reader: LessonReader;
}

/** All lessons in the order in which they are read. */
export async function lessonsInOrder(): Promise<readonly PlacedLesson[]> {
  const all = await getCollection('lessons');
  return LESSON_ORDER.map(({ id, reader }) => {
    const lesson = all.find((entry) => entry.id === id);
    if (!lesson) throw new Error(`${lessonFile(id)} is missing. Write it, or take it out of LESSON_ORDER.`);
    return { lesson, reader };
  });
}

/** The lessons for one kind of reader, in their order. */
export async function lessonsFor(reader: LessonReader): Promise<readonly CollectionEntry<'lessons'>[]> {
  return (await lessonsInOrder()).filter((placed) => placed.reader === reader).map(({ lesson }) => lesson);
}
