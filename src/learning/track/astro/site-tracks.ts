import { getCollection } from 'astro:content';
import type { PlayingTime } from '#case/checking/model/playing-time.ts';
import type { AskedLesson } from '#learning/track/model/lesson-answers.ts';
import { askedQuestion, type LessonQuestion, lessonQuestions } from '#learning/track/model/lesson-question.ts';
import type { AuthoredTrack } from '#learning/track/model/schemas.ts';
import type { Track } from '#learning/track/model/track.ts';
import { resolveTrack } from '#learning/track/use-cases/resolve-track.ts';
import type { RoundCase } from '#library/cases/use-cases/parallel-tests.ts';

/** A track of the site, and what the link to it says. */
export interface SiteTrack {
  readonly authored: AuthoredTrack;
  readonly track: Track;
}

/** The tracks of the site, with the steps that it has among these cases. */
export async function siteTracks(cases: readonly RoundCase[]): Promise<readonly SiteTrack[]> {
  const tracks = await getCollection('tracks');
  const lessons = await getCollection('lessons');
  const library = {
    lessons: new Map(
      lessons.map(({ id, data }) => {
        const { title, minutes } = data;
        return [id, { title, minutes, questions: lessonQuestions(id, data.questions) }];
      }),
    ),
    cases: new Map(
      casesToPlay(cases).map(({ id, title, minutes }) => [id, { title, minutes: halfWay(minutes) }] as const),
    ),
  };
  return tracks.map(({ data }) => ({ authored: data, track: resolveTrack(data, library) }));
}

/** A case or a round of the site; `land` is the name of its invented State. */
export interface TrackCase {
  readonly id: string;
  readonly title: string;
  readonly land: string;
  readonly minutes: PlayingTime;
}

/** These cases and rounds, as far as a list of them says. */
export function casesToPlay(cases: readonly RoundCase[]): TrackCase[] {
  return cases.map(({ source: { id, title }, profile, minutes }) => ({ id, title, land: profile.name, minutes }));
}

/** All questions of all lessons. */
export async function siteQuestions(): Promise<readonly (LessonQuestion & { readonly lesson: string })[]> {
  const lessons = await getCollection('lessons');
  return lessons.flatMap(({ id, data }) =>
    lessonQuestions(id, data.questions).map((question) => ({ ...question, lesson: data.title })),
  );
}

/** All lessons with the names of their questions. */
export async function askedLessons(): Promise<readonly AskedLesson[]> {
  const lessons = await getCollection('lessons');
  return lessons.map(({ id, data }) => {
    const questions = lessonQuestions(id, data.questions).map(askedQuestion);
    return { id, title: data.title, questions };
  });
}

const halfWay = ({ from, to }: PlayingTime) => Math.round((from + to) / 2);
