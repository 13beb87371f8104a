import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { PlayableCase } from '#case/attempt/model/case-material.ts';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { type EvidenceItem, type ItemFacts, PLAIN_VIEW } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { byKind } from '#evidence/locker/model/unnamed-kinds.ts';
import { workstationOffset } from '#evidence/locker/model/workstation-clock.ts';
import type { Instant } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import { sha256Bytes } from '#kernel/model/sha256.ts';
import { fromUtf8 } from '#kernel/model/utf8.ts';
import { alteredItems } from '#kinds/preservation/model/altered-originals.ts';
import { PRESERVATION } from '#kinds/preservation/model/kind.ts';
import type { CapturedItem, PreservationResponse } from '#kinds/preservation/model/play.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import type { Market } from '#market/ads/model/market.ts';
import { marketLanguage } from '#market/ads/model/market.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { type Served, serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import { type Circumstances, circumstancesAt } from './circumstances.ts';
import { lettersOf, looseCopies, surroundingsOf } from './surroundings-of.ts';

/** The files of a case from which a locker is packed: what can be sent to a worker. */
export interface LockerFiles extends Pick<PlayableCase, 'scenario' | 'market'> {
  readonly title: string;
  readonly reviewed: boolean;
}

/** A case with its title and its review state. */
export type LockerMaterial = LockerFiles & PlayableCase;

/**
 * The lockers of an attempt: one for each preservation exercise in which something was captured and not deleted, in the
 * order of the case. The pages are served again from the market at the time of each capture, so that only the log has
 * to be stored.
 */
export function lockersOfAttempt(material: LockerMaterial, log: AttemptLog): Locker[] {
  const { scenario, market } = material;
  const attempt = replayAttempt(material, log);
  const workbench = {
    caseId: scenario.id,
    title: material.title,
    reviewed: material.reviewed,
    market,
    world: attempt.world,
  };
  const workbenches = PRESERVATION.exercisesIn(scenario);
  return Object.keys(attempt.responses).flatMap((exercise) => {
    const response = PRESERVATION.responseOf(attempt.responses, exercise);
    const own = workbenches.find(({ state }) => state === exercise);
    if (!own || !response) return [];
    const clockOffsetMs = workstationOffset(own.brief) * 1000;
    return lockerOfWorkbench({ ...workbench, exercise, now: attempt.clock, clockOffsetMs }, response) ?? [];
  });
}

/** An exercise of an attempt whose pages are to be packed. */
export interface KeptExercise<Material = LockerMaterial> {
  readonly material: Material;
  readonly log: AttemptLog;
  readonly exercise: string;
}

/** The locker of one exercise of an attempt. Throws where no page is kept in it. */
export function lockerOfExercise({ material, log, exercise }: KeptExercise): Locker {
  const locker = lockersOfAttempt(material, log).find((locker) => locker.exercise === exercise);
  return required(locker, `a kept page of exercise ${exercise}`);
}

/** The context of a locker: the case and exercise, the market with its changes, and the time at the end. */
export interface Workbench {
  readonly caseId: string;
  readonly title: string;
  readonly reviewed: boolean;
  readonly exercise: string;
  readonly market: Market;
  readonly world: WorldState;
  readonly now: Instant;
  /** Offset of the workstation's clock from UTC; left out if unknown. */
  readonly clockOffsetMs?: number;
}

/** HTTP status of a withheld card. */
const CLOSED = 451;

/**
 * The locker of one workbench; undefined if nothing was captured, or every capture was deleted. A copy of a withheld
 * card is never packed: passing it on would be a further offence (rule C16). Its entry stays in the log, and a verifier
 * reports that the copy is missing.
 */
