import { BANDS } from '#market/signs/model/bands.ts';
import type { KeyColumns } from './key-columns.ts';
import { countedBand, type DetectionResponse } from './play.ts';

/** Band number of an ad that was not judged: it counts as "no action", and has no certainty. */
export const NOT_JUDGED = BANDS.length;

/** Attempts at one exercise as columns, with the ads in the order of the key. */
export interface AttemptColumns {
  readonly attempts: number;
  /** By attempt and ad: the band that the answer counts as, or `NOT_JUDGED`; and the certainty from 1 to 3. */
  readonly band: Uint8Array;
  readonly certainty: Uint8Array;
  /** Marks of an ad are those from `markStart` of attempt and ad up to, but not including, the next entry. */
  readonly markStart: Uint32Array;
  readonly markFrom: Uint32Array;
  readonly markTo: Uint32Array;
  readonly markSign: Uint16Array;
  /** Index of the mark in the response. */
  readonly markOf: Uint32Array;
}

/**
 * Converts attempts to columns. Marks on an unknown ad, on a withheld card, or of an unknown indicator are left out.
 */
export function packAttempts(key: KeyColumns, responses: readonly DetectionResponse[]): AttemptColumns {
  const cells = responses.length * key.ads;
  const band = new Uint8Array(cells).fill(NOT_JUDGED);
  const certainty = new Uint8Array(cells).fill(1);
  const markStart = new Uint32Array(cells + 1);
  const packed: { cell: number; ad: number; sign: number; at: string; mark: number }[] = [];
  responses.forEach((response, attempt) => {
    const first = attempt * key.ads;
    for (const ad in response.judgements) {
      const place = key.placeOf.get(ad);
      const judgement = response.judgements[ad];
      if (place === undefined || !judgement) continue;
      band[first + place] = BANDS.indexOf(countedBand(judgement));
      certainty[first + place] = judgement.certainty;
    }
    response.marks.forEach((mark, n) => {
      const place = key.placeOf.get(mark.ad);
      const sign = key.signOf.get(mark.indicator);
      if (place === undefined || sign === undefined) return;
      const cell = first + place;
      packed.push({ cell, ad: place, sign, at: mark.at, mark: n });
      markStart[cell + 1] = (markStart[cell + 1] as number) + 1;
    });
  });
  for (let cell = 0; cell < cells; cell++)
    markStart[cell + 1] = (markStart[cell + 1] as number) + (markStart[cell] as number);

  const next = markStart.slice();
  const columns = {
    markFrom: new Uint32Array(packed.length),
    markTo: new Uint32Array(packed.length),
    markSign: new Uint16Array(packed.length),
    markOf: new Uint32Array(packed.length),
  };
  for (const { cell, ad, sign, at, mark } of packed) {
    const place = next[cell] as number;
    next[cell] = place + 1;
    const stretch = key.stretchOf[ad]?.(at);
    columns.markFrom[place] = stretch?.from ?? 0;
    columns.markTo[place] = stretch?.to ?? 0;
    columns.markSign[place] = sign;
    columns.markOf[place] = mark;
  }
  return { attempts: responses.length, band, certainty, markStart, ...columns };
}
