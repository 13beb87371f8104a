/**
 * Points of one criterion. `scaled` is 1 at the ceiling (the best play that the case allows) and 0 at the baseline (the
 * best play that ignores what it is shown).
 */
export interface Criterion {
  readonly id: string;
  readonly raw: number;
  readonly min: number;
  readonly max: number;
  readonly scaled: number;
  /** Raw points of the ideal observer, who knows what each sign is worth but not the truth. */
  readonly ideal?: number;
  /** Points that were taken off: `raw` is what was earned less these. Left out if nothing was. */
  readonly less?: number;
  /** Numbers of the log events that it rests on. */
  readonly evidence: readonly number[];
}

/**
 * `scaled` from raw points: 0 at or below `min` (the baseline), 1 at `max` (the ceiling), clamped to that range. If
 * both are the same there is nothing to distinguish, and reaching it gives 1.
 */
export function scale(id: string, raw: number, min: number, max: number, evidence: readonly number[]): Criterion {
  const span = max - min;
  const scaled = span === 0 ? Number(raw >= max) : Math.min(1, Math.max(0, (raw - min) / span));
  return { id, raw, min, max, scaled, evidence };
}
