import type { CardProfile } from '#market/ads/model/card-profile.ts';
import type { CaseRoom } from './case-room.svelte.ts';

/** What every step of a case is given. */
export interface StepProps {
  readonly room: CaseRoom;
  readonly role: { readonly title: string; readonly operator: string; readonly legalBasis: string };
  /** The market card of the case. */
  readonly profile: CardProfile;
  readonly base: string;
  /** Called when the reader has read what follows a committed exercise. */
  readonly proceed: () => void;
  readonly restart: () => void;
}
