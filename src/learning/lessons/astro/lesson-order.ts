/** For whom a lesson is written first. */
export type LessonReader = 'trainee' | 'prosecutor' | 'judge' | 'room';

interface LessonPlace {
  readonly id: string;
  readonly reader: LessonReader;
}

const of = (reader: LessonReader, ...ids: readonly string[]): readonly LessonPlace[] =>
  ids.map((id) => ({ id, reader }));

/** The lessons in the order in which they are read, by their readers. */
export const LESSON_ORDER: readonly LessonPlace[] = [
  ...of('trainee', 't1', 't2', 't3', 't9', 't11', 't12', 't13'),
  ...of('prosecutor', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8'),
  ...of('judge', 'j1', 'j2', 'j3', 'j4', 'j5', 'j6'),
  ...of('room', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f7'),
];
