import type { PlayingTime } from '#case/checking/model/playing-time.ts';
import type { CaseLanguage } from '#case/play/screens/case-language.ts';
import type { PlayedRole } from '#case/play/screens/played-role.ts';
import type { CardProfile } from '#market/ads/model/card-profile.ts';

/** What the page of a case says of it. */
export interface CaseOfPage {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly contentLevel: number;
  readonly minutes: PlayingTime;
  /** Who one can be in the case, the usual one first. */
  readonly roles: readonly [PlayedRole, ...PlayedRole[]];
  /** Languages in which the case can be read, its own first. */
  readonly languages: readonly [CaseLanguage, ...CaseLanguage[]];
  readonly profile: CardProfile;
  /** True where ads of its market are read. */
  readonly readsMarket: boolean;
  /** What the case is scored on, in words. */
  readonly scored: readonly string[];
  /** Why doing nothing counts, in words; left out where it does not. */
  readonly nothing?: string | undefined;
  readonly stages: readonly { readonly id: string; readonly title: string }[];
  readonly base: string;
  /** How the answers open, where the page itself says so. */
  readonly answers?: string | undefined;
  /** The exercise to which the first act leads, where it leads to one; its screen comes with the room. */
  readonly firstExercise?: string | undefined;
}
