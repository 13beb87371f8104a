import { describe, expect, it } from 'vitest';
import { hasExercise } from '#case/language/model/compiled-scenario.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import { besideRecord, recordGaps } from '#evidence/locker/model/record-gaps.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { nameOfLook } from '#kinds/preservation/model/name-of-look.ts';
import { type PreservationAction, playPreservation } from '#kinds/preservation/model/play.ts';
import { drawLook } from '#kinds/preservation/use-cases/locker/draw-look.ts';
import { lockerOfWorkbench, lockersOfAttempt } from '#kinds/preservation/use-cases/locker/locker-of-attempt.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { PROJECT, theCase } from '../../../../../support/builders/the-library.ts';

const SCENARIOS = PROJECT.list('scenarios').filter((name) => PROJECT.read(`scenarios/${name}/key.yaml`) !== undefined);
const keepsPages = (name: string) => hasExercise(theCase(`scenarios/${name}`).material.scenario, 'preservation');

/** The cases in which pages are kept; the others have no workbench and so no locker. */
const CASES = SCENARIOS.filter(keepsPages);

/** Acts after which the locker has a file with the hash in the log. */
const KEPT = ['page.captured', 'look.captured', 'context.captured', 'request.entered'];

describe('the locker of an attempt', () => {
  it.each(CASES)(
    'of the best player in %s holds the very pages that were hashed, with records without a gap',
    (name) => {
      const { material, answers } = theCase(`scenarios/${name}`);
      const log = playCase(material, answers, 'oracle', '1970-01-01T00:00:00Z');
      const lockers = lockersOfAttempt({ ...material, title: material.source.title }, log);

      expect(lockers.length).toBeGreaterThan(0);
      for (const { items, letters, custody, notice, reviewed } of lockers) {
        expect(firstBrokenLink(custody)).toBeUndefined();
        expect({ notice, reviewed }).toEqual({ notice: material.market.words.mark, reviewed: false });
        expect(new Set(items.map(({ folder }) => folder)).size).toBe(items.length);
        const texts = [...letters, ...items.flatMap(({ surroundings }) => surroundings)].map(({ text }) => text);
        const kept = new Set([...texts.map(sha256Hex), ...items.map(({ loggedSha256 }) => loggedSha256)]);
        const lost = custody.filter(({ action, sha256 }) => KEPT.includes(action) && !kept.has(sha256));
        expect(lost.map(({ seq, reason }) => `${seq} ${reason}`)).toEqual([]);
        expect(items.some(({ surroundings }) => surroundings.length > 3)).toBe(true);
        for (const { facts, body, loggedSha256, servedAt } of items) {
          expect(sha256Hex(body)).toBe(loggedSha256);
          expect(recordGaps(facts, servedAt, besideRecord({ facts, body }, custody))).toEqual([]);
          expect(Object.values(facts.view ?? {})).toHaveLength(3);
          expect(facts.ip).toMatch(/^192\.0\.2\.\d+$/);
        }
      }
    },
  );

  it('does not exist for a case in which no page is kept, even if it has decisions', () => {
    const { material, answers } = theCase('scenarios/five-signs');
    const log = playCase(material, answers, 'oracle', '1970-01-01T00:00:00Z');

    expect(lockersOfAttempt({ ...material, title: material.source.title }, log)).toEqual([]);
  });

  it('never packs a copy of a withheld card, and keeps its log entry', () => {
    const { market } = theCase().material;
    const person = { actor: 'Analyst 4', role: 'analyst' };
    const closed = market.ads.find(({ withheld }) => withheld)?.id ?? '';
    const open = market.ads.find(({ withheld }) => !withheld)?.id ?? '';
    const captured = [closed, open].map((ad) => {
      const { status, body } = serveAd(market, ad, market.until);
      return { type: 'page.captured' as const, ad, status, bytes: body.length, sha256: sha256Hex(body), ...person };
    });
    const kept = (acts: readonly PreservationAction[]) => {
      const at = market.until;
      const response = acts.reduce(
        (all, act, n) => playPreservation.reduce(all, act, { at, seq: n + 1 }),
        playPreservation.empty,
      );
      const workbench = { caseId: 'c', title: 'C', reviewed: false, exercise: 'bench', market, world: [], now: at };
      return lockerOfWorkbench(workbench, response);
    };

    expect(kept(captured)?.items.map(({ facts }) => facts.adId)).toEqual([open]);
    expect(kept(captured)?.custody.map(({ reason }) => reason)).toEqual([`EV-001, ad ${closed}`, `EV-002, ad ${open}`]);
    expect(kept(captured.slice(0, 1))).toBeUndefined();
  });

  it('has the loose copies of an uncaptured page, with the hashes in the log, but none of a withheld card', () => {
    const { market } = theCase().material;
    const person = { actor: 'Analyst 4', role: 'analyst' };
    const at = market.until;
    const [first = '', second = ''] = market.ads.filter(({ withheld }) => !withheld).map(({ id }) => id);
    const closed = market.ads.find(({ withheld }) => withheld)?.id ?? '';
    const look = (ad: string, seq: number) => {
      const name = nameOfLook(ad, [], seq);
      const sha256 = sha256Hex(drawLook(market, serveAd(market, ad, at), name, 'cropped'));
      return { type: 'look.captured' as const, ad, extent: 'cropped' as const, bytes: 1, sha256, tool: 'T', ...person };
    };
    const { status, body } = serveAd(market, first, at);
    const page = {
      type: 'page.captured' as const,
      ad: first,
      status,
      bytes: body.length,
      sha256: sha256Hex(body),
      ...person,
    };
    const response = [look(second, 1), look(closed, 2), page].reduce(
      (all, act, n) => playPreservation.reduce(all, act, { at, seq: n + 1 }),
      playPreservation.empty,
    );
    const workbench = { caseId: 'c', title: 'C', reviewed: false, exercise: 'bench', market, world: [], now: at };
    const locker = lockerOfWorkbench(workbench, response);

    expect(locker?.loose?.map(({ ad }) => ad)).toEqual([second]);
    const [copy] = locker?.loose?.[0]?.texts ?? [];
    expect(sha256Hex(copy?.text ?? '')).toBe(response.custody[0]?.sha256);
  });

  it('gives only the login state that was noted before the capture', () => {
    const { market } = theCase().material;
    const at = market.until;
    const person = { actor: 'Analyst 4', role: 'analyst' };
    const ad = market.ads.find(({ withheld }) => !withheld)?.id ?? '';
    const { status, body } = serveAd(market, ad, at);
    const page = { type: 'page.captured' as const, ad, status, bytes: body.length, sha256: sha256Hex(body), ...person };
    const signedIn = (account: 'none' | 'personal') => ({ type: 'session.opened' as const, account, ...person });
    const statesAfter = (...acts: readonly PreservationAction[]) => {
      const response = acts.reduce(
        (all, act, n) => playPreservation.reduce(all, act, { at, seq: n + 1 }),
        playPreservation.empty,
      );
      const workbench = { caseId: 'c', title: 'C', reviewed: false, exercise: 'bench', market, world: [], now: at };
      return lockerOfWorkbench(workbench, response)?.items.map(({ facts, servedAt }) => [
        facts.loginState,
        recordGaps(facts, servedAt).filter((gap) => gap.includes('log')),
      ]);
    };

    expect(statesAfter(page, signedIn('none'), page)).toEqual([
      ['', ['no-login-state']],
      ['not logged in', []],
    ]);
    expect(statesAfter(signedIn('personal'), page)).toEqual([['logged in: personal', ['logged-in']]]);
  });

  it('does not exist if nothing was captured', () => {
    const { material, answers } = theCase();
    const log = playCase(material, answers, 'nothing', '1970-01-01T00:00:00Z');

    expect(lockersOfAttempt({ ...material, title: material.source.title }, log)).toEqual([]);
  });
});
