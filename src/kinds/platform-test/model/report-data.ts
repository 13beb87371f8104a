import { addMinutes, type Instant } from '#kernel/model/instant.ts';
import { CLAIM_IDS, type ClaimId } from '#market/platforms/model/claims.ts';
import { TEST_CARD_IDS, type TestCardId } from '#market/platforms/model/test-cards.ts';
import type { FindingWord } from './actions.ts';
import { instantAt, LAST_HOUR } from './clock.ts';
import { countClaim } from './counts.ts';
import { type FindingLack, isHeard, type WeighedFinding, weighFinding } from './findings.ts';
import { type LabelTest, labelTestsIn } from './label-tests.ts';
import { type Rung, rungOf } from './ladder.ts';
import type { OpenBrief } from './open-brief.ts';
import { announcedAt, type PlatformProfile, profilesOf } from './profile.ts';
import type { PlatformTestState, TestItem } from './state.ts';
import { type Trial, trialsIn } from './trials.ts';
import { type TestView, viewOf } from './visible.ts';

/** Days after the test until everything that was kept is deleted, unless an authority asked for it. */
const DAYS_TO_DELETION = 90;

/** One line of a report: what was seen of one claim on one platform, with its counts and its evidence. */
export interface ReportLine {
  /** `F-01` and so on, worst case first. */
  readonly id: string;
  readonly site: string;
  readonly claim: ClaimId;
  readonly cards: readonly TestCardId[];
  readonly word: FindingWord;
  readonly failed: number;
  readonly all: number;
  readonly interval: readonly [number, number];
  readonly items: readonly string[];
}

/** A claim that the report cannot make, and why. */
export interface OpenLine {
  readonly site: string;
  readonly claim: ClaimId;
  /** `not-written`: there are trials, and the team wrote no finding. */
  readonly why: 'not-tested' | 'not-written' | 'not-proved' | 'reply-open';
  readonly lacks: readonly FindingLack[];
}

/**
 * A demand to law-makers. `recommendations` are numbers of the report behind the kit; empty if the demand is our own.
 */
export interface ReportAsk {
  readonly id: AskId;
  readonly recommendations: readonly string[];
  /** Lines of the report on which it rests. */
  readonly findings: readonly string[];
}

/** What can be asked for, with the claims that each rests on. */
const ASKS = {
  'check-age-and-consent': {
    claims: ['declared-age', 'document-age', 'consent', 'document-reuse', 'image'],
    recommendations: ['S29', 'S34', 'S35'],
  },
  'review-edited-ages': { claims: ['edit'], recommendations: ['S10'] },
  'open-route-for-anyone': {
    claims: ['silent-person-shown', 'silent-relative', 'silent-non-user', 'silent-flagger', 'route-closed'],
    recommendations: ['S10', 'S57'],
  },
  'tell-authorities': { claims: ['not-referred', 'no-data'], recommendations: ['S31'] },
  'keep-before-deleting': { claims: ['not-kept', 'silent-police'], recommendations: ['S33', 'S67'] },
  'removal-that-lasts': { claims: ['removal-returns', 'repost'], recommendations: ['S32'] },
  'answer-in-time': { claims: ['late'], recommendations: ['S8', 'S30'] },
  'appeal-with-reasons': { claims: ['over-block', 'false-report-upheld'], recommendations: [] },
  'test-again': { claims: CLAIM_IDS, recommendations: ['S9'] },
} as const satisfies Readonly<
  Record<string, { readonly claims: readonly ClaimId[]; readonly recommendations: readonly string[] }>
>;
export type AskId = keyof typeof ASKS;

