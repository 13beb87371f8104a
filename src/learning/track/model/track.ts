import type { AskedQuestion } from './kept-answer.ts';

/** What every step of a track says. */
interface StepBase {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  /** Why it stands here, in a sentence or two. */
  readonly why: string;
}

/** A step of a track as it is shown, with what the device has to hold for it to be done. */
export type TrackStep = StepBase &
  (
    | {
        readonly kind: 'lesson';
        readonly path: string;
        readonly questions: readonly AskedQuestion[];
      }
    | { readonly kind: 'case'; readonly path: string; readonly scenario: string }
    | { readonly kind: 'page'; readonly path: string }
    /** A day, counted from the first answer, on which missed questions are answered again. */
    | { readonly kind: 'return'; readonly path: string; readonly day: number }
  );

/** A way through lessons, cases and returns, about ten hours long. */
export interface Track {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly steps: readonly TrackStep[];
}

/** All minutes of a track. */
export const minutesOfTrack = ({ steps }: Pick<Track, 'steps'>): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);
