import { type AttemptEvent, type AttemptLog, recordEvent } from '#case/attempt/model/attempt-log.ts';
import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import type { ExerciseAction } from '#case/exercise/model/exercise-kind.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { PreservationAction } from '#kinds/preservation/model/play.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { loadShippedCase } from './load-shipped-case.ts';

/** The case whose workbench captures the pages. */
export const CASE_OF_PAGES = 'quiet-number';
const WORKBENCH = 'preserve';
const WALL = '1970-01-01T00:00:00Z';
const PERSON = { actor: 'Analyst 4', role: 'analyst' } as const;

/**
 * An attempt that has just captured `count` pages, for measuring. Repeats the ads of the market where they run out.
 * Each page takes five acts.
 */
export function attemptOfPages(count: number): AttemptLog {
  const shipped = loadShippedCase(CASE_OF_PAGES);
  if (!shipped) throw new Error(`The case ${CASE_OF_PAGES} is not shipped.`);
  const { material, answers } = shipped;
  const { market } = material;
  const played = playCase(material, answers, 'oracle', WALL);
  const workbench = played.events.findIndex((event) => event.type === 'exercise.acted' && event.state === WORKBENCH);
  const events: AttemptEvent[] = played.events.slice(0, workbench);
  const replay = createReplay(material);
  let attempt = events.reduce((at, event) => replay.advance(at, event), replay.start());
  const act = (action: PreservationAction) => {
    const step = { type: 'exercise.acted', state: WORKBENCH, action: action as unknown as ExerciseAction } as const;
    const event = recordEvent({ header: played.header, events }, step, attempt.clock, WALL);
    events.push(event);
    attempt = replay.advance(attempt, event);
  };
  act({ type: 'authority.noted', legalBasis: 'order on file', ...PERSON });
  act({ type: 'clock.checked', offsetSeconds: 37, ...PERSON });
  for (let n = 0; n < count; n++) {
    const { id: ad = '' } = market.ads[n % market.ads.length] ?? {};
    const item = `EV-${String(n + 1).padStart(3, '0')}`;
    act({ type: 'child-material.checked', ad, ...PERSON });
    const served = serveAd(market, ad, attempt.clock, attempt.world);
    const sha256 = sha256Hex(served.body);
    const identifiers = identifiersOn(ad, readServedAd(served));
    const time = attempt.clock;
    act({ type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256, ...PERSON });
    act({ type: 'record.written', item, url: served.url, time, identifiers, ...PERSON });
    act({ type: 'hash.verified', item, sha256, ...PERSON });
    act({ type: 'copy.sealed', item, ...PERSON });
  }
  return { header: played.header, events };
}