/** The report to law-makers as data; its words are messages. The same log gives the same report. */
export interface PlatformTestReport {
  readonly schema: 'checkathon-report/1';
  readonly synthetic: true;
  readonly from: Instant;
  readonly until: Instant;
  readonly tested: {
    readonly copies: number;
    readonly sites: number;
    readonly points: number;
    readonly items: number;
    readonly byCard: readonly { readonly card: TestCardId; readonly copies: number }[];
    /** Replies that were counted where a removal was watched, or a card was captured after it went. */
    readonly replies: number;
  };
  /** Copies of the locked plan that were placed, of all; and those that were added later. */
  readonly plan?: { readonly planned: number; readonly placed: number; readonly added: number };
  /** Sites to which the team disclosed itself, with the hour of its first order or interview there. */
  readonly announced: readonly { readonly site: string; readonly hour: number }[];
  /** Owners with more than one tested site, whose conduct counts once. */
  readonly owners: readonly { readonly owner: string; readonly sites: readonly string[] }[];
  /** Platforms, worst first by everything that the team counted. */
  readonly platforms: readonly { readonly site: string; readonly owner: string; readonly rung: Rung }[];
  /** The verdict of the report on each platform, worst first, from its lines alone. */
  readonly judged: readonly { readonly site: string; readonly verdict: Rung['verdict'] }[];
  readonly profiles: readonly PlatformProfile[];
  readonly found: readonly ReportLine[];
  readonly notFound: readonly ReportLine[];
  readonly cannotSay: readonly OpenLine[];
  /** How sites that require a label handled cards without one. This is no claim. */
  readonly labels: readonly LabelTest[];
  /** Lawful cards hit by a false report of the team, and the sites where the team recorded that harm. */
  readonly ownHarm: { readonly upheld: number; readonly recorded: readonly string[] };
  readonly answers: readonly {
    readonly site: string;
    readonly state: 'came' | 'open' | 'silent' | 'not-asked';
  }[];
  readonly objections: PlatformTestState['objections'];
  readonly asks: readonly ReportAsk[];
  readonly hashes: readonly { readonly item: string; readonly sha256: string }[];
  readonly deletedAfter: Instant;
}

const RUNG_ORDER: readonly Rung['verdict'][] = [
  'obstructive',
  'negligent',
  'passive',
  'not-enough-tested',
  'cooperative',
];

/** Builds the report from the findings of a team. Nothing of the hidden half is in it. */
export function reportOf(brief: OpenBrief, state: PlatformTestState): PlatformTestReport {
  const view = viewOf(state);
  const trials = trialsIn(view);
  const weighed = state.findings.map((finding) => weighFinding(finding, trials, state));
  const platforms = brief.platforms
    .map(({ id, owner }) => ({
      site: id,
      owner,
      rung: rungOf(
        CLAIM_IDS.map((claim) => countClaim(trials, id, claim)),
        view,
      ),
    }))
    .sort((a, b) => RUNG_ORDER.indexOf(a.rung.verdict) - RUNG_ORDER.indexOf(b.rung.verdict));
  const order = platforms.map(({ site }) => site);
  const sorted = [...weighed].sort((a, b) => rankOf(a, order) - rankOf(b, order));
  const stands = (one: WeighedFinding) => one.isProved && !one.lacks.includes('word-above-count');
  const accuses = ({ finding }: WeighedFinding) => finding.word === 'pattern' || finding.word === 'once';
  const isOpen = ({ lacks }: WeighedFinding) => lacks.includes('reply-not-asked') || lacks.includes('reply-still-open');
  const found = sorted.filter((one) => accuses(one) && stands(one) && !isOpen(one)).map(lineOf);
  const notFound = sorted
    .filter((one) => one.finding.word === 'not-seen' && stands(one))
    .map((one, n) => lineOf(one, found.length + n));
  const end = instantAt(brief.from, LAST_HOUR);
  return {
    schema: 'checkathon-report/1',
    synthetic: true,
    from: brief.from,
    until: instantAt(brief.from, Math.min(LAST_HOUR, Math.floor(state.report?.hour ?? state.hour))),
    tested: testedIn(state, view),
    ...planned(state),
    announced: announcedSites(brief, state),
    owners: sharedOwners(brief),
    platforms,
    judged: judgedBy([...found, ...notFound], brief, trials, view),
    profiles: profilesOf(brief, state),
    found,
    notFound,
    cannotSay: brief.platforms.flatMap(({ id: site }) =>
      CLAIM_IDS.flatMap((claim): OpenLine[] => {
        if ([...found, ...notFound].some((line) => line.site === site && line.claim === claim)) return [];
        const own = weighed.find(({ finding }) => finding.site === site && finding.claim === claim);
        const lacks = own?.lacks ?? [];
        if (!own || own.finding.word === 'not-tested') {
          const isTested = countClaim(trials, site, claim).all > 0;
          return [{ site, claim, why: isTested ? 'not-written' : 'not-tested', lacks: [] }];
        }
        return [{ site, claim, why: stands(own) ? 'reply-open' : 'not-proved', lacks }];
      }),
    ),
    labels: labelTestsIn(brief, view),
    ownHarm: {
      upheld: trials.filter(({ claim, failed }) => claim === 'false-report-upheld' && failed).length,
      recorded: state.harms,
    },
    answers: brief.platforms.map(({ id: site }) => ({ site, state: answerOf(state, site) })),
    objections: state.objections,
    asks: asksFrom(found),
    hashes: state.items.map(({ id: item, sha256 }) => ({ item, sha256 })),
    deletedAfter: addMinutes(end, DAYS_TO_DELETION * 24 * 60),
  };
}

