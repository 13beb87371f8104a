import type { Component } from 'svelte';
import type { Reading } from '#case/debrief/model/reading/reading.ts';
import type { DebriefSentences } from '#case/debrief/model/say-debrief.ts';
import type { CaseTable } from '#case/debrief/screens/case-table.ts';
import type { KindInLog } from '#case/debrief/screens/kind-in-log.ts';
import type { Brief } from '#case/exercise/model/define-kind.ts';
import type { RoomFindingRow, RoomFindings } from '#case/exercise/model/room-findings.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import type { Sentence } from '#kernel/model/sentence.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { CaseRoom } from './case-room.svelte.ts';
import type { StepProps } from './step-props.ts';

/** What the debrief of one exercise is given, once the case has ended. */
export interface ExerciseDebriefProps {
  readonly room: CaseRoom;
  /** The exercise of the case that is looked back on. */
  readonly exercise: string;
  readonly report: ScoreReport;
  /** What the scorer of the kind has found out; undefined where it says nothing. */
  readonly facts: unknown;
  /** Everything that is true of this exercise, and of the case. */
  readonly sentences: readonly Sentence[];
  readonly said: DebriefSentences;
  /** Names of the signs, by their ids. */
  readonly names: Readonly<Record<string, string>>;
  /** Where an ad is shown on the page of the debrief; undefined for one that is not. */
  readonly adLink: (ad: string) => string | undefined;
  readonly base: string;
}

/** What the board of a room gives to the findings of one exercise. */
export interface RoomFindingsProps {
  readonly rows: readonly RoomFindingRow[];
  /** Teams that have stopped the exercise themselves. */
  readonly stops: RoomFindings['stops'];
  /** Names of the teams by their ids; a letter where names are hidden. */
  readonly nameOf: (team: string) => string;
  readonly brief: Brief;
}

type Loaded<Shown> = () => Promise<{ readonly default: Shown }>;

/** How a kind of exercise is shown. Nothing of it is loaded before it is reached. */
export interface KindShows {
  /** Where it is played; a kind that is explained at once shows its explanation here too. */
  readonly step: Loaded<Component<StepProps>>;
  /** Its part of the debrief. */
  readonly debrief: Loaded<Component<ExerciseDebriefProps>>;
  /** The fold in which that stands: its id. Its title stands under `fold` in `debrief.json` of the kind. */
  readonly fold: string;
  /** A table on the second sheet of the debrief, over all exercises of the kind; those with a lower rank stand first. */
  readonly table?: { readonly rank: number; readonly load: Loaded<CaseTable> };
  /** What the step fetches only when something has been done in it. */
  readonly later?: readonly Loaded<unknown>[];
  /** What teams have found, on the board of a room: see `RoomFindings`. */
  readonly roomFindings?: Loaded<Component<RoomFindingsProps>>;
  /** Set where the screen takes the whole width. */
  readonly wide?: true;
  /** What the attempt log tells of its acts beyond their words; left out for a kind whose acts need no more. */
  readonly actsInLog?: () => Promise<{ readonly ACTS_IN_LOG: KindInLog }>;
  /** Rounds that this browser has kept, the oldest first; left out for a kind whose rounds are not compared. */
  readonly readings?: () => Promise<readonly Reading[]>;
  /** Ads that its debrief shows one by one, so that others can lead to them. */
  adsShown?(market: Market): readonly string[];
}
