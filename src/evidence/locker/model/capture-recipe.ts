import type { Office } from '#evidence/letters/model/letter.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';

/** Recipe of a clean locker: what is captured, by whom and how. Good practice is played from it, act by act. */
export interface CaptureRecipe {
  readonly profile: MarketProfileId;
  /** Time of the first act at the workbench. */
  readonly begins: Instant;
  readonly person: { readonly actor: string; readonly role: string };
  readonly legalBasis: string;
  readonly purpose: string;
  readonly scope: string;
  readonly tool: string;
  readonly workstation: string;
  /** Offset of the workstation's clock from UTC: positive if ahead, negative if behind. */
  readonly offsetSeconds: number;
  /** Number of captured ads, each of another account; or the ads themselves. */
  readonly ads: number | readonly string[];
  /** Seconds between acts, repeated cyclically. */
  readonly pace: readonly number[];
  /** A preservation request is sent and its renewal date noted. */
  readonly letter?: RecipeLetter;
  /** The site redirects the last ad to its mirror. */
  readonly sentOn?: true;
  /** The last ad is captured again after the site has removed it. */
  readonly gone?: true;
}

/** The letter of a recipe: an office signs it that may ask for the data, and the person at the workbench enters it. */
export interface RecipeLetter {
  readonly issuer: Office;
  /** Who signs, as the letter says. */
  readonly signer: string;
  readonly legalBasis: string;
  /** The request is also renewed. */
  readonly renewed?: true;
}

/** The case and the exercise that a locker made from a recipe belongs to. */
export interface RecipePlace {
  readonly caseId: string;
  readonly title: string;
  readonly exercise: string;
}
