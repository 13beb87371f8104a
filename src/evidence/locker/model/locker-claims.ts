import type { HashAlgorithm } from '#kernel/model/running-hash.ts';
import { compareHead } from './compare-head.ts';
import type { LogCoverage } from './log-coverage.ts';

/** The part of the verifier's result on which claims rest. */
export interface VerifiedLocker {
  readonly consistent: boolean;
  /** True for a bag that another tool made. */
  readonly foreign: boolean;
  readonly algorithms: readonly HashAlgorithm[];
  readonly paths: readonly { readonly path: string; readonly holds: boolean }[];
  readonly custody: { readonly head: string; readonly expected?: string };
  readonly timestamp: {
    readonly state: 'none' | 'requested' | 'answered';
    readonly signature: 'accepted' | 'refused' | 'not-checked';
    readonly time: string;
    readonly signer: string;
  };
  readonly coverage: LogCoverage;
  readonly issues: readonly {
    readonly code: string;
    readonly severity: string;
    readonly path: readonly (string | number)[];
  }[];
}

/** A sentence of the result, as a key of the evidence texts. */
export interface LockerClaim {
  readonly id: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Parameters that are lists: each part is a text of its own, or stands as it is. */
  readonly lists?: Readonly<Record<string, readonly (LockerClaim | string)[]>>;
}

/** What may be claimed about a verified locker, from inside and from outside the bag. */
export interface LockerClaims {
  /** What the bag shows by itself. */
  readonly inside: readonly LockerClaim[];
  /** One claim for the time stamp and one for the head hash: what it proves, or that it is missing. */
  readonly outside: readonly LockerClaim[];
  /** What was compared with the custody log. */
  readonly compared: readonly LockerClaim[];
  /** What the custody log does not cover. */
  readonly open: readonly LockerClaim[];
}

/**
 * What can be claimed about a verified locker. A locker without contradictions is internally consistent and no more: a
 * forger who rewrites all of it makes one that is consistent too. Only evidence outside the locker can show that, and
 * for files only as far as they were compared with the custody log.
 */
