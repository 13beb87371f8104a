import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { fullLetter } from '#case/reference-players/use-cases/full-letter.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { DATA_CATEGORIES } from '#evidence/letters/model/letter.ts';
import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import { workstationOffset } from '#evidence/locker/model/workstation-clock.ts';
import { addMinutes, DAY, type Instant } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { CONTEXTS } from '#kinds/preservation/model/care-actions.ts';
import { preservationKey } from '#kinds/preservation/model/key.ts';
import { MINUTES_PER_ACT, type PreservationAction } from '#kinds/preservation/model/play.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { drawPage } from '#market/ads/codec/draw-page.ts';
import { findAd, siteOf } from '#market/ads/model/ad-at.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';

/** The reference player, as custody entries name it. */
const PLAYER = { actor: 'Reference player', role: 'reference' } as const;
const TOOL = 'Checkathon capture bench';
const DAYS_ASKED = 90;
const DAYS_UNTIL_RENEWAL = 80;
const MINUTES_OF_DAY = DAY / 60;

type Acts = ReturnType<typeof actsFrom>;

/** Collects acts in sequence, each with the case time at which it will be done. */
function actsFrom(begins: Instant) {
  const actions: PreservationAction[] = [];
  return {
    actions,
    now: () => addMinutes(begins, actions.length * MINUTES_PER_ACT),
    do: (...more: PreservationAction[]) => void actions.push(...more),
  };
}

/** All sixteen steps of good practice, in their order, for every page of the network. */
export function preserveAll(table: Table): PreservationAction[] {
  const { answers, attempt, material } = table;
  const { targets, pointsAway = [] } = preservationKey(answers);
  const acts = actsFrom(attempt.clock);
  const offset = workstationOffset(briefOf(material.scenario, attempt.state));
  acts.do(
    { type: 'authority.noted', legalBasis: 'order on file', ...PLAYER },
    {
      type: 'plan.noted',
      purpose: 'to keep what stands there',
      scope: 'the network',
      tool: TOOL,
      workstation: 'case room',
      ...PLAYER,
    },
    { type: 'clock.checked', offsetSeconds: offset, ...PLAYER },
    { type: 'session.opened', account: 'none', ...PLAYER },
  );
  for (const ad of targets) acts.do({ type: 'finding.noted', ad, path: 'list of the site', ...PLAYER });
  for (const [n, ad] of targets.entries()) keepPage(ad, n + 1, acts, table);
  for (const ad of targets) keepSurroundings(ad, acts, table);
  acts.do({ type: 'timestamp.requested', sha256: manifestOf(acts), ...PLAYER });
  acts.do({ type: 'item.handed-over', item: 'EV-001', to: 'evidence store', purpose: 'safe keeping', ...PLAYER });
  askToKeep(targets, acts, table);
  acts.do({ type: 'safety.checked', by: 'the outreach team', ...PLAYER });
  const [first] = targets;
  if (first !== undefined) keepPage(first, targets.length + 1, acts, table);
  acts.do(
    { type: 'retention.set', until: addMinutes(acts.now(), 365 * MINUTES_OF_DAY), access: 'the file only', ...PLAYER },
    { type: 'disclosure.noted', pointsAway, failures: 'none', ...PLAYER },
  );
  return acts.actions;
}