/**
 * Verdicts from the lines of a report alone. A pattern does not count if the team did not write it, did not prove it,
 * did not put it to the platform, or worded it as less than a pattern.
 */
function judgedBy(
  lines: readonly ReportLine[],
  brief: OpenBrief,
  trials: readonly Trial[],
  view: TestView,
): PlatformTestReport['judged'] {
  return brief.platforms
    .map(({ id: site }) => {
      const counts = lines
        .filter((line) => line.site === site)
        .map((line) => ({ line, count: countClaim(trials, site, line.claim) }))
        .filter(({ line, count }) => count.word !== 'pattern' || line.word === 'pattern')
        .map(({ count }) => count);
      return { site, verdict: rungOf(counts, view).verdict };
    })
    .sort((a, b) => RUNG_ORDER.indexOf(a.verdict) - RUNG_ORDER.indexOf(b.verdict));
}

/** The items on which the lines of a report rest, in their order. */
export function citedItems(
  { found, notFound }: Pick<PlatformTestReport, 'found' | 'notFound'>,
  items: readonly TestItem[],
): TestItem[] {
  const cited = new Set([...found, ...notFound].flatMap((line) => line.items));
  return items.filter(({ id }) => cited.has(id));
}

/** Worst platforms first, patterns before single slips, then the order of the claims. */
function rankOf({ finding }: WeighedFinding, order: readonly string[]): number {
  const word = finding.word === 'pattern' ? 0 : 1;
  return (word * order.length + order.indexOf(finding.site)) * CLAIM_IDS.length + CLAIM_IDS.indexOf(finding.claim);
}

function lineOf({ finding, count }: WeighedFinding, n: number): ReportLine {
  const { site, claim, word, items } = finding;
  const cards = [...new Set(count.trials.map(({ card }) => card))];
  const { failed, all, interval } = count;
  return { id: `F-${String(n + 1).padStart(2, '0')}`, site, claim, cards, word, failed, all, interval, items };
}

/** The extent of the test. Replies that nobody saw counted are not in the report. */
function testedIn(
  { copies, items, spent }: PlatformTestState,
  { events }: Pick<TestView, 'events'>,
): PlatformTestReport['tested'] {
  const byCard = TEST_CARD_IDS.map((card) => ({ card, copies: copies.filter((copy) => copy.card === card).length }));
  return {
    copies: copies.length,
    sites: new Set(copies.map(({ site }) => site)).size,
    points: spent,
    items: items.length,
    byCard: byCard.filter((one) => one.copies > 0),
    replies: events.reduce((sum, event) => sum + (event.replies ?? 0), 0),
  };
}

function planned({ plan, copies }: PlatformTestState): Pick<PlatformTestReport, 'plan'> {
  if (!plan) return {};
  const all = plan.cells.reduce((sum, cell) => sum + cell.copies, 0);
  const placed = plan.cells.reduce((sum, cell) => {
    const own = copies.filter((copy) => copy.site === cell.site && copy.card === cell.card).length;
    return sum + Math.min(own, cell.copies);
  }, 0);
  return { plan: { planned: all, placed, added: copies.length - placed } };
}

function announcedSites({ platforms }: OpenBrief, state: PlatformTestState): PlatformTestReport['announced'] {
  return platforms
    .map(({ id: site }) => ({ site, hour: announcedAt(state, site) }))
    .filter(({ hour }) => Number.isFinite(hour));
}

function sharedOwners({ platforms }: OpenBrief): PlatformTestReport['owners'] {
  const owners = [...new Set(platforms.map(({ owner }) => owner))];
  return owners
    .map((owner) => ({ owner, sites: platforms.filter((one) => one.owner === owner).map(({ id }) => id) }))
    .filter(({ sites }) => sites.length > 1);
}

function answerOf(state: PlatformTestState, site: string): PlatformTestReport['answers'][number]['state'] {
  const reply = state.replies.find((one) => one.site === site);
  if (!reply) return 'not-asked';
  if (reply.cameAt !== undefined) return 'came';
  return isHeard(reply, state.hour) ? 'silent' : 'open';
}

/** Demands that a line of the report supports; a new test is always one if anything was found. */
function asksFrom(found: readonly ReportLine[]): ReportAsk[] {
  return Object.entries(ASKS).flatMap(([id, { claims, recommendations }]): ReportAsk[] => {
    const own = found.filter(({ claim }) => (claims as readonly ClaimId[]).includes(claim));
    if (own.length === 0) return [];
    return [{ id: id as AskId, recommendations, findings: own.map((line) => line.id) }];
  });
}
