import { fullLetter } from '#case/reference-players/use-cases/full-letter.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import type { Channel, DataCategory, LetterKind, Office } from '#evidence/letters/model/letter.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import { type ChannelStep, channelsTo, hasChannels } from '#kinds/requests/model/channels.ts';
import type { Platform, RequestDesk } from '#kinds/requests/model/desk.ts';
import { formLetter } from '#kinds/requests/model/form-letter.ts';
import { type RequestsKey, subjectOf } from '#kinds/requests/model/key.ts';
import { requestsKey } from '#kinds/requests/model/key-of-answers.ts';
import { REQUESTS } from '#kinds/requests/model/kind.ts';
import { ordersOf } from '#kinds/requests/model/ordered.ts';
import { MINUTES_PER_ACTION, type RequestsAction } from '#kinds/requests/model/play.ts';
import { findAd } from '#market/ads/model/ad-at.ts';

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
  const desk = REQUESTS.briefOf(scenario, attempt.state);
  const { platforms } = desk;
  const key = requestsKey(answers);
  const until = attempt.clock;
  const posted = key.ads.map((id) => required(findAd(market, id), `ad ${id}`).postedAt).sort();
  const from = posted[0] ?? market.from;
  const letters = order
    .filter((kind) => key.letters.includes(kind))
    .flatMap((kind) =>
      platforms
        .filter(({ id }) => key.custodians.includes(id))
        .flatMap((platform) => sharesOf(kind, platform, key, desk).map((share) => ({ kind, platform, ...share }))),
    );
  const sent = letters.map(({ kind, platform, issuer, data, channel }): RequestsAction => {
    const subject = subjectOf(key, desk, market, platform.id);
    const wanted = { subject, data, issuer, to: platform.id, days: platform.longestDays, from, until };
    return { type: 'letter.sent', letter: { ...fullLetter(kind, wanted), ...(channel && { channel }) } };
  });
  const renewals = letters.flatMap(({ kind, platform }, n): RequestsAction[] => {
    if (kind !== 'preservation') return [];
    const on = addMinutes(attempt.clock, n * MINUTES_PER_ACTION + (platform.longestDays - 1) * MINUTES_OF_DAY);
    return [{ type: 'renewal.noted', of: `L-${String(n + 1).padStart(2, '0')}`, on }];
  });
  return [...sent, ...renewals];
}

/** What one letter asks for: its office, its data and its channel. */
interface Share {
  readonly issuer: Office;
  readonly data: readonly DataCategory[];
  readonly channel?: Channel;
}

/**
 * The letters of a kind to one company. A preservation request covers all data; each office orders only what it may, and
 * at a desk with a choice of channel each kind of data goes by the first channel that counts.
 */
function sharesOf(kind: LetterKind, platform: Platform, key: RequestsKey, desk: RequestDesk): Share[] {
  const held = (data: readonly DataCategory[]) => data.filter((one) => platform.holds.includes(one));
  const isDemand = kind === 'order' || kind === 'assistance';
  const shares: readonly Share[] = isDemand
    ? ordersOf(key, desk).map(([issuer, data]) => ({ issuer, data: held(data) }))
    : [{ issuer: PRESERVING_OFFICE, data: held(key.data) }];
  if (kind === 'notice' || !hasChannels(desk)) return [...shares];
  if (platform.state === desk.home)
    return kind === 'assistance'
      ? []
      : shares.filter(({ data }) => data.length > 0).map((share) => ({ ...share, channel: 'home' }));
  const wayTo = (step: ChannelStep) => (key.channels?.[step] ?? channelsTo(step, platform, desk))[0];
  return shares.flatMap(({ issuer, data }): Share[] => {
    if (!isDemand) return [{ issuer, data, channel: required(wayTo('keep'), `a way to ${platform.id}`) }];
    const ways = [...new Set(data.map(wayTo))].filter((way) => (way === 'central') === (kind === 'assistance'));
    return ways.flatMap((channel) =>
      channel ? [{ issuer, data: data.filter((one) => wayTo(one) === channel), channel }] : [],
    );
  });
}

/** Form letters, filled in without looking at anything. */
export function routineLetters({ material: { scenario }, answers, attempt }: Table): RequestsAction[] {
  const desk = REQUESTS.briefOf(scenario, attempt.state);
  return requestsKey(answers).letters.map((kind) => ({ type: 'letter.sent', letter: formLetter(kind, desk) }));
}
