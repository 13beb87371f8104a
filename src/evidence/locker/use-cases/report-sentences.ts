import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import type { Instant } from '#kernel/model/instant.ts';
import { type Sentence, type SentenceRule, sentencesFrom, when } from '#kernel/model/sentence.ts';
import { momentText } from './report-html.ts';
import type { ReportedItem } from './report-words.ts';

/** Facts about a locker for the summary of its report. */
export interface ReportFacts {
  readonly items: readonly ReportedFact[];
  /** Number of custody entries, and `seq` of the first that breaks the chain; left out if the chain is unbroken. */
  readonly custody: { readonly entries: number; readonly brokenAt?: number };
  /** Parts of the last disclosure note; empty if it names nothing, left out if there is no note. */
  readonly disclosure?: readonly string[];
  /** Notes that are missing for the whole locker. */
  readonly lacks: readonly WholeGap[];
  /** Ads with a picture in the log but without a capture of their page in the locker. */
  readonly picturesOnly: readonly string[];
}

/** Notes made once for a whole locker: legal basis, plan (purpose, scope, tool) and what must be disclosed. */
const WHOLE_GAPS = ['authority', 'plan', 'disclosure'] as const;
export type WholeGap = (typeof WHOLE_GAPS)[number];

interface ReportedFact {
  readonly item: string;
  readonly servedAt: Instant;
  readonly hasPage: boolean;
  /** True if the hash logged at capture and the last one read back are those of the bytes. */
  readonly fits: boolean;
  /** True if its original was annotated, saved again or redacted in part after the capture. */
  readonly isAltered: boolean;
  readonly isFromMirror: boolean;
  /** Empty if no operator is named. */
  readonly operator: string;
  /** The legal basis noted before the capture; empty if there is none. */
  readonly basis: string;
  /** Noted clock offset of the workstation from UTC in seconds; null if it was not checked before the capture. */
  readonly clock: number | null;
  readonly gaps: number;
}

type Rule = SentenceRule<ReportFacts>;

/** Builds the facts of a locker from its log and the records of its items. */
export function reportFacts({ custody }: Locker, items: readonly ReportedItem[]): ReportFacts {
  const broken = firstBrokenLink(custody);
  const told = custody.findLast(({ action }) => action === 'disclosure.noted')?.reason;
  return {
    items: items.map(({ item: { facts, servedAt, redirects, loggedSha256, folder }, files, gaps }) => ({
      item: facts.itemId,
      servedAt,
      hasPage: facts.httpStatus === 200,
      fits: [loggedSha256, readBackOf(facts.itemId, custody) ?? loggedSha256].every((hash) =>
        files.some(({ path, sha256 }) => path.endsWith(`items/${folder}/page.html`) && sha256 === hash),
      ),
      isAltered: gaps.includes('altered'),
      isFromMirror: facts.httpStatus === 200 && redirects.length > 0,
      operator: facts.operator.trim(),
      basis: withoutEnd(facts.legalBasis),
      clock: facts.clockCheck === null ? null : facts.clockCheck.offsetMs / 1000,
      gaps: gaps.length,
    })),
    custody: { entries: custody.length, ...(broken !== undefined && { brokenAt: broken }) },
    lacks: WHOLE_GAPS.filter(
      (what) =>
        // A disclosure note that names nothing has a sentence of its own.
        !custody.some(({ action, reason }) => action === `${what}.noted` && (what === 'disclosure' || isSaid(reason))),
    ),
    picturesOnly: picturesOnly(custody, items),
    ...(told !== undefined && { disclosure: told.split('; ').map(withoutEnd).filter(Boolean) }),
  };
}

/** False for a note of only blank fields. */
const isSaid = (reason: string) => /[^\s;]/.test(reason);

function picturesOnly(custody: Locker['custody'], items: readonly ReportedItem[]): string[] {
  const captured = items.filter(({ item }) => item.facts.httpStatus === 200).map(({ item }) => item.facts.adId);
  const pictured = custody.flatMap(({ action, reason }) =>
    action === 'look.captured' ? (/^ad ([^,]+),/.exec(reason)?.[1] ?? []) : [],
  );
  return [...new Set(pictured)].filter((ad) => !captured.includes(ad));
}

/** The last hash read back from an item; undefined if there is none. */
const readBackOf = (item: string, custody: Locker['custody']) =>
  custody.findLast(({ action, reason }) => action === 'hash.verified' && reason === item)?.sha256;

const withoutEnd = (text: string) => text.replace(/[.\s]+$/, '');

const pagesIn = ({ items }: ReportFacts) => items.filter(({ hasPage }) => hasPage);

/** Pages that are unchanged since capture, as far as the log shows. */
const fittingPages = (facts: ReportFacts) => pagesIn(facts).filter(({ fits, isAltered }) => fits && !isAltered);

