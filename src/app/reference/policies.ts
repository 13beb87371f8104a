import type { DetectionAction } from '#core/detection/play.ts';
import { identifiersOn } from '#core/evidence/identifiers.ts';
import { addMinutes } from '#core/kernel/instant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import type { LinkingAction } from '#core/linking/play.ts';
import type { MappingAction } from '#core/mapping/play.ts';
import { readServedAd } from '#core/market/read-served-ad.ts';
import { adUrl, serveAd } from '#core/market/serve-ad.ts';
import { type PreservationAction, playPreservation } from '#core/preservation/play.ts';
import type { CompiledOption } from '#core/scenario/compiled-scenario.ts';
import { preservationTargets } from '#core/scoring/exercise-scores.ts';
import { countFlags, detectAsOracle, judgeAll, selectAllText } from './detection-players.ts';
import { readHonestly } from './honest-reader.ts';
import { linkAsOracle, linkEveryTrace, linkEverything, linkHonestly } from './linking-players.ts';
import { mapAsOracle, mapEverything } from './mapping-players.ts';
import { shortestHarm } from './shortest-harm.ts';
import type { Table } from './table.ts';

/** A player that always acts alike. It keeps the scoring honest: each has a result that must never change. */
export interface Policy {
  detect(table: Table): readonly DetectionAction[];
  preserve(table: Table): readonly PreservationAction[];
  link(table: Table): readonly LinkingAction[];
  map(table: Table): readonly MappingAction[];
  decide(table: Table, offered: readonly CompiledOption[]): CompiledOption;
}

export const POLICY_NAMES = [
  'oracle',
  'nothing',
  'flag-all',
  'flag-none',
  'count-flags',
  'select-all-text',
  'honest',
  'always-c3',
  'harmful-short',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

/** A person of the reference player, as custody entries name it. */
const PLAYER = { actor: 'Reference player', role: 'reference' } as const;

const first = (offered: readonly CompiledOption[]) => offered[0] as CompiledOption;

/** Does nothing anywhere, and takes the first way on. */
const IDLE: Policy = {
  detect: () => [],
  preserve: () => [],
  link: () => [],
  map: () => [],
  decide: (_, offered) => first(offered),
};

export const POLICIES: Readonly<Record<PolicyName, Policy>> = {
  oracle: {
    detect: detectAsOracle,
    preserve: preserveAll,
    link: linkAsOracle,
    map: mapAsOracle,
    decide: ({ answers: { key }, attempt }, offered) => {
      const planned = key.model[attempt.choices.length];
      return offered.find((option) => planned?.[0] === attempt.state && option.id === planned[1]) ?? first(offered);
    },
  },
  nothing: IDLE,
  'flag-all': { ...IDLE, detect: (table) => judgeAll(table, () => 'urgent'), link: linkEverything, map: mapEverything },
  'flag-none': { ...IDLE, detect: (table) => judgeAll(table, () => 'none') },
  'count-flags': { ...IDLE, detect: countFlags, link: linkEveryTrace },
  'select-all-text': { ...IDLE, detect: selectAllText },
  honest: { ...IDLE, detect: (table) => readHonestly(table), link: linkHonestly },
  'always-c3': { ...IDLE, detect: (table) => readHonestly(table, 3) },
  'harmful-short': {
    ...IDLE,
    decide: ({ material, answers: { key }, attempt }, offered) =>
      shortestHarm(material.scenario, key, attempt, offered),
  },
};

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
