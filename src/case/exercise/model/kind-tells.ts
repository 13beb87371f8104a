import type { CaseAround, KnownLetter } from '#evidence/letters/model/known-letter.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { Band } from '#market/signs/model/bands.ts';
import type { DoneAct } from './acts.ts';
import type { KindTypes } from './define-kind.ts';
import type { AdVerdict, CapturedPage, PicturedPage } from './exercise-kind.ts';
import type { HandledCount } from './handled.ts';

/** What a response means outside of its exercise. A kind leaves out what never happens in it. */
export interface Told<K extends Pick<KindTypes, 'brief'> = Pick<KindTypes, 'brief'>> {
  /** Acts of the case that the response shows. */
  readonly acts?: readonly DoneAct[];
  /** Every captured page, whatever the site sent for it. */
  readonly captured?: readonly CapturedPage[];
  /** Every picture taken of a page. */
  readonly pictured?: readonly PicturedPage[];
  /** Ads that were judged, by their ids. */
  readonly judged?: ReadonlyMap<string, AdVerdict>;
  /** The band that each judged ad counts as, by their ids. */
  readonly bands?: ReadonlyMap<string, Band>;
  /** Letters that were sent. An answer dated later than the clock is not known yet. */
  letters?(around: CaseAround<K['brief']>): readonly KnownLetter[];
  /** How much was handled, well or not: every count of the kind, also where it is 0. */
  handled(brief: K['brief'], market: Market): readonly HandledCount[];
}

/** What a kind tells the rest of the case about a response: loaded with the page of a case. */
export interface KindTells<K extends Pick<KindTypes, 'brief' | 'response'> = Pick<KindTypes, 'brief' | 'response'>> {
  /** Pure. */
  tell(response: K['response']): Told<K>;
}
