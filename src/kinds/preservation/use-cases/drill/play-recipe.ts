import { emptyLetter, type Letter } from '#evidence/letters/model/letter.ts';
import type { CaptureRecipe, RecipeLetter } from '#evidence/locker/model/capture-recipe.ts';
import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import { addMinutes, fromEpoch, type Instant, toEpoch } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { ContextKind } from '#kinds/preservation/model/care-actions.ts';
import {
  type PreservationAction,
  type PreservationResponse,
  playPreservation,
} from '#kinds/preservation/model/play.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { findAd, siteOf } from '#market/ads/model/ad-at.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, type Served, serveAd } from '#market/ads/model/serve-ad.ts';
import type { AdChange, WorldState } from '#market/ads/model/world-state.ts';

const MINUTES_OF_DAY = 24 * 60;
const DAYS_KEPT = 90;
const DAYS_UNTIL_RENEWAL = 80;
const DAYS_MORE = 60;
/** From the last capture of an ad until it is requested again, after the site has removed it. */
const MINUTES_UNTIL_GONE = 95;
const AROUND: readonly ContextKind[] = ['versions', 'other-ads'];

/** A played recipe: the acts at the workbench, the changes of its ads, and the time at the end. */
export interface PlayedRecipe {
  readonly response: PreservationResponse;
  readonly world: WorldState;
  readonly now: Instant;
}

/** Plays good practice at the workbench of a recipe, act by act. */
export function playRecipe(recipe: CaptureRecipe, market: Market): PlayedRecipe {
  const workbench = workbenchOf(recipe);
  const ads = pagesOf(market, recipe.ads);
  const last = required(ads.at(-1), 'an ad of the drill');
  const world: AdChange[] = recipe.sentOn ? [sendOn(market, last, recipe.begins)] : [];
  open(workbench.act, recipe);
  for (const ad of ads) capture(workbench, market, ad, world);
  if (recipe.gone) {
    const at = addMinutes(workbench.now(), MINUTES_UNTIL_GONE / 2);
    world.push({ ad: last.id, at, change: 'removed' });
    workbench.wait(MINUTES_UNTIL_GONE);
    capture(workbench, market, last, world);
  }
  if (recipe.letter) ask(workbench, recipe.letter, recipe, market, ads);
  return { response: workbench.response(), world, now: workbench.now() };
}

type Act = (action: Omit<PreservationAction, 'actor' | 'role'>) => void;

/** Clock and log of a workbench: each act advances the clock by the next step of the pace. */
function workbenchOf({ begins, pace, person }: CaptureRecipe) {
  let response = playPreservation.empty;
  let now = begins;
  const act: Act = (action) => {
    const place = { at: now, seq: response.acts.length + 1 };
    response = playPreservation.reduce(response, { ...action, ...person } as PreservationAction, place);
    now = fromEpoch(toEpoch(now) + (pace[response.acts.length % pace.length] as number));
  };
  return {
    act: act as (action: Record<string, unknown> & { readonly type: PreservationAction['type'] }) => void,
    now: () => now,
    wait: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    response: () => response,
  };
}
type WorkbenchOfRecipe = ReturnType<typeof workbenchOf>;

function open(act: WorkbenchOfRecipe['act'], recipe: CaptureRecipe): void {
  const { legalBasis, purpose, scope, tool, workstation, offsetSeconds } = recipe;
  act({ type: 'authority.noted', legalBasis });
  act({ type: 'plan.noted', purpose, scope, tool, workstation });
  act({ type: 'clock.checked', offsetSeconds });
  act({ type: 'session.opened', account: 'none' });
}

