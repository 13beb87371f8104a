import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import {
  type CourtroomResponse,
  type GivenSum,
  type JudgmentText,
  judgmentText,
  rulingOn,
} from '#kinds/courtroom/model/play.ts';

/** One thing that the judgment says; `signed` is left out if the signed judgment has nothing there. */
export interface Changed<Said> {
  readonly signed?: Said;
}

type SaidRow = JudgmentText['rows'][number];
type SaidRuling = JudgmentText['rulings'][number];

const isSame = (one: unknown, other: unknown) =>
  canonicalJson((one ?? null) as Json) === canonicalJson((other ?? null) as Json);

function changed<Said>(
  { judgmentSigned }: Pick<CourtroomResponse, 'judgmentSigned'>,
  now: Said | undefined,
  signed: Said | undefined,
): Changed<Said> | undefined {
  if (!judgmentSigned || isSame(now, signed)) return undefined;
  return signed === undefined ? {} : { signed };
}

/** What the signed judgment says of a row whose state or measure was changed after the signature; undefined otherwise. */
export function changedRow(response: CourtroomResponse, element: string): Changed<SaidRow> | undefined {
  const rowIn = ({ rows }: JudgmentText) => rows.find((row) => row.element === element);
  const signed = response.judgmentSigned?.text;
  return changed(response, rowIn(judgmentText(response)), signed && rowIn(signed));
}

/** What the signed judgment says of a sum that was changed after the signature; undefined otherwise. */
export const changedSum = (response: CourtroomResponse, sum: string): Changed<GivenSum> | undefined =>
  changed(response, response.sums[sum], response.judgmentSigned?.text.sums[sum]);

/** The ruling of the signed judgment where another one on the motion was signed after it; undefined otherwise. */
export function changedRuling(response: CourtroomResponse, motion: string): Changed<SaidRuling> | undefined {
  const signed = response.judgmentSigned?.text;
  return changed(response, rulingOn(response, motion), signed && rulingOn(signed, motion));
}
