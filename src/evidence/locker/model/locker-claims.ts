import type { HashAlgorithm } from '#kernel/model/running-hash.ts';
import { compareHead } from './compare-head.ts';

/** The part of the verifier's result on which claims rest. */
export interface VerifiedLocker {
  readonly consistent: boolean;
  /** True for a bag that another tool made. */
  readonly foreign: boolean;
  readonly algorithms: readonly HashAlgorithm[];
  readonly paths: readonly { readonly holds: boolean }[];
  readonly custody: { readonly head: string; readonly expected?: string };
  readonly timestamp: {
    readonly state: 'none' | 'requested' | 'answered';
    readonly signature: 'accepted' | 'refused' | 'not-checked';
    readonly time: string;
    readonly signer: string;
  };
  readonly issues: readonly { readonly code: string; readonly severity: string }[];
}

/** A sentence of the result, as a key of the evidence texts. */
export interface LockerClaim {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What may be claimed about a verified locker, from inside and from outside the bag. */
export interface LockerClaims {
  /** What the bag shows by itself. */
  readonly inside: readonly LockerClaim[];
  /** One claim for the time stamp and one for the head hash: what it proves, or that it is missing. */
  readonly outside: readonly LockerClaim[];
}

/**
 * What can be claimed about a verified locker. A locker without contradictions is internally consistent and no more: a
 * forger who rewrites all of it makes one that is consistent too. Only evidence outside the locker can show that.
 */
export function lockerClaims(report: VerifiedLocker, writtenHead = report.custody.expected ?? ''): LockerClaims {
  const { consistent, foreign, paths, algorithms, custody } = report;
  const failed = paths.filter(({ holds }) => !holds).length;
  const lists = algorithms.map((algorithm) => ALGORITHM_NAMES[algorithm]).join(', ');
  const kind = foreign ? 'bag' : 'locker';
  const state = consistent ? 'consistent' : 'inconsistent';
  const inside: LockerClaim[] = [{ id: `claim.${kind}.${state}`, params: { paths: paths.length, failed, lists } }];
  if (consistent) inside.push({ id: `claim.${kind}.anew`, params: {} });
  return foreign
    ? { inside, outside: [] }
    : { inside, outside: [stampClaim(report), headClaim(custody.head, writtenHead)] };
}

const ALGORITHM_NAMES = { sha256: 'SHA-256', sha512: 'SHA-512' } as const;

function stampClaim({ timestamp, issues }: VerifiedLocker): LockerClaim {
  const { state, signature, time, signer } = timestamp;
  const id = (name: string) => ({ id: `claim.stamp.${name}`, params: { time, signer } });
  if (state !== 'answered') return id(state);
  if (issues.some(({ code, severity }) => severity === 'error' && code.startsWith('locker.token-')))
    return id('refused');
  const named = signer === '' ? 'unnamed' : isTraining(signer) ? 'training' : 'named';
  return id(`${signature === 'accepted' ? 'accepted' : 'unchecked'}.${named}`);
}

/** Certificates of a training authority have "TRAINING" in their name; see `answer-timestamp`. */
const isTraining = (signer: string) => /\bTRAINING\b/i.test(signer);

function headClaim(head: string, written: string): LockerClaim {
  return { id: `claim.head.${compareHead(head, written)}`, params: { head } };
}
