import type { KindPlay } from '#case/exercise/model/kind-play.ts';
import type { PlatformTestAction } from './actions.ts';

/** An act in a test. "To the next event" is logged as the hours that it took, because the case clock needs them. */
export type TestAct = Exclude<PlatformTestAction, { readonly type: 'time.skipped' }>;

/** Acts in the log that change no platform: the plan of the next acts, and how a team works. */
export type AroundAct =
  | { readonly type: 'week.planned'; readonly acts: readonly TestAct[] }
  /** The platforms of this team, if the teams of a room share them. It can only be the first act. */
  | { readonly type: 'sites.given'; readonly sites: readonly string[] }
  /** The support service stops the clock, or starts it again. */
  | { readonly type: 'clock.stopped' | 'clock.let-go' }
  /** In a room: the team waits for the next event. The hours follow from the server. */
  | { readonly type: 'event.awaited' };

/** The acts of the kind, as the log keeps them. */
export type PlatformTestAct = TestAct | AroundAct;

/** Acts that can be planned at most before they are done. */
export const MAX_PLANNED = 80;

/** What was done in an exercise, in its order. State, counts and report follow from it and from the brief. */
export interface PlatformTestResponse {
  readonly done: readonly { readonly action: TestAct; readonly seq: number }[];
  /** Acts that are planned and not done; each can be taken back. */
  readonly planned: readonly TestAct[];
  /** The platforms that the team was given; left out where it tests all. */
  readonly sites?: readonly string[];
  /** The acts with which the support service stopped the clock. */
  readonly stops?: readonly number[];
  /** True while the clock is stopped. */
  readonly stopped?: boolean;
  /** True from "to the next event" until its hours have passed. */
  readonly awaits?: boolean;
}

export const playPlatformTest: KindPlay<{ response: PlatformTestResponse; action: PlatformTestAct }> = {
  kind: 'platform-test',
  // A test places cards of its own.
  showsAds: false,
  empty: { done: [], planned: [] },
  minutes: (act) => (act.type === 'time.passed' ? Math.max(0, Math.round(act.hours * 60)) : 0),
  reduce: (response, act, { seq }) => {
    switch (act.type) {
      case 'week.planned':
        return { ...response, planned: act.acts };
      case 'sites.given':
        return isUntouched(response) ? { ...response, sites: act.sites } : response;
      case 'clock.stopped':
        return response.stopped ? response : { ...response, stopped: true, stops: [...(response.stops ?? []), seq] };
      case 'clock.let-go':
        return { ...response, stopped: false };
      case 'event.awaited':
        return { ...response, awaits: true };
      default: {
        const { awaits: _, ...rest } = response;
        return { ...rest, done: [...response.done, { action: act, seq }] };
      }
    }
  },
};

/** True before the first act: only then a team can be given its platforms. */
export const isUntouched = ({ done, planned, sites, stops }: PlatformTestResponse): boolean =>
  done.length === 0 && planned.length === 0 && sites === undefined && stops === undefined;
