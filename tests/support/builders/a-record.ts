import type { ScoreContext } from '#case/exercise/model/exercise-kind.ts';
import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import {
  MINUTES_PER_ACT,
  type PreservationAction,
  type PreservationResponse,
  playPreservation,
} from '#kinds/preservation/model/play.ts';
import { RECORD_RUBRIC } from '#kinds/preservation/model/rubric.ts';
import { scorePreservation } from '#kinds/preservation/model/score.ts';
import type { Market } from '#market/ads/model/market.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import { scored } from './a-reader.ts';

export const PERSON = { actor: 'Analyst 4', role: 'analyst' } as const;

/** What is done for one ad, step by step; a test takes steps out, adds some or changes what they say. */
export type Steps = Record<'child' | 'capture' | 'record' | 'verify' | 'seal', PreservationAction | undefined>;

interface RecordOf {
  readonly market: Market;
  readonly targets: readonly string[];
  /** The ads that are captured; the targets where nothing else is said. */
  readonly captured?: readonly string[];
  readonly world?: WorldState;
  readonly begins: Instant;
  /** What is done before any ad is touched. */
  readonly before?: readonly PreservationAction[];
  readonly after?: readonly PreservationAction[];
  /** Changes the steps for one ad. */
  readonly change?: (steps: Steps, ad: string, at: Instant) => Partial<Steps>;
}

export const AUTHORITY: PreservationAction = { type: 'authority.noted', legalBasis: 'Order OST-0312', ...PERSON };
export const CLOCK: PreservationAction = { type: 'clock.checked', offsetSeconds: 37, ...PERSON };

/** A record of good practice, one minute a step, with the changes that a test makes; and what it scores. */
export function aRecord(of: RecordOf) {
  const {
    market,
    targets,
    captured = targets,
    world = [],
    begins,
    before = [AUTHORITY, CLOCK],
    after = [],
    change = () => ({}),
  } = of;
  let response: PreservationResponse = playPreservation.empty;
  let clock = begins;
  const does = (action: PreservationAction | undefined) => {
    if (!action) return;
    response = playPreservation.reduce(response, action as never, { at: clock, seq: response.custody.length + 1 });
    clock = addMinutes(clock, MINUTES_PER_ACT);
  };
  before.forEach(does);
  const stepsAt = (item: string, ad: string, at: Instant): Steps => {
    const served = serveAd(market, ad, at, world);
    const sha256 = sha256Hex(served.body);
    const identifiers = identifiersOn(ad, readServedAd(served));
    const steps: Steps = {
      child: { type: 'child-material.checked', ad, ...PERSON },
      capture: { type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256, ...PERSON },
      record: { type: 'record.written', item, url: adUrl(market, ad), time: at, identifiers, ...PERSON },
      verify: { type: 'hash.verified', item, sha256, ...PERSON },
      seal: { type: 'copy.sealed', item, ...PERSON },
    };
    return { ...steps, ...change(steps, ad, at) };
  };
  for (const [n, ad] of captured.entries()) {
    const item = `EV-${String(n + 1).padStart(3, '0')}`;
    // The capture comes a minute after the look for child material, where there is one.
    const usual = stepsAt(item, ad, addMinutes(clock, 1));
    Object.values(usual.child ? usual : stepsAt(item, ad, clock)).forEach(does);
  }
  after.forEach(does);
  const context: ScoreContext = { market, world, evidence: [1] };
  const whole = scorePreservation(response, { targets }, context);
  const parts: readonly string[] = RECORD_RUBRIC.map(({ part }) => part);
  const part = scored({ ...whole, findings: whole.findings.filter(({ at }) => parts.includes(at.locator ?? '')) });
  return {
    response,
    ...part,
    /** Parts of the record that fall short, in the order of the rubric. */
    lacking: part.findings.flatMap(({ kind, at }) => (kind === 'miss' ? [at.locator] : [])),
  };
}
