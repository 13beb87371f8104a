import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import { deriveKey } from '#core/detection/derive-key.ts';
import type { AnsweredBand, DetectionAction } from '#core/detection/play.ts';
import { identifiersOn } from '#core/evidence/identifiers.ts';
import { addMinutes } from '#core/kernel/instant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { isSought } from '#core/market/actor-types.ts';
import { readServedAd } from '#core/market/read-served-ad.ts';
import { adUrl, serveAd } from '#core/market/serve-ad.ts';
import { type PreservationAction, playPreservation } from '#core/preservation/play.ts';
import type { CompiledOption } from '#core/scenario/compiled-scenario.ts';
import { type Answers, preservationTargets } from '#core/scoring/exercise-scores.ts';
import type { CaseMaterial } from '#core/scoring/score-attempt.ts';
import { shortestHarm } from './shortest-harm.ts';

/** What a reference player may look at: everything, because what it proves is the scoring, not the player. */
export interface Table {
  readonly material: CaseMaterial;
  readonly answers: Answers;
  readonly attempt: AttemptState;
}

/** A player that always acts alike. It keeps the scoring honest: each has a result that must never change. */
export interface Policy {
  detect(table: Table): readonly DetectionAction[];
  preserve(table: Table): readonly PreservationAction[];
  decide(table: Table, offered: readonly CompiledOption[]): CompiledOption;
}

export const POLICY_NAMES = ['oracle', 'nothing', 'flag-all', 'count-flags', 'harmful-short'] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

/** A person of the reference player, as custody entries name it. */
const PLAYER = { actor: 'Reference player', role: 'reference' } as const;

/** So many visible signs make the counting player flag an ad. */
const FLAGS_THAT_COUNT = 2;

const first = (offered: readonly CompiledOption[]) => offered[0] as CompiledOption;

export const POLICIES: Readonly<Record<PolicyName, Policy>> = {
  oracle: {
    detect: ({ answers: { truth, catalogue, prevalence } }) =>
      deriveKey(truth, catalogue, prevalence).flatMap((ad): DetectionAction[] => {
        if (ad.possibleMinor) return [{ type: 'card.escalated', ad: ad.ad }];
        const controlled = isSought(ad.control) && !ad.notKnowable;
        const marks = controlled
          ? ad.labels
              .filter(({ kind }) => kind === 'sign')
              .map(({ at, indicator }): DetectionAction => ({ type: 'ad.marked', ad: ad.ad, at, indicator }))
          : [];
        const band = controlled ? 'urgent' : 'check';
        return [...marks, { type: 'ad.judged', ad: ad.ad, band, certainty: 3 }];
      }),
    preserve: preserveAll,
    decide: ({ answers: { key }, attempt }, offered) => {
      const planned = key.model[attempt.choices.length];
      return offered.find((option) => planned?.[0] === attempt.state && option.id === planned[1]) ?? first(offered);
    },
  },
  nothing: { detect: () => [], preserve: () => [], decide: (_, offered) => first(offered) },
  'flag-all': {
    detect: (table) => judgeAll(table, () => 'urgent'),
    preserve: () => [],
    decide: (_, offered) => first(offered),
  },
  'count-flags': {
    detect: (table) => judgeAll(table, (signs) => (signs >= FLAGS_THAT_COUNT ? 'prioritise' : 'none')),
    preserve: () => [],
    decide: (_, offered) => first(offered),
  },
  'harmful-short': {
    detect: () => [],
    preserve: () => [],
    decide: ({ material, answers: { key }, attempt }, offered) =>
      shortestHarm(material.scenario, key, attempt, offered),
  },
};

function judgeAll({ answers: { truth } }: Table, band: (signs: number) => AnsweredBand): DetectionAction[] {
  return truth.ads
    .filter((ad) => !ad.possibleMinor)
    .map(({ ad, labels }) => ({
      type: 'ad.judged',
      ad,
      band: band(labels.filter(({ kind }) => kind !== 'cue').length),
      certainty: 3,
    }));
}

/** Every page of the network in the order of good practice: authority, clock, child check, capture, record, fixity, seal. */
function preserveAll({ material: { market }, answers, attempt }: Table): PreservationAction[] {
  const actions: PreservationAction[] = [];
  const at = () => addMinutes(attempt.clock, actions.length * playPreservation.minutesPerAction);
  actions.push(
    { type: 'authority.noted', legalBasis: 'order on file', ...PLAYER },
    { type: 'clock.checked', offsetSeconds: 37, ...PLAYER },
  );
  preservationTargets(answers).forEach((ad, n) => {
    const item = `EV-${String(n + 1).padStart(3, '0')}`;
    actions.push({ type: 'child-material.checked', ad, ...PLAYER });
    const capturedAt = at();
    const served = serveAd(market, ad, capturedAt, attempt.world);
    const sha256 = sha256Hex(served.body);
    actions.push(
      { type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256, ...PLAYER },
      {
        type: 'record.written',
        item,
        url: adUrl(market, ad),
        time: capturedAt,
        identifiers: identifiersOn(ad, readServedAd(served)),
        ...PLAYER,
      },
      { type: 'hash.verified', item, sha256, ...PLAYER },
      { type: 'copy.sealed', item, ...PLAYER },
    );
  });
  return actions;
}
