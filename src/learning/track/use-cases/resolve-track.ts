import { askedQuestion, type LessonQuestion } from '#learning/track/model/lesson-question.ts';
import type { AuthoredStep, AuthoredTrack } from '#learning/track/model/schemas.ts';
import type { Track, TrackStep } from '#learning/track/model/track.ts';

/** What the site has that a track can lead to, by id. */
export interface TrackLibrary {
  readonly lessons: ReadonlyMap<
    string,
    { readonly title: string; readonly minutes: number; readonly questions: readonly LessonQuestion[] }
  >;
  readonly cases: ReadonlyMap<string, { readonly title: string; readonly minutes: number }>;
}

/** The page on which missed questions come back. */
export const AGAIN_PATH = 'judges/again/';

/** A track with titles and minutes of its lessons and cases. A step whose lesson or case the site lacks is left out. */
export function resolveTrack({ id, title, lead, steps }: AuthoredTrack, library: TrackLibrary): Track {
  return { id, title, lead, steps: steps.flatMap((step) => resolveStep(step, library) ?? []) };
}

function resolveStep(step: AuthoredStep, { lessons, cases }: TrackLibrary): TrackStep | undefined {
  const { why } = step;
  if ('lesson' in step) {
    const found = lessons.get(step.lesson);
    if (!found) return undefined;
    const { title, minutes } = found;
    const questions = found.questions.map(askedQuestion);
    const path = `learn/${step.lesson}/`;
    return { kind: 'lesson', id: `lesson-${step.lesson}`, title, minutes, why, path, questions };
  }
  if ('case' in step) {
    const found = cases.get(step.case);
    const path = `cases/${step.case}/`;
    if (!found) return undefined;
    const title = step.title ?? found.title;
    return { kind: 'case', id: `case-${step.case}`, title, minutes: found.minutes, why, path, scenario: step.case };
  }
  const { title, minutes } = step;
  if ('page' in step) {
    const id = `page-${step.page.replaceAll('/', '-').replace(/-$/, '')}`;
    return { kind: 'page', id, title, minutes, why, path: step.page };
  }
  return { kind: 'return', id: `return-${step.return}`, title, minutes, why, path: AGAIN_PATH, day: step.return };
}
