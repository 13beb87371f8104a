import type { ZodType } from 'zod';
import type { Market } from '#market/ads/model/market.ts';
import type { KindTypes } from './define-kind.ts';
import type { TimeSpan } from './time-span.ts';

/** The field of a key that belongs to one kind of exercise. */
export interface KeyField<K extends Pick<KindTypes, 'key'> = Pick<KindTypes, 'key'>> {
  readonly field: string;
  readonly schema: ZodType;
  /** Code of the issue for a case that has such an exercise and lacks the field. */
  readonly missing: string;
  /** The ad by which the field names the network that the case is about. */
  subjectOf?(part: K['key']): string | undefined;
}

/** A brief as its author wrote it, or as a built case gives it; what is missing has been reported already. */
export type GivenBrief<K extends Pick<KindTypes, 'brief' | 'authored'>> = Partial<K['brief']> | Partial<K['authored']>;

/** What checking a case needs of a kind: the part of its build that needs no library. */
export interface KindChecks<
  K extends Pick<KindTypes, 'brief' | 'authored' | 'key'> = Pick<KindTypes, 'brief' | 'authored' | 'key'>,
> {
  /**
   * The list of the site for a case with only such exercises. Its words are under `list` in `about.json` of the kind, or,
   * where several kinds share it, under this id in `exercise-lists.json`. For a case with exercises of several lists the
   * first kind of the registry decides.
   */
  readonly list: string;
  /** Set if that list is split by the size of the market. */
  readonly listedBySize?: true;
  /**
   * Seconds of work besides reading the scene. `part` is the kind's field of the key, if the case has one.
   */
  timeOf(brief: GivenBrief<K>, market: Market, part: K['key'] | undefined): TimeSpan;
  /** Left out if the answers follow from the truth of the market alone. */
  readonly key?: KeyField<K>;
  /** True if the market of the case has to contain the records that a lawful request brings. */
  needsRecords?(brief: GivenBrief<K>): boolean;
  /** Set if the answers have to name the owner of each site. */
  readonly needsOwners?: true;
  /** True for a brief in test mode: its market is written in the language of assessed markets. */
  isTest?(brief: GivenBrief<K>): boolean;
  /** The brief of the same exercise in test mode, which explains nothing before its end. */
  asTest?(brief: GivenBrief<K>): GivenBrief<K>;
}