export function lockerOfWorkbench(workbench: Workbench, response: PreservationResponse): Locker | undefined {
  const { caseId, exercise, market, world } = workbench;
  const { custody, acts } = response;
  const deleted = new Set(acts.flatMap((act) => (act.type === 'item.deleted' ? [act.item] : [])));
  const items = response.items.filter(({ item, status }) => !deleted.has(item) && status !== CLOSED);
  if (items.length === 0) return undefined;
  const circumstancesOf = circumstancesAt(response, market.generatorVersion);
  const { clockOffsetMs } = workbench;
  const altered = alteredItems(response);
  const knownOf = (item: string) =>
    clockOffsetMs === undefined ? {} : { known: { isAltered: altered.has(item), clockOffsetMs } };
  const surroundings = surroundingsOf(items, response, market, world);
  return {
    schema: 'locker/1',
    synthetic: true,
    id: `${caseId}-${exercise}-${(custody.at(-1)?.hash ?? '').slice(0, 8)}`,
    exercise,
    caseId,
    caseTitle: workbench.title,
    marketId: market.marketId,
    notice: market.words.mark,
    reviewed: workbench.reviewed,
    packedAt: custody.at(-1)?.utc ?? workbench.now,
    items: inOwnFolders(
      items.map((item) => ({
        ...itemOf(item, circumstancesOf(item), workbench),
        surroundings: surroundings.get(item) ?? [],
        ...knownOf(item.item),
      })),
    ),
    loose: looseCopies(items, response, market, world),
    letters: lettersOf(response),
    custody,
  };
}

/** Resolves folder names that collide where case does not count: the renamed item gets its id as folder again. */
function inOwnFolders(items: readonly EvidenceItem[]): EvidenceItem[] {
  const ids = new Map(items.map((item) => [item.facts.itemId.toLowerCase(), item]));
  const names = new Set<string>();
  return items.map((item) => {
    const name = item.folder.toLowerCase();
    const isTaken = names.has(name) || (ids.get(name) ?? item) !== item;
    const folder = isTaken ? item.facts.itemId : item.folder;
    names.add(folder.toLowerCase());
    return { ...item, folder };
  });
}

function itemOf(
  item: CapturedItem,
  { folder, checkedBy, ...around }: Circumstances,
  { caseId, market, world }: Workbench,
): Omit<EvidenceItem, 'surroundings'> {
  const served = serveAd(market, item.ad, item.capturedAt, world);
  const facts: ItemFacts = {
    caseId,
    itemId: item.item,
    url: item.record?.url ?? '',
    finalUrl: served.url,
    redirects: (served.redirects ?? []).map(({ url }) => url),
    ...(item.record?.standing && { standing: item.record.standing }),
    capturedAtUtc: item.record?.time ?? '',
    ...around,
    method: 'native',
    httpStatus: served.status,
    headers: served.headers,
    ip: addressOf(served.url),
    title: titleOf(served),
    adId: item.ad,
    accountId: served.status === 200 ? (findAd(market, item.ad)?.account ?? '') : '',
    identifiers: byKind(item.record?.identifiers ?? []),
    language: languageOf(served),
    view: PLAIN_VIEW,
    childMaterialCheck: { checked: item.childCheckBefore, by: checkedBy },
  };
  return {
    folder,
    facts,
    servedAt: item.capturedAt,
    loggedSha256: item.sha256,
    request: {
      headers: { 'user-agent': 'Checkathon-training', accept: 'text/html', 'accept-language': marketLanguage(market) },
    },
    redirects: (served.redirects ?? []).map((redirect) => ({ ...redirect, ip: addressOf(redirect.url) })),
    body: served.body,
  };
}

function titleOf(served: Served): string {
  const seen = readServedAd(served);
  return seen.kind === 'ad' ? seen.title : '';
}

/** The `lang` of the page; empty if it has none. */
const languageOf = ({ body }: Served) => /<html lang="([^"]*)"/.exec(fromUtf8(body))?.[1] ?? '';

/** An IP address from the block reserved for documentation (RFC 5737), always the same for one host. */
function addressOf(url: string): string {
  const [, host = ''] = /^https:\/\/([^/]+)/.exec(url) ?? [];
  return `192.0.2.${1 + ((sha256Bytes(host)[0] as number) % 254)}`;
}
