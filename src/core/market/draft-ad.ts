import type { Instant } from '#core/kernel/instant.ts';
import type { FieldName } from './market.ts';
import type { PlannedActor } from './plan-actors.ts';
import type { Phrase } from './schemas.ts';

/** An ad while it is being made: it still knows its actor, and every sentence still carries its label. */
export interface DraftAd {
  readonly actor: PlannedActor;
  readonly persona: string;
  readonly title: string;
  readonly phrases: readonly Phrase[];
  readonly fields: Partial<Record<FieldName, string>>;
  readonly town: string;
  readonly postedAt: Instant;
  readonly renewals: number;
  readonly withheld: boolean;
  /** An earlier price, where the ad was edited once before the case begins. */
  readonly earlier?: { readonly price: string; readonly editedAt: Instant };
}