/** A sentence that lists the items for which the predicate holds; not said if there are none. */
const named = (id: string, holds: (item: ReportedFact) => boolean): Rule => ({
  id,
  says: ({ items }) => {
    const found = items.filter(holds).map(({ item }) => item);
    return when(found.length > 0, { params: { items: found.join(', ') } });
  },
});

/** One sentence per distinct value, with the items that have it. */
function grouped<Value extends string | number>(
  id: string,
  readOf: (item: ReportedFact) => Value | undefined,
  paramsOf: (value: Value) => Readonly<Record<string, string | number>>,
): Rule {
  return {
    id,
    says: ({ items }) => {
      const values = [...new Set(items.flatMap((item) => readOf(item) ?? []))];
      return values.map((value) => {
        const sharing = items.filter((item) => readOf(item) === value).map(({ item }) => item);
        return { params: { ...paramsOf(value), items: sharing.join(', ') } };
      });
    },
  };
}

/** Sentences of the first paragraph of the report's first page, each with its condition. */
export const REPORT_SENTENCES: readonly Rule[] = [
  {
    id: 'report.short.kept',
    says: (facts) => {
      const times = fittingPages(facts)
        .map(({ servedAt }) => servedAt)
        .sort();
      const [first, last] = [times[0], times.at(-1)];
      if (first === undefined || last === undefined || times.length < 2) return [];
      return [{ params: { count: times.length, from: momentText(first), until: momentText(last) } }];
    },
  },
  {
    id: 'report.short.kept.one',
    says: (facts) => {
      const [page, second] = fittingPages(facts);
      return page && !second ? [{ params: { from: momentText(page.servedAt) } }] : [];
    },
  },
  { id: 'report.short.kept.none', says: (facts) => when(pagesIn(facts).length === 0) },
  named('report.short.unfit', ({ hasPage, fits }) => hasPage && !fits),
  named('report.short.altered', ({ isAltered }) => isAltered),
  named('report.short.redirects', ({ isFromMirror }) => isFromMirror),
  named('report.short.gone', ({ hasPage }) => !hasPage),
  grouped(
    'report.short.operator',
    ({ operator }) => operator || undefined,
    (who) => ({ who }),
  ),
  named('report.short.operator.none', ({ operator }) => operator === ''),
  grouped(
    'report.short.basis',
    ({ basis }) => basis || undefined,
    (basis) => ({ basis }),
  ),
  named('report.short.basis.none', ({ basis }) => basis === ''),
  grouped(
    'report.short.clock.ahead',
    ({ clock }) => (clock !== null && clock >= 0 ? clock : undefined),
    (seconds) => ({ seconds }),
  ),
  grouped(
    'report.short.clock.behind',
    ({ clock }) => (clock !== null && clock < 0 ? -clock : undefined),
    (seconds) => ({ seconds }),
  ),
  named('report.short.clock.none', ({ clock }) => clock === null),
];

const hasWholeRecords = ({ items }: ReportFacts) => items.length > 0 && items.every(({ gaps }) => gaps === 0);

/** Sentences of the second paragraph: custody log and gaps. */
export const REPORT_CARE_SENTENCES: readonly Rule[] = [
  {
    id: 'report.chain.holds',
    says: ({ custody: { entries, brokenAt } }) => when(brokenAt === undefined, { params: { count: entries } }),
  },
  {
    id: 'report.chain.broken',
    says: ({ custody: { brokenAt } }) => (brokenAt === undefined ? [] : [{ params: { entry: brokenAt } }]),
  },
  {
    id: 'report.short.gaps.none',
    says: (facts) => when(hasWholeRecords(facts) && facts.lacks.length === 0),
  },
  { id: 'report.short.gaps.records', says: (facts) => when(hasWholeRecords(facts) && facts.lacks.length > 0) },
  named('report.short.gaps', ({ gaps }) => gaps > 0),
  ...WHOLE_GAPS.map(
    (what): Rule => ({
      id: `report.short.${what}.none`,
      says: ({ lacks }) => when(lacks.includes(what)),
    }),
  ),
  {
    id: 'report.short.pictures',
    says: ({ picturesOnly }) =>
      when(picturesOnly.length > 0, { params: { ads: picturesOnly.map((ad) => `ad ${ad}`).join(', ') } }),
  },
  {
    id: 'report.short.disclosure',
    says: ({ disclosure = [] }) => when(disclosure.length > 0, { params: { told: disclosure.join('; ') } }),
  },
  { id: 'report.short.disclosure.empty', says: ({ disclosure }) => when(disclosure?.length === 0) },
];

/** Both paragraphs of the report's first page: the sentences whose condition holds. */
export function sayReport(facts: ReportFacts): {
  readonly kept: readonly Sentence[];
  readonly care: readonly Sentence[];
} {
  return { kept: sentencesFrom(REPORT_SENTENCES, facts), care: sentencesFrom(REPORT_CARE_SENTENCES, facts) };
}
