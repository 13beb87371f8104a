import { deriveKey } from '#core/detection/derive-key.ts';
import type { AnsweredBand, DetectionAction } from '#core/detection/play.ts';
import { isSought } from '#core/market/actor-types.ts';
import type { PreservationAction } from '#core/preservation/play.ts';
import type { RequestsAction } from '#core/requests/play.ts';
import type { CompiledOption } from '#core/scenario/compiled-scenario.ts';
import { notifyFirst, preserveAll, screenshotsOnly } from './preserve-all.ts';
import { shortestHarm } from './shortest-harm.ts';
import type { Table } from './table.ts';
import { routineLetters, writeLetters } from './write-letters.ts';

/** A player that always acts alike. It keeps the scoring honest: each has a result that must never change. */
export interface Policy {
  detect(table: Table): readonly DetectionAction[];
  preserve(table: Table): readonly PreservationAction[];
  request(table: Table): readonly RequestsAction[];
  decide(table: Table, offered: readonly CompiledOption[]): CompiledOption;
}

export const POLICY_NAMES = [
  'oracle',
  'nothing',
  'flag-all',
  'count-flags',
  'harmful-short',
  'screenshot-only',
  'notify-first',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

/** So many visible signs make the counting player flag an ad. */
const FLAGS_THAT_COUNT = 2;

const first = (offered: readonly CompiledOption[]) => offered[0] as CompiledOption;

/** Finds as the one who knows the answers does: what these players get wrong is the keeping. */
const detectAll: Policy['detect'] = ({ answers: { truth, catalogue, prevalence } }) =>
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
  });

const followModel: Policy['decide'] = ({ answers: { key }, attempt }, offered) => {
  const planned = key.model[attempt.choices.length];
  return offered.find((option) => planned?.[0] === attempt.state && option.id === planned[1]) ?? first(offered);
};

/** Reports to the site as soon as that is offered, and follows the model path otherwise as far as it can. */
const reportFirst: Policy['decide'] = (table, offered) =>
  offered.find(({ act }) => act === 'notify') ?? undone(table, offered) ?? first(offered);

/** Of what is offered the first step of the model path that was not taken yet. */
function undone({ answers: { key }, attempt }: Table, offered: readonly CompiledOption[]): CompiledOption | undefined {
  const taken = attempt.choices.map(({ state, option }) => `${state} ${option}`);
  const open = key.model.filter(([state, option]) => state === attempt.state && !taken.includes(`${state} ${option}`));
  return open.flatMap(([, option]) => offered.find(({ id }) => id === option) ?? [])[0];
}

export const POLICIES: Readonly<Record<PolicyName, Policy>> = {
  oracle: { detect: detectAll, preserve: preserveAll, request: writeLetters, decide: followModel },
  nothing: { detect: () => [], preserve: () => [], request: () => [], decide: (_, offered) => first(offered) },
  'flag-all': {
    detect: (table) => judgeAll(table, () => 'urgent'),
    preserve: () => [],
    request: routineLetters,
    decide: (_, offered) => first(offered),
  },
  'count-flags': {
    detect: (table) => judgeAll(table, (signs) => (signs >= FLAGS_THAT_COUNT ? 'prioritise' : 'none')),
    preserve: () => [],
    request: () => [],
    decide: (_, offered) => first(offered),
  },
  'harmful-short': {
    detect: () => [],
    preserve: () => [],
    request: () => [],
    decide: ({ material, answers: { key }, attempt }, offered) =>
      shortestHarm(material.scenario, key, attempt, offered),
  },
  'screenshot-only': { detect: detectAll, preserve: screenshotsOnly, request: () => [], decide: followModel },
  'notify-first': {
    detect: detectAll,
    preserve: notifyFirst,
    request: (table) => writeLetters(table, ['notice', 'preservation', 'order', 'assistance']),
    decide: reportFirst,
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