/** Captures one page: child-material check, capture with picture and context, record, read-back, seal. */
function capture({ act, now, response }: WorkbenchOfRecipe, market: Market, { id: ad }: Ad, world: WorldState): void {
  const before = response().items.findLast((item) => item.ad === ad);
  act({ type: 'child-material.checked', ad });
  if (!before) act({ type: 'finding.noted', ad, path: 'from the list that the purpose names' });
  const time = now();
  const served = serveAd(market, ad, time, world);
  const sha256 = sha256Hex(served.body);
  act({ type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256 });
  const item = required(response().items.at(-1), 'a captured page').item;
  for (const of of before ? [] : AROUND) {
    const bytes = required(serveContext(market, ad, of, now(), world), `${of} of ad ${ad}`);
    act({ type: 'context.captured', ad, of, bytes: bytes.length, sha256: sha256Hex(bytes) });
  }
  // A removed page shows no identifiers; those of the ad's earlier record are used.
  const identifiers = before?.record?.identifiers ?? identifiersOn(ad, readServedAd(served));
  const standing = served.redirects && { standing: 'copy' as const, finalUrl: served.url };
  act({ type: 'record.written', item, url: adUrl(market, ad), time, identifiers, ...standing });
  if (before) act({ type: 'note.written', item, on: 'log', text: noteOf(served, before.item) });
  act({ type: 'hash.verified', item, sha256 });
  act({ type: 'copy.sealed', item });
}

const noteOf = ({ status }: Served, before: string) =>
  `the site now answers ${status} at this address; the page of the ad and its identifiers are in ${before}`;

function sendOn(market: Market, ad: Ad, at: Instant): AdChange {
  const own = siteOf(market, ad);
  const mirror = market.sites.find((site) => site.mirrorOf === own.id) ?? market.sites.find(({ id }) => id !== own.id);
  const { id, name, host } = required(mirror, 'another site of the market');
  return { ad: ad.id, at, change: 'moved', to: { id, name, host } };
}

/** Sends the preservation request and enters the answer, the renewal date and, if the recipe says so, the renewal. */
function ask(
  { act, now, wait }: WorkbenchOfRecipe,
  letter: RecipeLetter,
  { begins }: CaptureRecipe,
  market: Market,
  ads: readonly Ad[],
): void {
  const until = now();
  const from = addMinutes(begins, -60 * MINUTES_OF_DAY);
  act({ type: 'request.entered', letter: letterOf(letter, market, ads, { from, until }) });
  wait(140);
  act({ type: 'answer.entered', outcome: 'acknowledged', says: `the data are kept for ${DAYS_KEPT} days` });
  act({ type: 'renewal.noted', on: addMinutes(until, DAYS_UNTIL_RENEWAL * MINUTES_OF_DAY) });
  if (!letter.renewed) return;
  wait(DAYS_UNTIL_RENEWAL * MINUTES_OF_DAY - 60);
  act({ type: 'request.renewed', days: DAYS_MORE });
  act({ type: 'renewal.noted', on: addMinutes(now(), (DAYS_MORE - 10) * MINUTES_OF_DAY) });
}

function letterOf(
  { issuer, signer, legalBasis }: RecipeLetter,
  market: Market,
  ads: readonly Ad[],
  span: Pick<Letter, 'from' | 'until'>,
): Letter {
  const site = siteOf(market, ads[0]);
  const asked = ads.filter((ad) => ad.site === site.id);
  return {
    ...emptyLetter('preservation'),
    to: site.id,
    authority: signer,
    issuer,
    contact: 'the case room',
    offence: 'trafficking in human beings',
    facts: 'The ads named here are part of an inquiry.',
    accounts: asked.map(({ account }) => account),
    ads: asked.map(({ id }) => id),
    urls: asked.map(({ id }) => adUrl(market, id)),
    ...span,
    data: ['versions', 'logins', 'payment'],
    custodian: site.name,
    urgency: 'The ads can change on any day.',
    intent: 'order',
    days: DAYS_KEPT,
    confidentiality: 'Please do not tell the account holders, so that nothing is lost.',
    keepsOnline: true,
    acknowledgement: true,
    legalBasis,
  };
}

/**
 * The named ads; or so many ads that are still as posted, each of another account, so that no ad is part of another
 * one's history.
 */
function pagesOf(market: Market, wanted: CaptureRecipe['ads']): Ad[] {
  if (typeof wanted !== 'number') return wanted.map((id) => required(findAd(market, id), `ad ${id}`));
  const accounts = new Set<string>();
  const plain = market.ads.filter(({ account, copied, removedAt, versions, withheld }) => {
    if (withheld || copied || removedAt || versions.length !== 1 || accounts.has(account)) return false;
    accounts.add(account);
    return true;
  });
  return plain.slice(0, wanted);
}