/** One page: child check, capture, its look, record, fixity, seal, and the working copy. */
function keepPage(ad: string, number: number, acts: Acts, { material: { market }, attempt }: Table): void {
  const item = `EV-${String(number).padStart(3, '0')}`;
  acts.do({ type: 'child-material.checked', ad, ...PLAYER });
  const time = acts.now();
  const served = serveAd(market, ad, time, attempt.world);
  const sha256 = sha256Hex(served.body);
  const picture = drawPage(served, { notice: market.words.mark, marketId: market.marketId, itemId: item });
  const identifiers = identifiersOn(ad, readServedAd(served));
  const standing = findAd(market, ad)?.copied || served.redirects ? 'copy' : 'source';
  acts.do(
    { type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256, ...PLAYER },
    {
      type: 'look.captured',
      ad,
      extent: 'full-page',
      bytes: picture.length,
      sha256: sha256Hex(picture),
      tool: TOOL,
      ...PLAYER,
    },
    {
      type: 'record.written',
      item,
      url: adUrl(market, ad),
      finalUrl: served.url,
      time,
      identifiers,
      standing,
      ...PLAYER,
    },
    { type: 'hash.verified', item, sha256, ...PLAYER },
    { type: 'copy.sealed', item, ...PLAYER },
    { type: 'copy.opened', item, copy: 'working', purpose: 'to read', ...PLAYER },
  );
}

/** Captures the surroundings of a page with their bytes; a closed card has none. */
function keepSurroundings(ad: string, acts: Acts, { material: { market }, attempt }: Table): void {
  for (const of of CONTEXTS) {
    const bytes = required(serveContext(market, ad, of, acts.now(), attempt.world), `surroundings of ad ${ad}`);
    acts.do({ type: 'context.captured', ad, of, bytes: bytes.length, sha256: sha256Hex(bytes), ...PLAYER });
  }
}

/** Sends the preservation request for the data behind the pages, notes its renewal date, and records the answer. */
function askToKeep(targets: readonly string[], acts: Acts, { material: { market } }: Table): void {
  const ads = targets.flatMap((id) => findAd(market, id) ?? []);
  const subject = {
    ads: targets,
    accounts: [...new Set(ads.map(({ account }) => account))],
    urls: targets.map((ad) => adUrl(market, ad)),
  };
  const letter = fullLetter('preservation', {
    subject,
    data: DATA_CATEGORIES,
    to: siteOf(market, ads[0]).id,
    days: DAYS_ASKED,
    from: ads.map(({ postedAt }) => postedAt).sort()[0] ?? market.from,
    until: acts.now(),
  });
  acts.do(
    { type: 'request.entered', letter, ...PLAYER },
    { type: 'renewal.noted', on: addMinutes(acts.now(), DAYS_UNTIL_RENEWAL * MINUTES_OF_DAY), ...PLAYER },
    { type: 'answer.entered', outcome: 'acknowledged', says: 'kept from this hour on', ...PLAYER },
  );
}

/** SHA-256 over the manifest lines of all captures so far. */
function manifestOf({ actions }: Acts): string {
  const hashes = actions.flatMap((action) => (action.type === 'page.captured' ? [action.sha256] : []));
  return sha256Hex(hashes.join('\n'));
}

/** Captures only a cropped screenshot of each page, under an order. */
export function screenshotsOnly({ material: { market }, answers, attempt }: Table): PreservationAction[] {
  const acts = actsFrom(attempt.clock);
  acts.do({ type: 'authority.noted', legalBasis: 'order on file', ...PLAYER });
  for (const ad of preservationKey(answers).targets) {
    const served = serveAd(market, ad, acts.now(), attempt.world);
    const picture = drawPage(served, { notice: market.words.mark, marketId: market.marketId, itemId: '-' });
    acts.do({
      type: 'look.captured',
      ad,
      extent: 'cropped',
      bytes: picture.length,
      sha256: sha256Hex(picture),
      tool: TOOL,
      ...PLAYER,
    });
  }
  return acts.actions;
}

/** Does everything that `preserveAll` does, but after sending a notice to the site. */
export function notifyFirst(table: Table): PreservationAction[] {
  const [authority, ...rest] = preserveAll({
    ...table,
    attempt: { ...table.attempt, clock: addMinutes(table.attempt.clock, MINUTES_PER_ACT) },
  });
  const notice: PreservationAction = { type: 'notice.entered', platform: 'the site', ...PLAYER };
  return authority ? [notice, authority, ...rest] : [notice];
}
