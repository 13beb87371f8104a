import { createReplay } from '#case/attempt/model/replay-attempt.ts';
import type { ReadAttempt } from './attempt.ts';
import { workbenchOf } from './bench.ts';
import { fateOf } from './bench-pages.ts';

/** A notice or contact by the trainee, and the uncaptured pages that the story changed because of it. */
interface Loss {
  readonly act: 'notify' | 'contact';
  readonly seq: number;
  readonly step: string;
  readonly ads: readonly string[];
}

const read = new WeakMap<ReadAttempt, readonly Loss[]>();

/** The losses by each notice and contact of the story, in the order of the log. */
export function lossesIn(attempt: ReadAttempt): readonly Loss[] {
  const known = read.get(attempt) ?? readLosses(attempt);
  read.set(attempt, known);
  return known;
}

function readLosses(attempt: ReadAttempt): Loss[] {
  const workbenches = attempt.exercises('preservation').map((id) => workbenchOf(attempt, id));
  const missing = workbenches.flatMap((workbench) =>
    workbench.wanted.filter((ad) => fateOf(workbench, ad).fate !== 'kept'),
  );
  const captures = workbenches.flatMap((workbench) => workbench.captures.filter(({ isPage }) => isPage));
  if (missing.length === 0 || attempt.world.length === 0) return [];
  const { log } = attempt;
  const replay = createReplay(attempt, log.header.role);
  let now = replay.start();
  return attempt.events.flatMap((event): Loss[] => {
    // Changes caused by this event: those in the world after it that were not there before.
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
