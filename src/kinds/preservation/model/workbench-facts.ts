import type { ScoreContext } from '#case/exercise/model/exercise-kind.ts';
import type { Letter } from '#evidence/letters/model/letter.ts';
import type { LetterSubject } from '#evidence/letters/model/letter-subject.ts';
import { HOLDERS } from '#evidence/letters/model/points.ts';
import type { SentLetters } from '#evidence/letters/model/sent-letters.ts';
import type { Instant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { findAd } from '#market/ads/model/ad-at.ts';
import { adUrl, type Served, serveAd } from '#market/ads/model/serve-ad.ts';
import { type AlteringAct, alteringActs } from './altered-originals.ts';
import type { DutyPage } from './duty-pages.ts';
import type { CapturedItem, LoggedPreservation, PreservationResponse } from './play.ts';

/** What the key says about a workbench. */
export interface WorkbenchKey {
  /** Ids of the ads that belong in the locker. */
  readonly targets: readonly string[];
  /** What stands on each of their pages; left out where nobody knows. */
  readonly duties?: readonly DutyPage[];
  /** Places on their pages that point away from guilt (exculpatory), each as `ad place`. */
  readonly pointsAway?: readonly string[];
}

type DoneOf<Type extends LoggedPreservation['type']> = Extract<LoggedPreservation, { type: Type }>;

/** A preservation request that was sent, from the workbench or from a request desk, with its renewals. */
export interface SentRequest {
  readonly letter: Letter;
  readonly at: Instant;
  readonly seq: number;
  /** Renewal dates in the diary. */
  readonly diary: readonly Instant[];
  readonly renewedAt: readonly Instant[];
}

/** Input of the rubric and of the errors: the acts, what the site sent, and what the key names. */
export interface WorkbenchFacts {
  readonly response: PreservationResponse;
  readonly key: WorkbenchKey;
  readonly context: ScoreContext;
  /** Items with a failed hash: the one logged at capture is not that of their bytes, or the last read-back differs. */
  readonly unfit: readonly CapturedItem[];
  /**
   * Acts that altered originals after their capture. Such an item is no longer what its site sent, whatever hash is
   * read back.
   */
  readonly altering: readonly AlteringAct[];
  /** Items that were not deleted, whose hashes match their bytes, and whose original was not altered. */
  readonly kept: readonly CapturedItem[];
  /** For each target the item that counts for it: the first kept page, else the first kept answer without a page. */
  readonly best: readonly (CapturedItem | undefined)[];
  /**
   * For each target the `seq` of its first copy of any kind: a capture (even one that was deleted later), a picture, or
   * context of the page. Undefined if no copy of it counts.
   */
  readonly touched: readonly (number | undefined)[];
  readonly requests: readonly SentRequest[];
  /** `seq` of every act that may warn the advertiser: notices and contacts. */
  readonly alarms: readonly number[];
  readonly notices: readonly number[];
  /** `seq` of every preservation request, including requests in the story. */
  readonly requested: readonly number[];
  /** `seq` of everything sent to a site: letters of any kind, notices, requests in the story. */
  readonly written: readonly number[];
  acts<Type extends LoggedPreservation['type']>(type: Type): readonly DoneOf<Type>[];
  servedTo(item: CapturedItem): Served;
  isWithheld(ad: string): boolean;
}

/** Reads the facts of a workbench from its response, its key and the case around it. */
export function workbenchFacts(
  response: PreservationResponse,
  key: WorkbenchKey,
  context: ScoreContext,
): WorkbenchFacts {
  const { market, world } = context;
  const acts = <Type extends LoggedPreservation['type']>(type: Type) =>
    response.acts.filter((act): act is DoneOf<Type> => act.type === type);
  const servedTo = (item: CapturedItem) => serveAd(market, item.ad, item.capturedAt, world);
  const isReadBackWrong = ({ item, sha256 }: CapturedItem) => {
    const last = acts('hash.verified').findLast((act) => act.item === item);
    return last !== undefined && last.sha256 !== sha256;
  };
  const deleted = acts('item.deleted').map(({ item }) => item);
  const unfit = response.items.filter(
    (item) => isReadBackWrong(item) || item.sha256 !== sha256Hex(servedTo(item).body),
  );
  const altering = alteringActs(response);
  const altered = altering.flatMap(({ items }) => items);
  const kept = response.items.filter(
    (captured) => ![...deleted, ...altered].includes(captured.item) && !unfit.includes(captured),
  );
  const best = key.targets.map(
    (ad) => kept.find((item) => item.ad === ad && item.status === 200) ?? kept.find((item) => item.ad === ad),
  );
  const outside = (wanted: string) => (context.acts ?? []).filter(({ act }) => act === wanted).map(({ seq }) => seq);
  const seqs = (done: readonly { readonly seq: number }[]) => done.map(({ seq }) => seq);
  const letters = deskLetters(context);
  const notices = [
    ...outside('notify'),
    ...seqs(acts('notice.entered')),
    ...seqs(acts('request.entered').filter(({ letter }) => letter.kind === 'notice')),
    ...seqs(letters.filter(({ letter }) => letter.kind === 'notice')),
  ];
  const requests = [
    ...workbenchRequests(acts('request.entered'), acts('renewal.noted'), acts('request.renewed')),
    ...letters.filter(({ letter }) => letter.kind === 'preservation'),
  ];
  const contacts = acts('shortcut.taken').filter(({ shortcut }) => shortcut === 'private-contact');
  return {
    response,
    key,
    context,
    unfit,
    altering,
    kept,
    best,
    touched: key.targets.map((ad, n) => {
      const copied = [...acts('look.captured'), ...acts('context.captured')].filter((act) => act.ad === ad);
      // If the items of an ad all fail (hash, altered original, deletion), its pictures and context do not count
      // either.
      const isKept = best[n] !== undefined || response.items.every((item) => item.ad !== ad);
      const places = isKept ? [...seqs(copied), ...seqs(response.items.filter((item) => item.ad === ad))] : [];
      return places.length > 0 ? Math.min(...places) : undefined;
    }),
    requests,
    alarms: [...notices, ...outside('contact'), ...seqs(contacts)],
    notices,
    requested: [...outside('request'), ...seqs(requests)],
    written: [...outside('request'), ...notices, ...seqs(acts('request.entered')), ...seqs(letters)],
    acts,
    servedTo,
    isWithheld: (ad) => findAd(market, ad)?.withheld !== undefined,
  };
}

/** What a letter about the targets must name. */
function letterSubject({ key, context: { market } }: WorkbenchFacts): LetterSubject {
  const ads = key.targets.flatMap((ad) => findAd(market, ad) ?? []);
  const posted = ads.map(({ postedAt }) => postedAt).sort();
  const [first, last] = [posted[0], posted.at(-1)];
  return {
    ads: key.targets,
    accounts: [...new Set(ads.map(({ account }) => account))],
    urls: key.targets.map((ad) => adUrl(market, ad)),
    ...(first !== undefined && last !== undefined && { posted: { first, last } }),
  };
}

/**
 * What a request about the targets must name, for one letter: it may say who holds the data by the name of its receiver
 * or of a site too, as a desk of the case takes it.
 */
export function subjectOfRequest(facts: WorkbenchFacts, { to }: Pick<Letter, 'to'>): LetterSubject {
  const sites = facts.context.market.sites.flatMap(({ id, name }) => [id, name]);
  const receiver = to.trim() === '' ? [] : [to, to.replaceAll('-', ' ')];
  return { ...letterSubject(facts), words: { 'custodian.holder': [...HOLDERS, ...sites, ...receiver] } };
}

function workbenchRequests(
  entered: readonly DoneOf<'request.entered'>[],
  noted: readonly DoneOf<'renewal.noted'>[],
  renewed: readonly DoneOf<'request.renewed'>[],
): SentRequest[] {
  return entered
    .filter(({ letter }) => letter.kind === 'preservation')
    .map(({ letter, at, seq }) => ({
      letter,
      at,
      seq,
      diary: noted.map(({ on }) => on),
      renewedAt: renewed.map((act) => act.at),
    }));
}

/** The letters sent from all request desks of the case. */
function deskLetters({ responses = {} }: ScoreContext): SentRequest[] {
  return Object.values(responses).flatMap((response) => {
    const { letters = [], diary = [], renewals = [] } = response as Partial<SentLetters>;
    return letters.map(({ id, letter, sentAt, seq }) => ({
      letter,
      at: sentAt,
      seq,
      diary: diary.filter(({ of }) => of === id).map(({ on }) => on),
      renewedAt: renewals.filter(({ of }) => of === id).map(({ at }) => at),
    }));
  });
}
