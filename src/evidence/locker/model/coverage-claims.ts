import { type LockerClaim, listClaim, word } from './claim.ts';
import { wrongFiles } from './contradictions.ts';
import { isOfKit, openFiles } from './file-states.ts';
import type { LogCoverage } from './log-coverage.ts';
import type { VerifiedLocker } from './verified-locker.ts';

/** What was compared, and with what: each number with the number that it is a part of. */
export function comparedClaims(report: VerifiedLocker): LockerClaim[] {
  const { isChained, named, derived } = report.coverage;
  const claims: LockerClaim[] = isChained ? [] : [word('cover.unchained')];
  claims.push(named.length > 0 ? namedClaim(report.coverage) : word('cover.nothing'), ...recordClaims(report));
  const drawings = derived.filter((path) => path.endsWith('/visual.svg')).length;
  const made: LockerClaim[] = MADE.filter(([path]) => derived.includes(path)).map(([, name]) => word(name));
  if (drawings > 0) made.unshift({ id: 'cover.made.visual', params: { drawings, of: report.items.length } });
  if (made.length > 0) claims.push({ id: 'cover.derived', params: {}, lists: { files: made } });
  const kit = derived.filter(isOfKit);
  if (kit.length > 0) claims.push({ id: 'cover.kit', params: {}, lists: { files: kit } });
  const lists = derived.filter((path) => /^(?:tag)?manifest-/.test(path));
  const open = openFiles(report.coverage).uncovered.map(({ path }) => path);
  if (lists.length > 0) claims.push(listsClaim(lists, open));
  const { differ, missing, lost } = wrongFiles(report);
  if (differ.length > 0) claims.push(listClaim('cover.differ', 'files', differ));
  const gone = lost.map(({ params: { entry = '', reason = '' } }): LockerClaim => {
    return { id: 'cover.lost', params: { entry, reason } };
  });
  if (missing.length + gone.length > 0) claims.push(listClaim('cover.missing', 'files', [...missing, ...gone]));
  return claims;
}

/** The lists, with the files that stand in them although no entry covers them. */
function listsClaim(files: readonly string[], open: readonly string[]): LockerClaim {
  if (open.length === 0) return { id: 'cover.lists', params: {}, lists: { files } };
  return { id: 'cover.lists.open', params: {}, lists: { files, open: namedItems(open) } };
}

/** Files that are made again from the log, the pages and the records, by their path. */
const MADE: readonly (readonly [path: string, name: string])[] = [
  ['data/report.html', 'cover.made.report'],
  ['data/locker.wacz', 'cover.made.wacz'],
  ['data/uco/case.jsonld', 'cover.made.uco'],
  ['README.txt', 'cover.made.readme'],
  ['bag-info.txt', 'cover.made.info'],
];

function namedClaim({ named, logged }: LogCoverage): LockerClaim {
  const pages = named.filter((path) => path.endsWith('/page.html')).length;
  const letters = named.filter((path) => path.startsWith('data/letters/')).length;
  const counts = [
    ['pages', pages],
    ['copies', named.length - pages - letters],
    ['letters', letters],
  ] as const;
  const parts = counts.map(([kind, n]): LockerClaim => {
    return { id: `cover.count.${kind}${logged[kind] === 0 ? '.none' : ''}`, params: { n, of: logged[kind] } };
  });
  return { id: 'cover.named', params: {}, lists: { parts } };
}

function recordClaims({ items, coverage }: VerifiedLocker): LockerClaim[] {
  const { reconciled, compared, facts } = coverage;
  const records = reconciled.filter((path) => path.endsWith('/record.json')).length;
  if (records === 0) return [];
  const exceptions = new Map<string, readonly string[]>(
    facts.flatMap(({ fact, items: of }) => (of ? [[fact, of]] : [])),
  );
  const said = compared.map((fact): LockerClaim => {
    const except = exceptions.get(fact);
    const name = word(`cover.logged.${fact}`);
    return except
      ? { id: 'cover.logged.except', params: {}, lists: { fact: [name], items: namedItems(except) } }
      : name;
  });
  return [{ id: 'cover.records', params: { records, of: items.length }, lists: { facts: said } }];
}

/** Maximum names in a part of a sentence. */
const MAX_ITEMS = 8;

/** Names of items or files: the first ones, and how many more. */
const namedItems = (items: readonly string[]): readonly (LockerClaim | string)[] =>
  items.length <= MAX_ITEMS
    ? items
    : [...items.slice(0, MAX_ITEMS), { id: 'cover.items.more', params: { more: items.length - MAX_ITEMS } }];

/** What the log does not cover: facts, statements about the whole bag, files and entries. */
export function openClaims(coverage: LogCoverage): LockerClaim[] {
  const { facts, entries } = coverage;
  const claims: LockerClaim[] = [];
  const everywhere = facts.filter(({ items }) => items === undefined).map(({ fact }) => word(`cover.fact.${fact}`));
  const somewhere = facts.flatMap(({ fact, items }): LockerClaim[] =>
    items
      ? [{ id: 'cover.fact.item', params: {}, lists: { fact: [word(`cover.fact.${fact}`)], items: namedItems(items) } }]
      : [],
  );
  if (everywhere.length > 0) claims.push({ id: 'cover.facts', params: {}, lists: { facts: everywhere } });
  if (somewhere.length > 0) claims.push({ id: 'cover.facts.some', params: {}, lists: { facts: somewhere } });
  claims.push(word('cover.bag'));
  const { uncovered, unchecked, stamp } = openFiles(coverage);
  if (uncovered.length > 0) claims.push(listClaim('cover.files', 'files', uncovered.map(withWhy)));
  if (unchecked.length > 0) claims.push(listClaim('cover.unchecked', 'files', unchecked.map(withWhy)));
  for (const { path, why } of stamp) claims.push({ id: `cover.stamp.${why}`, params: { path } });
  const open = entries.map(({ seq, action }): LockerClaim => ({ id: 'cover.entry', params: { seq, action } }));
  if (open.length > 0) claims.push(listClaim('cover.entries', 'entries', open));
  return claims;
}

const withWhy = ({ path, why }: LogCoverage['uncovered'][number]): LockerClaim => {
  return { id: 'cover.file.why', params: { path }, lists: { why: [word(`cover.why.${why}`)] } };
};
