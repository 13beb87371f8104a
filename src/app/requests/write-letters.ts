import { fullLetter } from '#app/reference/full-letter.ts';
import type { Table } from '#app/reference/table.ts';
import { stateOf } from '#core/attempt/replay-attempt.ts';
import type { LetterKind, Office } from '#core/evidence/letters/letter.ts';
import { addMinutes } from '#core/kernel/instant.ts';
import { required } from '#core/kernel/invariant.ts';
import { findAd } from '#core/market/ad-at.ts';
import type { RequestDesk } from '#core/requests/desk.ts';
import { formLetter } from '#core/requests/form-letter.ts';
import { requestsKey, subjectOf } from '#core/requests/key.ts';
import { ordersOf } from '#core/requests/ordered.ts';
import { playRequests, type RequestsAction } from '#core/requests/play.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';

/** Order of sending: preservation before the notice, requests for the data last. */
const ORDER: readonly LetterKind[] = ['preservation', 'notice', 'order', 'assistance'];
const MINUTES_OF_DAY = 24 * 60;
/** In every State of the table a prosecutor may request preservation. */
const PRESERVING_OFFICE: Office = 'prosecutor';

/**
 * Every letter that the key asks for, to every custodian, in that order; and a renewal date for each preservation
 * request.
 */
export function writeLetters(
  { material, answers, attempt }: Table,
  order: readonly LetterKind[] = ORDER,
): RequestsAction[] {
  const { market, scenario } = material;
  const desk = deskOf(scenario, attempt.state);
  const { platforms } = desk;
  const key = requestsKey(answers);
  const until = attempt.clock;
  const posted = key.ads.map((id) => required(findAd(market, id), `ad ${id}`).postedAt).sort();
  const from = posted[0] ?? market.from;
  // A preservation request covers all data; each office orders only what it may.
  const shares = (kind: LetterKind) =>
    kind === 'order' || kind === 'assistance' ? ordersOf(key, desk) : [[PRESERVING_OFFICE, key.data] as const];
  const letters = order
    .filter((kind) => key.letters.includes(kind))
    .flatMap((kind) =>
      platforms
        .filter(({ id }) => key.custodians.includes(id))
        .flatMap((platform) => shares(kind).map(([issuer, data]) => ({ kind, platform, issuer, data }))),
    );
  const sent = letters.map(({ kind, platform, issuer, data: all }): RequestsAction => {
    const subject = subjectOf(key, desk, market);
    const data = all.filter((category) => platform.holds.includes(category));
    const wanted = { subject, data, issuer, to: platform.id, days: platform.longestDays, from, until };
    return { type: 'letter.sent', letter: fullLetter(kind, wanted) };
  });
  const renewals = letters.flatMap(({ kind, platform }, n): RequestsAction[] => {
    if (kind !== 'preservation') return [];
    const on = addMinutes(
      attempt.clock,
      n * playRequests.minutesPerAction + (platform.longestDays - 1) * MINUTES_OF_DAY,
    );
    return [{ type: 'renewal.noted', of: `L-${String(n + 1).padStart(2, '0')}`, on }];
  });
  return [...sent, ...renewals];
}

/** Form letters, filled in without looking at anything. */
export function routineLetters({ material: { scenario }, answers, attempt }: Table): RequestsAction[] {
  const desk = deskOf(scenario, attempt.state);
  return requestsKey(answers).letters.map((kind) => ({ type: 'letter.sent', letter: formLetter(kind, desk) }));
}

function deskOf(scenario: CompiledScenario, id: string): RequestDesk {
  const state = stateOf(scenario, id);
  return required(state.type === 'exercise' ? state.brief : undefined, `the desk of ${id}`) as unknown as RequestDesk;
}
