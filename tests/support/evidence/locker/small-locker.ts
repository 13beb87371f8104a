import { identifiersOn } from '#evidence/locker/model/identifiers.ts';
import type { LockerReport } from '#evidence/locker/use-cases/locker-report.ts';
import { bagFiles } from '#evidence/locker/use-cases/pack-locker.ts';
import { sayFrom } from '#evidence/locker/use-cases/say-from.ts';
import { verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { LANG } from '#i18n/locale.ts';
import { type BagFiles, readWhole } from '#kernel/formats/bagit/bag-files.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { type PreservationAction, playPreservation } from '#kinds/preservation/model/play.ts';
import { lockerOfWorkbench } from '#kinds/preservation/use-cases/locker/locker-of-attempt.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl, serveAd } from '#market/ads/model/serve-ad.ts';
import messages from '#words/evidence/evidence.json' with { type: 'json' };
import { MARKET, NOW, PERSON } from '../../kinds/preservation/small-market.ts';

const { legalBasis, ...person } = PERSON;

/** Two pages of the small market, kept as they should be. */
export function smallLocker() {
  let response = playPreservation.empty;
  const now = () => addMinutes(NOW, response.acts.length);
  const act = (action: PreservationAction) => {
    response = playPreservation.reduce(response, { ...action }, { at: now(), seq: response.acts.length + 1 });
  };
  act({ type: 'authority.noted', legalBasis, ...person });
  act({ type: 'clock.checked', offsetSeconds: 37, ...person });
  act({ type: 'session.opened', account: 'none', ...person });
  for (const [n, ad] of ['0301', '0302'].entries()) {
    const item = `EV-00${n + 1}`;
    act({ type: 'child-material.checked', ad, ...person });
    act({ type: 'finding.noted', ad, path: 'list of the site', ...person });
    const time = now();
    const served = serveAd(MARKET, ad, time);
    const sha256 = sha256Hex(served.body);
    const identifiers = identifiersOn(ad, readServedAd(served));
    act({ type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256, ...person });
    act({ type: 'record.written', item, url: adUrl(MARKET, ad), time, identifiers, ...person });
    act({ type: 'hash.verified', item, sha256, ...person });
    act({ type: 'copy.sealed', item, ...person });
  }
  const workbench = { caseId: 'small', title: 'Small', reviewed: false, exercise: 'keep', market: MARKET, world: [] };
  return required(lockerOfWorkbench({ ...workbench, now: now() }, response), 'a kept page');
}

/** The report on the small locker after a test has had its hands on its bag. */
export async function reportAfter(change: (bag: Map<string, Uint8Array>) => void = () => undefined) {
  const bag = new Map<string, Uint8Array>();
  const say = sayFrom(messages, LANG);
  for await (const { path, chunks } of bagFiles(smallLocker(), say, { nonce: new Uint8Array(8) }))
    bag.set(path, required(await readWhole(chunks, Number.MAX_SAFE_INTEGER), path));
  change(bag);
  const bytesOf = (path: string) => bag.get(path) ?? new Uint8Array(0);
  const files: BagFiles = {
    files: [...bag].map(([path, bytes]) => ({ path, bytes: bytes.length })),
    async *read(path) {
      yield bytesOf(path);
    },
    source: async (path) => sourceOfBytes(bytesOf(path)),
  };
  const report: LockerReport = await verifyLocker(files, { say });
  return report;
}
