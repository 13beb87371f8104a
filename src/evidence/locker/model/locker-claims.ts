import { countClaim, type LockerClaim, word } from './claim.ts';
import { compareHead } from './compare-head.ts';
import { contradictionsIn, countWrong, isOutside, wrongFiles } from './contradictions.ts';
import { comparedClaims, openClaims } from './coverage-claims.ts';
import { openFiles } from './file-states.ts';
import type { VerifiedLocker } from './verified-locker.ts';

/** What may be claimed about a verified locker, from inside and from outside the bag. */
export interface LockerClaims {
  /** The headline of the result, in a few words. */
  readonly head: LockerClaim;
  /** What the bag shows by itself. */
  readonly inside: readonly LockerClaim[];
  /** One claim for the time stamp and one for the head hash: what it shows, or that none was found. */
  readonly outside: readonly LockerClaim[];
  /** What was compared, and with what. */
  readonly compared: readonly LockerClaim[];
  /** What the custody log does not cover, and what was not checked. */
  readonly open: readonly LockerClaim[];
}

/**
 * What can be claimed about a verified locker. A locker without contradictions is internally consistent and no more: a
 * forger who rewrites all of it makes one that is consistent too. Only evidence outside the locker can show that, and
 * for files only as far as they were compared with the custody log.
 */
export function lockerClaims(report: VerifiedLocker, writtenHead = report.custody.expected ?? ''): LockerClaims {
  const head = headline(report, writtenHead);
  if (report.foreign) return { head, inside: foreignClaims(report), outside: [], compared: [], open: [] };
  return {
    head,
    inside: insideClaims(report),
    outside: [stampClaim(report), headClaim(report, writtenHead)],
    compared: comparedClaims(report),
    open: openClaims(report.coverage),
  };
}

const ALGORITHM_NAMES = { sha256: 'SHA-256', sha512: 'SHA-512' } as const;

/** The gravest contradiction inside the bag, as a part of a key. */
function stateOf(report: VerifiedLocker): 'consistent' | 'inconsistent' | 'contradicts' | 'disagrees' {
  if (report.consistent) return 'consistent';
  const found = contradictionsIn(report);
  if (found.has('lists')) return 'inconsistent';
  return found.has('log') ? 'contradicts' : 'disagrees';
}

/** The headline. Files that are not covered or not checked are an exception to it, and stand in it. */
function headline(report: VerifiedLocker, writtenHead: string): LockerClaim {
  const state = stateOf(report);
  if (state !== 'consistent') return word(`claim.short.${state}`);
  if (compareHead(report.custody.head, writtenHead) === 'other') return word('claim.short.head');
  if (hasTokenFault(report)) return word('claim.short.stamp');
  const { uncovered, unchecked } = openFiles(report.coverage);
  if (unchecked.length > 0) return countClaim('claim.short.unchecked', uncovered.length + unchecked.length);
  return uncovered.length > 0 ? countClaim('claim.short.uncovered', uncovered.length) : word('claim.short.consistent');
}

/** Numbers and names for the sentences about the bag as a whole. */
function paramsOf(report: VerifiedLocker): LockerClaim['params'] {
  const { paths, algorithms } = report;
  const { differ, missing, lost } = wrongFiles(report);
  return {
    paths: paths.length,
    // The last list stands in no list, and neither does an answer that came after packing.
    listed: paths.filter(({ path }) => !/^tagmanifest-|\.tsr$/.test(path)).length,
    differ: differ.length,
    missing: missing.length + lost.length,
    lists: algorithms.map((algorithm) => ALGORITHM_NAMES[algorithm]).join(', '),
  };
}

function insideClaims(report: VerifiedLocker): LockerClaim[] {
  const state = stateOf(report);
  const claims: LockerClaim[] = [{ id: `claim.locker.${state}`, params: paramsOf(report) }];
  if (state === 'inconsistent' && contradictionsIn(report).has('log')) claims.push(word('claim.locker.also'));
  if (report.issues.some(({ code }) => code === 'locker.more')) claims.push(word('claim.more'));
  const { uncovered, unchecked } = openFiles(report.coverage);
  if (uncovered.length > 0) claims.push(countClaim('claim.uncovered', uncovered.length));
  if (unchecked.length > 0) claims.push(countClaim('claim.unchecked', unchecked.length));
  if (state === 'consistent') claims.push(word('claim.locker.anew'));
  return claims;
}

function foreignClaims(report: VerifiedLocker): LockerClaim[] {
  const params = paramsOf(report);
  return report.consistent
    ? [{ id: 'claim.bag.consistent', params }, word('claim.bag.anew')]
    : [{ id: 'claim.bag.inconsistent', params }];
}

const hasTokenFault = ({ issues }: VerifiedLocker): boolean =>
  issues.some(({ code, severity }) => severity === 'error' && isOutside(code) && code !== 'locker.head-other');

function stampClaim(report: VerifiedLocker): LockerClaim {
  const { state, signature, time, signer } = report.timestamp;
  const id = (name: string) => ({ id: `claim.stamp.${name}`, params: { time, signer } });
  if (state !== 'answered') return id(state);
  if (hasTokenFault(report)) return id('refused');
  const named = signer === '' ? 'unnamed' : isTraining(signer) ? 'training' : 'named';
  return id(`${signature === 'accepted' ? 'accepted' : 'unchecked'}.${named}`);
}

/** Certificates of a training authority have "TRAINING" in their name; see `answer-timestamp`. */
const isTraining = (signer: string) => /\bTRAINING\b/i.test(signer);

/** The claim about the hash that was given. Where files contradict the log, the same sentence says so. */
function headClaim(report: VerifiedLocker, written: string): LockerClaim {
  const { head } = report.custody;
  const compared = compareHead(head, written);
  if (compared !== 'same') return { id: `claim.head.${compared}`, params: { head } };
  if (!report.coverage.isChained) return { id: 'claim.head.broken', params: { head } };
  const ofLog = wrongFiles(report, 'log');
  const form = countWrong(ofLog) > ofLog.differ.length ? 'lacking' : 'contradicted';
  if (countWrong(ofLog) > 0) return countClaim(`claim.head.${form}`, countWrong(ofLog));
  const all = countWrong(wrongFiles(report));
  return all > 0 ? countClaim('claim.head.unfit', all) : { id: 'claim.head.same', params: { head } };
}
