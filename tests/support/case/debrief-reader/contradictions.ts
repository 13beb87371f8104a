import { READERS_OF_KINDS } from '../../kinds/readers-of-kinds.ts';
import { AT_WORKBENCH } from './contradictions-at-bench.ts';
import { FIND_CONTRADICTIONS } from './contradictions-finds.ts';

/** Names of sentences; a star stands for anything. */
type Names = string;

/**
 * Pairs of sentences that must not both be said about one attempt: about the case, about one of its exercises, or one
 * about each. A trainee would ask which of the two is true.
 */
export const CONTRADICTIONS: readonly (readonly [Names, Names])[] = [
  // Steps of the case.
  ['case.red.none', 'case.red'],
  ['case.red.none', 'case.red.stopped'],
  ['case.red.none', 'case.red.closed-card'],
  ['case.red.none', 'never.closed-card'],
  ['case.harm.none', 'case.harm.one'],
  ['case.harm.none', 'case.harm.many'],
  ['case.harm.none', 'case.red'],
  ['case.harm.none', 'case.red.closed-card'],
  ['case.harm.none', 'case.undecided'],
  ['case.harm.none', 'never.closed-card'],
  ['case.harm.one', 'case.harm.many'],
  ['case.undecided', 'case.red'],
  ['case.undecided', 'case.harm.*'],
  ['case.undecided', 'case.red.stopped'],
  ['case.model.all', 'case.model.some'],
  // The first page.
  ['keep.safe', 'case.red'],
  ['keep.safe', 'case.red.closed-card'],
  ['keep.safe', 'case.harm.one'],
  ['keep.safe', 'case.harm.many'],
  ['keep.safe', 'never.*'],
  ['keep.safe', 'change.red'],
  ['keep.safe', 'change.harm'],
  ['keep.safe', 'change.lost-by.*'],
  ['keep.safe', 'answer.account-holder-told'],
  ['keep.safe', 'change.account-told'],
  ['letter.sequence.alone.*', 'letter.sequence.unasked'],
  ['letter.sequence.alone.*', 'letter.sequence.refused'],
  ['letter.sequence.alone.*', 'letter.sequence.unsent.*'],
  ['keep.card', 'find.withheld.open'],
  ['keep.card', 'change.card-open'],
  ['keep.nobody-accused', 'find.false'],
  ['keep.nobody-accused', 'find.false.deceptive'],
  ['keep.nobody-accused', 'change.false-flags'],
  ['keep.order', 'case.late.*'],
  ['keep.order', 'case.never.*'],
  ['keep.order', 'error.E6*'],
  ['keep.order', 'gate.order.pages'],
  ['keep.order', 'pages.lost'],
  ['keep.order', 'pages.overtaken'],
  ['keep.order', 'pages.moved'],
  ['keep.order', 'pages.changed'],
  ['keep.order', 'change.lost-by.*'],
  ['keep.pages', 'change.lost-by.*'],
  ['pages.all*', 'change.lost-by.*'],
  ['change.lost-by.notify', 'case.never.notify'],
  ['change.lost-by.contact', 'case.never.contact'],
  ['change.data-gone', 'secured.nothing'],
  ['keep.found', 'find.flagged.none'],
  ['keep.found', 'figure.dprime.every-flagged'],
  ['keep.order', 'change.late'],
  ['keep.order', 'change.never-done'],
  ['keep.pages', 'change.pages'],
  ['keep.pages', 'pages.some'],
  ['keep.pages', 'pages.none.one'],
  ['change.errors', 'errors.none'],
  ['change.never', 'gate.never.open'],
  ['change.undecided', 'case.harm.*'],
  // Tests of platforms.
  ['checkathon.sealed', 'checkathon.unsealed'],
  ['checkathon.nothing', 'checkathon.sealed'],
  ['checkathon.nothing', 'checkathon.pattern.*'],
  ['keep.checkathon-found', 'change.checkathon-named'],
  ['keep.checkathon-found', 'checkathon.pattern.wrong'],
  ['keep.safe', 'change.checkathon-*'],
  ['keep.safe', 'checkathon.red.*'],
  // Ledgers.
  ['ledger.traced.none', 'ledger.traced.part'],
  ['ledger.traced.full', 'ledger.traced.part'],
  ['ledger.traced.full', 'ledger.traced.over'],
  ['keep.ledger-traced', 'ledger.traced.above'],
  ['keep.safe', 'change.ledger-empty'],
  ['ledger.nothing', 'ledger.profit.held'],
  ['ledger.path.unkept', 'ledger.path.none'],
  ['ledger.path.unkept', 'ledger.path.part'],
  ['ledger.path.none', 'ledger.path.part'],
  ['ledger.path.none', 'ledger.path.whole'],
  ['ledger.path.none', 'ledger.traced.full'],
  ['ledger.sheet.whole', 'ledger.sheet.gap'],
  ['ledger.sheet.whole', 'ledger.sheet.wrong'],
  ['ledger.request.whole', 'ledger.request.gap'],
  ['ledger.request.whole', 'ledger.request.wrong'],
  ['ledger.request.whole', 'ledger.held.harmed'],
  ['ledger.nothing', 'ledger.profit.found'],
  ['ledger.nothing', 'ledger.key.right'],
  ['keep.safe', 'change.ledger-held'],
  ['keep.ledger-traced', 'ledger.held.harmed'],
  ['keep.ledger-traced', 'change.ledger-held'],
  // Order of the acts.
  ['case.order.kept', 'case.late.*'],
  ['case.order.kept', 'case.never.*'],
  ['case.late.preserve.*', 'case.never.preserve'],
  ['case.late.request.*', 'case.never.request'],
  ['case.late.notify.*', 'case.never.notify'],
  ['case.late.contact.*', 'case.never.contact'],
  ['case.late.preserve.request', 'case.never.request'],
  ['case.late.preserve.notify', 'case.never.notify'],
  ['case.late.preserve.contact', 'case.never.contact'],
  ['case.late.request.notify', 'case.never.notify'],
  ['case.late.request.contact', 'case.never.contact'],
  ['case.late.preserve.request', 'case.late.request.preserve'],
  ['case.late.preserve.notify', 'case.late.notify.preserve'],
  ['case.late.preserve.contact', 'case.late.contact.preserve'],
  ['case.late.request.notify', 'case.late.notify.request'],
  ['case.late.request.contact', 'case.late.contact.request'],
  ['case.late.notify.contact', 'case.late.contact.notify'],
  ['case.late.*.notify', 'pages.no-alarm'],
  ['case.late.*.contact', 'pages.no-alarm'],
  ['case.late.*.notify', 'gate.order.quiet'],
  ['case.late.*.contact', 'gate.order.quiet'],
  ['case.late.request.notify', 'gate.order.open.request'],
  ['case.never.request', 'gate.order.open.request'],
  ['case.never.preserve', 'pages.all*'],
  ['case.never.preserve', 'pages.in-time'],
  ['case.never.preserve', 'pages.changed'],
  ['case.never.preserve', 'pages.mirror'],
  ['case.never.preserve', 'pages.spoiled'],
  ['case.never.preserve', 'record.capture'],
  ['case.never.preserve', 'record.unchanged'],
  ['case.empty.only', 'pages.all*'],
  ['case.empty.only', 'record.capture'],
  ['case.empty.only', 'question.proves.pages'],
  ['case.empty.only', 'question.proves.mirror'],
  ['case.empty.only', 'step.part.native.*'],
  ['case.empty.only', 'case.late.preserve.*'],
  ['case.empty.only', 'bench.nothing'],
  ['case.empty.only', 'gate.hash.none'],
  ['case.never.preserve', 'step.part.native.*'],
  ['case.pictures.only', 'pages.all*'],
  ['case.pictures.only', 'record.capture'],
  ['case.pictures.only', 'question.proves.pages'],
  ['case.pictures.only', 'bench.nothing'],
  ['case.pictures.only', 'case.late.preserve.*'],
  ['case.pictures.only', 'case.pictures.before.*'],
  ...['kept', 'alone'].flatMap((told) => [
    [`case.pair.${told}.preserve.*`, 'case.never.preserve'] as const,
    [`case.pair.${told}.request.*`, 'case.never.request'] as const,
    [`case.pair.${told}.notify.*`, 'case.never.notify'] as const,
    [`case.pair.${told}.contact.*`, 'case.never.contact'] as const,
    [`case.pair.${told}.preserve.notify`, 'case.late.preserve.notify'] as const,
    [`case.pair.${told}.preserve.contact`, 'case.late.preserve.contact'] as const,
  ]),
  ['case.order.kept', 'case.pair.late.*'],
  ['case.order.kept', 'case.pair.never.*'],
  ['case.pair.alone.*.notify', 'case.late.*.notify'],
  ['case.pair.alone.*.notify', 'error.E6.request'],
  ['case.never.preserve', 'question.proves.pages'],
  ['case.never.preserve', 'question.proves.mirror'],
  ['case.never.preserve', 'report.short.kept'],
  ['case.never.preserve', 'report.short.kept.one'],
  ...AT_WORKBENCH,
  ...[...READERS_OF_KINDS.values()].flatMap(({ contradictions = [] }) => contradictions),
  // The report of the locker.
  ['report.short.kept.none', 'report.short.kept'],
  ['report.short.kept.none', 'report.short.kept.one'],
  ['report.short.kept', 'report.short.kept.one'],
  ['report.short.kept.none', 'report.short.unfit'],
  ['report.short.kept.none', 'report.short.redirects'],
  ['report.short.gaps.none', 'report.short.gaps'],
  ['report.short.gaps.none', 'report.short.gaps.records'],
  ['report.short.gaps.none', 'report.short.plan.none'],
  ['report.short.gaps.none', 'report.short.authority.none'],
  ['report.short.gaps.records', 'report.short.gaps'],
  ['report.short.authority.none', 'report.short.gaps.records'],
  ['report.short.authority.none', 'report.short.basis'],
  ['report.short.authority.none', 'question.who.basis'],
  ['report.short.gaps.none', 'step.part.authority.*'],
  ['report.short.gaps.none', 'report.short.operator.none'],
  ['report.short.gaps.none', 'report.short.basis.none'],
  ['report.short.gaps.none', 'report.short.clock.none'],
  ['report.short.disclosure', 'report.short.disclosure.none'],
  ['report.short.disclosure', 'report.short.disclosure.empty'],
  ['report.short.disclosure.empty', 'report.short.disclosure.none'],
  ['report.chain.holds', 'report.chain.broken'],
  // Linking.
  ['link.none', 'link.count'],
  ['link.none', 'link.over'],
  ['link.none', 'link.off-board'],
  ...['holds', 'again', 'reason', 'stranger', 'bridge', 'lawful'].map(
    (verdict) => ['link.none', `link.${verdict}`] as const,
  ),
  ['network.nothing', 'network.count'],
  ...['whole', 'torn', 'apart'].map((fate) => ['network.nothing', `network.${fate}`] as const),
  // Mapping.
  ['map.rank.none', 'map.rank.behind'],
  ['map.rank.none', 'map.reason.none'],
  ['map.copies', 'map.copies.nothing'],
  ['codes.undrawn', 'codes.nobody'],
  ['codes.undrawn', 'codes.small'],
  ...['undrawn', 'nobody'].flatMap((nothing) =>
    ['count', 'alone', 'unseen', 'agreed.*', 'enough', 'low', 'same', 'settled'].map(
      (code) => [`codes.${nothing}`, `codes.${code}`] as const,
    ),
  ),
  ...['unseen', 'agreed.*', 'enough', 'low', 'same', 'settled'].map(
    (code) => ['codes.alone', `codes.${code}`] as const,
  ),
  ['codes.unseen', 'codes.agreed.*'],
  ['codes.enough', 'codes.low'],
  ['codes.agreed.strong', 'codes.low'],
  ['codes.agreed.good', 'codes.low'],
  ['codes.agreed.middling', 'codes.enough'],
  ['codes.agreed.weak', 'codes.enough'],
  ['codes.agreed.none', 'codes.enough'],
  ['codes.same', 'codes.settled'],
  ['map.code.right', 'map.code.missed'],
  ['map.code.right', 'map.code.wrong'],
  ['map.code.right', 'codes.nobody'],
  // Letters.
  ['letters.none', 'letters.count'],
  ...['letter.hit.*', 'letter.gap.*', 'letter.nowhere.*', 'objection.*', 'answer.*', 'secured.kept'].map(
    (said) => ['letters.none', said] as const,
  ),
  ...['before', 'after'].flatMap((outcome) => [
    ['letter.sequence.unasked', `letter.sequence.${outcome}.*`] as const,
    ['letter.sequence.refused', `letter.sequence.${outcome}.*`] as const,
    ['letter.sequence.without.*', `letter.sequence.${outcome}.*`] as const,
    ['case.never.request', `letter.sequence.${outcome}.*`] as const,
  ]),
  ['letter.sequence.unasked', 'letter.sequence.refused'],
  ['letter.sequence.unsent.notice', 'letter.sequence.*.report'],
  ['letter.sequence.unsent.notice', 'gate.order.request'],
  ['case.never.notify', 'letter.sequence.*.report'],
  ['case.never.request', 'letter.sequence.refused'],
  ['letter.unsent.preservation', 'letter.hit.custodian'],
  ...['noted', 'unnoted', 'late', 'ended'].flatMap((period) => [
    ['letter.renewal.nothing', `letter.renewal.${period}`] as const,
    ['letter.sequence.unasked', `letter.renewal.${period}`] as const,
    ['letter.sequence.refused', `letter.renewal.${period}`] as const,
  ]),
  ['letter.renewal.nothing', 'secured.kept'],
  ['letter.renewal.nothing', 'secured.left'],
  ['secured.nothing', 'secured.left'],
  ['letter.renewal.nothing', 'objection.renewal'],
  ...['kept', 'gone', 'refused'].map((fate) => ['letter.sequence.unasked', `secured.${fate}`] as const),
  ...['count', 'kept', 'unasked', 'gone', 'refused'].map((fate) => ['secured.nothing', `secured.${fate}`] as const),
  ...['done', 'unsigned', 'office', 'threshold', 'astray'].flatMap((fate) => [
    ['letters.none', `ordered.${fate}`] as const,
    ['letter.sequence.unsent.demand', `ordered.${fate}`] as const,
  ]),
  ...['right', 'other', 'unnamed'].flatMap((fate) => [
    ['letters.none', `channel.${fate}.*`] as const,
    ['letter.sequence.unasked', `channel.${fate}.keep`] as const,
    ['letter.sequence.unsent.demand', `channel.${fate}.data`] as const,
  ]),
  ...FIND_CONTRADICTIONS,
];

/** True if a sentence id matches the pattern. */
export function isNamed(names: Names, id: string): boolean {
  if (!names.includes('*')) return names === id;
  const known = matched.get(names) ?? new Map<string, boolean>();
  matched.set(names, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const isMatch = new RegExp(`^${names.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(id);
  known.set(id, isMatch);
  return isMatch;
}

/** By pattern, the ids that were held against it. */
const matched = new Map<Names, Map<string, boolean>>();

/** The pairs of the table that both occur in a set of sentences. */
export function contradictionsIn(ids: ReadonlySet<string>): string[] {
  const found = new Map<Names, readonly string[]>();
  const saidUnder = (names: Names) => {
    const known = found.get(names) ?? [...ids].filter((id) => isNamed(names, id));
    found.set(names, known);
    return known;
  };
  const isSaid = (names: Names, but?: Names) =>
    names.includes('*') ? saidUnder(names).some((id) => id !== but) : ids.has(names);
  return CONTRADICTIONS.filter(([one, other]) => isSaid(one) && isSaid(other, one)).map((pair) => pair.join(' with '));
}
