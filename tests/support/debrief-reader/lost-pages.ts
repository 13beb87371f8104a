import { createReplay } from '#core/attempt/replay-attempt.ts';
import type { ReadAttempt } from './attempt.ts';
import { benchOf } from './bench.ts';
import { fateOf } from './bench-pages.ts';

/** An own report or contact, and the pages for the locker that the story changed by it before anybody had captured them. */
interface Loss {
  readonly act: 'notify' | 'contact';
  readonly seq: number;
  readonly step: string;
  readonly ads: readonly string[];
}

const read = new WeakMap<ReadAttempt, readonly Loss[]>();

/** What was lost by each report and contact of the story, in the order of the log. */
export function lossesIn(attempt: ReadAttempt): readonly Loss[] {
  const known = read.get(attempt) ?? readLosses(attempt);
  read.set(attempt, known);
  return known;
}

function readLosses(attempt: ReadAttempt): Loss[] {
  const benches = attempt.exercises('preservation').map((id) => benchOf(attempt, id));
  const missing = benches.flatMap((bench) => bench.wanted.filter((ad) => fateOf(bench, ad).fate !== 'kept'));
  const captures = benches.flatMap((bench) => bench.captures.filter(({ isPage }) => isPage));
  if (missing.length === 0 || attempt.world.length === 0) return [];
  const { scenario, market, log } = attempt;
  const replay = createReplay(scenario, market, log.header.role);
  let now = replay.start();
  return attempt.events.flatMap((event): Loss[] => {
    // What this one event has brought about: all that the world holds after it and did not hold before it.
    const before = now.world.length;
    now = replay.advance(now, event);
    const due = now.world.slice(before).filter(({ at }) => at <= attempt.end);
    const act = event.type === 'decision.made' ? actOf(attempt, event.state, event.option) : undefined;
    if (act !== 'notify' && act !== 'contact') return [];
    const late = due.filter(
      ({ ad, at }) =>
        !captures.some((one) => one.ad === ad && one.at < at) &&
        attempt.world.every((other) => other.ad !== ad || other.at >= at),
    );
    const ads = late.map(({ ad }) => ad).filter((ad) => missing.includes(ad));
    return ads.length > 0 ? [{ act, seq: event.seq, step: attempt.scenes[event.state]?.title ?? '', ads }] : [];
  });
}

function actOf(attempt: ReadAttempt, at: string, chosen: string) {
  const state = attempt.state(at);
  return 'options' in state ? state.options?.find(({ id }) => id === chosen)?.act : undefined;
}
