import type { Family } from '#market/ads/model/families.ts';
import type { TextKind } from './kinds-of-text.ts';
import type { Person } from './persons.ts';

/** What a text is written from. */
export interface TextOrder {
  readonly family: Family;
  readonly kind: TextKind;
  /** Bits over what ads of the family can say. */
  readonly said: number;
  /** Who writes: all texts of one author have one voice. */
  readonly author: number;
  /** Whose facts are told: all texts of one persona agree. */
  readonly persona: number;
  readonly person: Person;
  /** Values of the facts that the market decides, in the order of `MARKET_FACTS`. */
  readonly values: readonly string[];
  /** Number of the draw: the same number gives the same text around other values. */
  readonly draw: number;
}
