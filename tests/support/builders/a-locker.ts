import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { appendCustody, type CustodyEntry } from '#evidence/locker/model/custody-log.ts';
import type { EvidenceItem } from '#evidence/locker/model/evidence-item.ts';
import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { shownFacts } from '#evidence/locker/model/shown-facts.ts';
import { byKind } from '#evidence/locker/model/unnamed-kinds.ts';
import { packLocker } from '#evidence/locker/use-cases/pack-locker.ts';
import { sayFrom } from '#evidence/locker/use-cases/say-from.ts';
import { LANG } from '#i18n/locale.ts';
import { fromEpoch, toEpoch } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { utf8 } from '#kernel/model/utf8.ts';
import { lockersOfAttempt } from '#kinds/preservation/use-cases/locker/locker-of-attempt.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import messages from '#words/evidence/evidence.json' with { type: 'json' };
import { theCase } from './the-library.ts';

/** The words of the report, as the command gives them. */
export const SAY = sayFrom(messages, LANG);

/** What the oracle has kept in a shipped case. */
export function aLocker(folder?: string): Locker {
  const { material, answers } = theCase(folder);
  const log = playCase(material, answers, 'oracle', '1970-01-01T00:00:00Z');
  const [locker] = lockersOfAttempt({ ...material, title: material.source.title }, log);
  if (!locker) throw new Error('The oracle has kept nothing.');
  return locker;
}

/**
 * A locker of the given number of pages of the shipped market, one per minute; repeats the pages where they run out.
 * Its log says what its records say of legal basis, clock, plan, sign-in and child material.
 */
export function aLockerOf(count: number): Locker {
  const one = aLocker();
  const { market } = theCase().material;
  const start = toEpoch(market.until);
  const [first] = one.items as [EvidenceItem];
  const actor = first.facts.operator;
  const custody: CustodyEntry[] = [];
  const log = (utc: string, action: string, reason: string, sha256 = '-') =>
    custody.push(
      ...appendCustody(custody.slice(-1), { utc, actor, role: 'operator', action, sha256, reason }).slice(-1),
    );
  for (const { action, reason } of one.custody.filter(({ action }) => OPENING.includes(action)))
    log(market.until, action, reason);
  const items = Array.from({ length: count }, (_, n): EvidenceItem => {
    const ad = market.ads[n % market.ads.length]?.id ?? '';
    const itemId = `EV-${String(n + 1).padStart(5, '0')}`;
    const servedAt = fromEpoch(start + n * 60);
    const served = serveAd(market, ad, market.until);
    // A unique number makes each page different, like a time or a counter on a real page.
    const body = Uint8Array.from([...served.body, ...utf8(`<!-- ${n} -->\n`)]);
    const loggedSha256 = sha256Hex(body);
    log(servedAt, 'child-material.checked', `ad ${ad}`);
    log(servedAt, 'page.captured', `${itemId}, ad ${ad}`, loggedSha256);
    const shown = shownFacts(body);
    const facts = {
      ...first.facts,
      itemId,
      adId: ad,
      url: adUrl(market, ad),
      finalUrl: adUrl(market, ad),
      capturedAtUtc: servedAt,
      title: shown?.title ?? '',
      accountId: shown?.account ?? '',
      identifiers: byKind(identifiersOn(ad, readServedAd(served))),
    };
    return {
      ...first,
      folder: itemId,
      facts: { ...facts, httpStatus: served.status, headers: served.headers },
      servedAt,
      loggedSha256,
      body,
      surroundings: [],
    };
  });
  const packedAt = custody.at(-1)?.utc ?? one.packedAt;
  return { ...one, id: `locker-of-${count}`, packedAt, items, letters: [], custody };
}

/** Entries at the beginning of a log, before the first page. */
const OPENING = ['authority.noted', 'plan.noted', 'clock.checked', 'session.opened'];

/** Bytes for the time-stamp request that are the same in every run. */
export const NONCE = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8]);

/** The bytes of a packed locker in one piece. */
export async function packed(locker: Locker): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of packLocker(locker, SAY, { nonce: NONCE })) parts.push(part);
  return Uint8Array.from(Buffer.concat(parts));
}
