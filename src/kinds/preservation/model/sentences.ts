import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import { ALTERATIONS } from './altered-originals.ts';
import { ERROR_WAYS } from './error-ways.ts';
import type { PreservationFacts } from './facts.ts';
import { NEVERS, type NeverId } from './nevers.ts';
import type { OrderFault } from './order-of-acts.ts';
import type { PageState } from './page-facts.ts';
import { QUESTION_SENTENCES } from './question-sentences.ts';
import { REQUEST_SENTENCES } from './request-sentences.ts';
import { RECORD_RUBRIC } from './rubric.ts';
import type { WorkbenchStep } from './steps.ts';

type Rule = SentenceRule<PreservationFacts>;

const adsIn = ({ pages }: PreservationFacts, ...states: readonly PageState[]) =>
  pages.filter(({ state }) => states.includes(state)).map(({ ad }) => ad);

/** A sentence that lists ads; not said if there are none. */
const listed = (id: string, adsOf: (facts: PreservationFacts) => readonly string[]): Rule => ({
  id,
  says: (facts) => {
    const ads = adsOf(facts);
    return when(ads.length > 0, { params: { ads: ads.join(', ') } });
  },
});

/** Ads whose counted capture, of any version, came after the first alarm. */
function lateAds({ pages, alarm }: PreservationFacts): string[] {
  return pages.filter(({ seq }) => seq !== undefined && alarm !== undefined && seq > alarm).map(({ ad }) => ad);
}

/** What became of the pages. Exactly one of the first four sentences is true of a workbench that has pages to keep. */
const PAGES: readonly Rule[] = [
  {
    id: 'pages.all',
    says: (facts) => {
      const of = facts.pages.length;
      return when(of > 1 && adsIn(facts, 'kept').length === of, { params: { of } });
    },
  },
  {
    id: 'pages.all.one',
    says: (facts) => when(facts.pages.length === 1 && adsIn(facts, 'kept').length === 1),
  },
  {
    id: 'pages.some',
    says: (facts) => {
      const [kept, of] = [adsIn(facts, 'kept').length, facts.pages.length];
      return when(of > 1 && kept < of, { params: { kept, of } });
    },
  },
  {
    id: 'pages.none.one',
    says: (facts) => when(facts.pages.length === 1 && adsIn(facts, 'kept').length === 0),
  },
  listed('pages.changed', (facts) => adsIn(facts, 'changed')),
  listed('pages.mirror', (facts) => adsIn(facts, 'mirror')),
  listed('pages.spoiled', (facts) => adsIn(facts, 'spoiled')),
  listed('pages.lost', (facts) => adsIn(facts, 'lost')),
  listed('pages.overtaken', (facts) => adsIn(facts, 'overtaken')),
  listed('pages.moved', (facts) => adsIn(facts, 'moved')),
  listed('pages.never', (facts) => adsIn(facts, 'never')),
  listed('pages.others', ({ others }) => others),
  {
    id: 'pages.late',
    says: (facts) => {
      const ads = lateAds(facts);
      const { alarm = 0 } = facts;
      return when(ads.length > 0, { params: { ads: ads.join(', '), alarm }, events: [alarm] });
    },
  },
  {
    id: 'pages.in-time',
    says: (facts) => {
      const { alarm = 0, pages, orderFaults } = facts;
      // Not said if a page was missing by then: the trainee would read it as reassurance.
      const isMissing = orderFaults.includes('pages') || orderFaults.includes('nothing');
      const isKept = lateAds(facts).length === 0 && pages.some(({ seq }) => seq !== undefined);
      const isInTime = facts.alarm !== undefined && isKept && !isMissing;
      return when(isInTime, { params: { alarm }, events: [alarm] });
    },
  },
  { id: 'pages.no-alarm', says: ({ alarm }) => when(alarm === undefined) },
  {
    id: 'pages.why.number',
    says: ({ shared: { numbers } }) => numbers.map((ads) => ({ params: { ads: ads.join(', ') } })),
  },
  {
    id: 'pages.why.trace',
    says: ({ shared: { traces } }) =>
      traces.map(({ ad, shared }) => ({ params: { ads: ad, traces: shared.join(', ') } })),
  },
  {
    id: 'pages.why.signs',
    says: ({ shared: { none } }) =>
      none.flatMap(({ ad, signs }) => (signs.length > 0 ? [{ params: { ads: ad, signs: signs.join(', ') } }] : [])),
  },
  {
    id: 'pages.why.cues',
    says: ({ shared: { none } }) =>
      none.flatMap(({ ad, signs, cues }) =>
        signs.length === 0 && cues.length > 0 ? [{ params: { ads: ad, signs: cues.join(', ') } }] : [],
      ),
  },
];