export function lockerClaims(report: VerifiedLocker, writtenHead = report.custody.expected ?? ''): LockerClaims {
  const { consistent, foreign, paths, algorithms } = report;
  const failed = wrongFiles(report).length;
  const lists = algorithms.map((algorithm) => ALGORITHM_NAMES[algorithm]).join(', ');
  const kind = foreign ? 'bag' : 'locker';
  const state = consistent ? 'consistent' : 'inconsistent';
  const inside: LockerClaim[] = [{ id: `claim.${kind}.${state}`, params: { paths: paths.length, failed, lists } }];
  if (consistent) inside.push({ id: `claim.${kind}.anew`, params: {} });
  if (foreign) return { inside, outside: [], compared: [], open: [] };
  return {
    inside,
    outside: [stampClaim(report), headClaim(report, writtenHead)],
    compared: comparedClaims(report),
    open: openClaims(report.coverage),
  };
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

function headClaim({ custody: { head }, coverage }: VerifiedLocker, written: string): LockerClaim {
  const compared = compareHead(head, written);
  return { id: `claim.head.${compared === 'same' && !coverage.isChained ? 'broken' : compared}`, params: { head } };
}

/** Files at which something does not fit, or which are not there. */
const wrongFiles = ({ issues }: VerifiedLocker): string[] => [
  ...new Set(
    issues.flatMap(({ severity, code, path: [path] }) =>
      severity === 'error' && !isOutside(code) && path !== undefined ? [String(path)] : [],
    ),
  ),
];

/** True for an issue about evidence outside the bag: it is no contradiction inside the bag. */
export const isOutside = (code: string): boolean => code === 'locker.head-other' || code.startsWith('locker.token-');

/** Maximum parts that a sentence lists; the others stand with their findings. */
const MAX_NAMED = 12;

/** A sentence with a list: for one part, for several, or with the first of many. */
function listClaim(id: string, name: string, parts: readonly (LockerClaim | string)[]): LockerClaim {
  const form = parts.length === 1 ? `${id}.one` : parts.length > MAX_NAMED ? `${id}.more` : id;
  return { id: form, params: { count: parts.length }, lists: { [name]: parts.slice(0, MAX_NAMED) } };
}

const word = (id: string): LockerClaim => ({ id, params: {} });

function comparedClaims(report: VerifiedLocker): LockerClaim[] {
  const { isChained, named, reconciled, derived, compared } = report.coverage;
  const claims: LockerClaim[] = isChained ? [] : [word('cover.unchained')];
  const isPage = (path: string) => path.endsWith('/page.html');
  const isLetter = (path: string) => path.startsWith('data/letters/');
  if (named.length > 0) {
    const pages = named.filter(isPage).length;
    const letters = named.filter(isLetter).length;
    claims.push({ id: 'cover.named', params: { pages, letters, copies: named.length - pages - letters } });
  } else claims.push(word('cover.nothing'));
  const records = reconciled.filter((path) => path.endsWith('/record.json')).length;
  if (records > 0) {
    const facts = compared.map((fact) => word(`cover.logged.${fact}`));
    claims.push({ id: 'cover.records', params: { records }, lists: { facts } });
  }
  const made = MADE.filter(([, pattern]) => derived.some((path) => pattern.test(path)));
  if (made.length > 0)
    claims.push({
      id: 'cover.derived',
      params: {},
      lists: { files: made.map(([name]) => word(`cover.made.${name}`)) },
    });
  const wrong = wrongFiles(report);
  if (wrong.length > 0) claims.push(listClaim('cover.wrong', 'files', wrong));
  return claims;
}

/** Files that are made again, by what they are. */
const MADE: readonly (readonly [string, RegExp])[] = [
  ['visual', /\/visual\.svg$/],
  ['report', /^data\/report\.html$/],
  ['wacz', /^data\/locker\.wacz$/],
  ['uco', /^data\/uco\/case\.jsonld$/],
  ['readme', /^README\.txt$/],
  ['info', /^bag-info\.txt$/],
  ['lists', /^(?:tag)?manifest-sha\d+\.txt$/],
  ['script', /^verify-custody\.mjs$/],
];

function openClaims({ facts, uncovered, entries }: LogCoverage): LockerClaim[] {
  const claims: LockerClaim[] = [];
  const everywhere = facts.filter(({ items }) => items === undefined).map(({ fact }) => word(`cover.fact.${fact}`));
  const somewhere = facts.flatMap(({ fact, items }): LockerClaim[] =>
    items ? [{ id: 'cover.fact.item', params: {}, lists: { fact: [word(`cover.fact.${fact}`)], items } }] : [],
  );
  if (everywhere.length > 0) claims.push({ id: 'cover.facts', params: {}, lists: { facts: everywhere } });
  if (somewhere.length > 0) claims.push({ id: 'cover.facts.some', params: {}, lists: { facts: somewhere } });
  claims.push(word('cover.bag'));
  const files = uncovered.map(({ path, why }): LockerClaim => {
    return { id: 'cover.file.why', params: { path }, lists: { why: [word(`cover.why.${why}`)] } };
  });
  if (files.length > 0) claims.push(listClaim('cover.files', 'files', files));
  const named = entries.map(({ seq, action }): LockerClaim => ({ id: 'cover.entry', params: { seq, action } }));
  if (named.length > 0) claims.push(listClaim('cover.entries', 'entries', named));
  return claims;
}

/** Looks up a text by key. */
type SayText = (key: string, params: Readonly<Record<string, string | number>>) => string;

/** A claim in words: lists are joined with commas. */
export function sayClaim({ id, params, lists = {} }: LockerClaim, say: SayText): string {
  const joined = Object.entries(lists).map(([name, parts]) => {
    const texts = parts.map((part) => (typeof part === 'string' ? part : sayClaim(part, say)));
    return [name, texts.join(', ')];
  });
  return say(id, { ...params, ...Object.fromEntries(joined) });
}