/**
 * Parts of the record that hold for every ad in the locker. Parts that do not hold are covered by counts and errors.
 */
const PARTS: readonly Rule[] = [
  ...RECORD_RUBRIC.map(({ part }): Rule => ({ id: `record.${part}`, says: ({ whole }) => when(whole.includes(part)) })),
  {
    id: 'record.authority.some',
    says: ({ basisFirst, whole }) =>
      when(basisFirst.length > 0 && !whole.includes('authority'), { params: { ads: basisFirst.join(', ') } }),
  },
];

/** Missing and surplus identifiers in a record, item by item. */
const IDENTIFIERS: readonly Rule[] = (['left', 'wrong'] as const).map((kind) => ({
  id: `identifiers.${kind}`,
  says: ({ items }) =>
    items
      .filter((item) => item[kind].length > 0)
      .map((item) => ({
        params: { item: item.item, list: item[kind].map((one) => one.replace(':', ' ')).join('; ') },
      })),
}));

/** True if the advertiser could be warned and the order of acts has no fault. */
const isOrderRight = ({ orderFaults, alarm }: PreservationFacts) => orderFaults.length === 0 && alarm !== undefined;

/** Captures whose original was altered, each once. */
const altered = ({ altering }: PreservationFacts) => [...new Set(altering.flatMap(({ items }) => items))];

const GATES: readonly Rule[] = [
  // Only for a workbench that was used: otherwise it would praise a trainee who did nothing.
  { id: 'gate.never.open', says: ({ nevers, isUsed }) => when(isUsed && nevers.length === 0) },
  {
    id: 'gate.never.shut',
    says: ({ nevers }) => when(nevers.length > 0, { params: { count: nevers.length, nevers: nevers.join(', ') } }),
  },
  {
    id: 'gate.order.open',
    says: (facts) => when(isOrderRight(facts) && facts.goneBefore.length === 0),
  },
  { id: 'gate.order.open.gone', says: (facts) => when(isOrderRight(facts) && facts.goneBefore.length > 0) },
  { id: 'gate.order.open.request', says: (facts) => when(isOrderRight(facts) && facts.notice !== undefined) },
  {
    id: 'gate.order.quiet',
    says: ({ orderFaults, alarm }) => when(orderFaults.length === 0 && alarm === undefined),
  },
  ...(['nothing', 'request'] as const).map(
    (fault): Rule => ({ id: `gate.order.${fault}`, says: ({ orderFaults }) => when(orderFaults.includes(fault)) }),
  ),
  {
    id: 'gate.order.pages',
    says: ({ orderFaults, alarm = 0 }) => when(orderFaults.includes('pages'), { params: { alarm }, events: [alarm] }),
  },
  {
    id: 'gate.hash.open',
    says: (facts) =>
      when(facts.items.length > 0 && altered(facts).length === 0 && facts.errors.every(({ code }) => code !== 'E4')),
  },
  {
    id: 'gate.hash.altered',
    says: (facts) => when(altered(facts).length > 0, { params: { items: altered(facts).join(', ') } }),
  },
  { id: 'gate.hash.none', says: ({ items }) => when(items.length === 0) },
  { id: 'gate.hash.shut', says: ({ errors }) => when(errors.some(({ code }) => code === 'E4')) },
];

const ALTERED: NeverId = 'altered-original';

/** One sentence per forbidden act; for altered originals one per way of altering them. */
const NEVER_RULES: readonly Rule[] = [
  ...NEVERS.filter(({ never }) => never !== ALTERED).map(
    ({ never }): Rule => ({ id: `never.${never}`, says: ({ nevers }) => when(nevers.includes(never)) }),
  ),
  ...ALTERATIONS.map(
    (how): Rule => ({
      id: `never.${ALTERED}.${how}`,
      says: ({ altering }) => {
        const events = altering.filter((act) => act.how === how).map(({ seq }) => seq);
        return when(events.length > 0, { events });
      },
    }),
  ),
];

/** The kind of act that could first warn the advertiser. */
const alarmOf = ({ alarm, notice }: PreservationFacts) => (alarm === notice ? 'report' : 'contact');

const WAYS: Readonly<Record<string, object>> = ERROR_WAYS;

/**
 * E6 has one sentence for each order fault and each kind of first alarm; an error with several ways has one for each
 * way; every other error has one.
 */
const ERROR_CODES = Array.from({ length: 18 }, (_, n) => `E${n + 1}`);
const ERRORS: readonly Rule[] = ERROR_CODES.flatMap((code): Rule[] => {
  const isFound = ({ errors }: PreservationFacts) => errors.some((error) => error.code === code);
  const ways = Object.keys(WAYS[code] ?? {});
  if (ways.length > 0)
    return ways.map((way) => ({
      id: `error.${code}.${way}`,
      says: ({ errors }) => {
        const found = errors.find((error) => error.code === code)?.ways?.find((one) => one.way === way);
        if (!found) return [];
        return [found.at.length > 0 ? { params: { at: found.at.join(', ') } } : {}];
      },
    }));
  if (code !== 'E6') return [{ id: `error.${code}`, says: (facts) => when(isFound(facts)) }];
  const isFaulty = (facts: PreservationFacts, fault: OrderFault) => isFound(facts) && facts.orderFaults.includes(fault);
  return [
    ...(['nothing', 'pages'] as const).flatMap((fault) =>
      (['report', 'contact'] as const).map((alarm) => ({
        id: `error.E6.${fault}.${alarm}`,
        says: (facts: PreservationFacts) => when(isFaulty(facts, fault) && alarmOf(facts) === alarm),
      })),
    ),
    { id: 'error.E6.request', says: (facts) => when(isFaulty(facts, 'request')) },
    // Lists only lost pages: one that is still online unchanged can still be shown.
    listed('error.E6.before', (facts) => (isFound(facts) ? facts.lostByAlarm : [])),
  ];
});

/** A sentence about a step that was taken in part, without `missing`. */
function partOfStep(step: WorkbenchStep, missing: string): Rule {
  return {
    id: `step.part.${step}.no-${missing}`,
    says: ({ partly }) => when(partly.some((entry) => entry.step === step && entry.missing.includes(missing))),
  };
}

const COUNTS: readonly Rule[] = [
  { id: 'bench.unused', ground: 'log', says: ({ isUsed }) => when(!isUsed) },
  { id: 'errors.none', says: ({ errors, isUsed }) => when(isUsed && errors.length === 0) },
  { id: 'errors.some', says: ({ errors }) => when(errors.length > 0, { params: { count: errors.length } }) },
  {
    id: 'bench.steps',
    says: ({ steps, stepsOf, partly }) => [{ params: { n: steps.length, of: stepsOf, some: partly.length } }],
  },
  partOfStep('authority', 'basis'),
  partOfStep('authority', 'plan'),
  partOfStep('finding', 'finding'),
  partOfStep('finding', 'clock'),
  partOfStep('finding', 'each'),
  partOfStep('identifiers', 'each'),
  partOfStep('native', 'each'),
  partOfStep('look', 'each'),
  partOfStep('context', 'each'),
  partOfStep('hash', 'each'),
  partOfStep('sealed', 'each'),
  partOfStep('again', 'own'),
  {
    id: 'beside.no-page',
    says: ({ emptyPictures }) =>
      when(emptyPictures.length > 0, { params: { count: emptyPictures.length }, events: emptyPictures }),
  },
  {
    id: 'bench.nothing',
    ground: 'log',
    says: ({ items, copiesBeside }) => when(items.length === 0 && copiesBeside === 0),
  },
];

/** Of the look for child material it is said what there is: looks, reports of closed cards, or both. */
const CHILD_CHECK: readonly Rule[] = (['look', 'report', 'both'] as const).map((shown) => ({
  id: `step.part.child-check.no-each.${shown}`,
  says: ({ partly, childCheck: { looks, reports } }) => {
    const isPart = partly.some(({ step, missing }) => step === 'child-check' && missing.includes('each'));
    const is = looks && reports ? 'both' : looks ? 'look' : 'report';
    return when(isPart && is === shown);
  },
}));

/** Every sentence that may be said about a workbench, each with its condition. */
export const PRESERVATION_SENTENCES: readonly Rule[] = [
  ...PAGES,
  ...PARTS,
  ...IDENTIFIERS,
  ...GATES,
  ...NEVER_RULES,
  ...ERRORS,
  ...COUNTS,
  ...CHILD_CHECK,
  ...QUESTION_SENTENCES,
  ...REQUEST_SENTENCES,
];
