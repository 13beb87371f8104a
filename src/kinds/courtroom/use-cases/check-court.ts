import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree } from '#case/language/model/state-tree.ts';
import type { KindLibrary } from '#case/plug/use-cases/kind-builds.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { checkId, checkNamed, checkPlaces } from '#evidence/court-file/model/check-bundle.ts';
import { lawCardOf } from '#evidence/court-file/model/court-law.ts';
import { paymentsBetween, paymentsIn } from '#evidence/court-file/model/places.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { CourtroomKey } from '#kinds/courtroom/model/key-schemas.ts';
import { COURTROOM } from '#kinds/courtroom/model/kind.ts';
import { citationIssues } from '#market/signs/use-cases/check-citations.ts';
import { checkItems } from './check-items.ts';

type Found = Omit<Issue, 'severity' | 'position'>;

/** Issues of a case that names no bundle, or whose key does not fit it. */
export function checkCourt(
  scenario: Placed<Scenario>,
  key: Placed<AnswerKey> | undefined,
  { bundles, courts, sources }: KindLibrary,
): Issue[] {
  return COURTROOM.authoredIn(stateTree(scenario.value)).flatMap(({ path, brief: { bundle: id = '' } }): Issue[] => {
    const at = [...path, 'brief', 'bundle'];
    const loaded = bundles.get(id);
    if (!loaded) {
      const known = [...bundles.keys()].join(', ');
      return [fault('bundle.unknown-id', scenario, at, { kind: 'bundle', id, known })];
    }
    const part = key && COURTROOM.keyOf(key.value);
    if (!key || !part) return [];
    const law = lawCardOf(courts, loaded.bundle.state);
    const rules = law ? [...law.common, ...law.evidence].map((rule) => rule.id) : [];
    const found = [
      ...checkKeyIds(part, loaded.bundle),
      ...checkItems(part, loaded.bundle, rules),
      ...checkSums(part, loaded.bundle),
      ...checkNamed(part, loaded.bundle, loaded.facts),
    ];
    return [
      ...found.map(({ code, path: inPart, params }) => fault(code, key, ['courtroom', ...inPart], params)),
      ...citationsOf(part).flatMap(([inPart, cited]) =>
        citationIssues(key, ['courtroom', ...inPart, 'sources'], cited, sources),
      ),
    ];
  });
}

/** Ids of the key that the bundle does not have, and parts of the bundle for which the key has no answer. */
function checkKeyIds(key: CourtroomKey, bundle: Bundle): Found[] {
  const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  const elements = idsOf(bundle.elements);
  const answered = (kind: string, asked: readonly string[], have: readonly string[], path: Issue['path']): Found[] => [
    ...asked.filter((id) => !have.includes(id)).map((id) => ({ code: 'bundle.no-answer', path, params: { kind, id } })),
    ...have.flatMap((id) => checkId(kind, id, asked, [...path, id])),
  ];
  return [
    ...answered(
      'element',
      elements,
      key.rows.map(({ element }) => element),
      ['rows'],
    ),
    ...key.rows.flatMap((row, n) => [
      ...checkPlaces(row.for, bundle, ['rows', n, 'for']),
      ...checkPlaces(row.against, bundle, ['rows', n, 'against']),
      ...row.next.flatMap((id, m) => checkId('measure', id, idsOf(bundle.measures), ['rows', n, 'next', m])),
    ]),
    ...answered('motion', idsOf(bundle.motions), Object.keys(key.motions), ['motions']),
    ...bundle.motions.flatMap(({ id, outcomes }) => {
      const motion = key.motions[id];
      if (!motion) return [];
      const named = [
        ...Object.entries(motion.forbids).flatMap(([regime, of]) =>
          of.map(({ outcome }, n) => [outcome, ['forbids', regime, n, 'outcome']] as const),
        ),
        [motion.grant.outcome, ['grant', 'outcome']] as const,
        [motion.refuse.outcome, ['refuse', 'outcome']] as const,
      ];
      return named.flatMap(([outcome, path]) => checkId('outcome', outcome, idsOf(outcomes), ['motions', id, ...path]));
    }),
    ...answered('sum', idsOf(bundle.sums), Object.keys(key.sums), ['sums']),
    ...Object.entries(key.sums).flatMap(([id, { after }]) =>
      after.flatMap((one, n) => checkId('sum', one, idsOf(bundle.sums), ['sums', id, 'after', n])),
    ),
    ...answered('question', idsOf(bundle.judgment), Object.keys(key.judgment), ['judgment']),
    ...bundle.judgment.flatMap(({ id, options }) => {
      const answers = Object.keys(key.judgment[id]?.options ?? {});
      return key.judgment[id] ? answered('option', idsOf(options), answers, ['judgment', id, 'options']) : [];
    }),
  ];
}

/** Sums that do not equal the total of their payments. */
const checkSums = ({ sums }: CourtroomKey, bundle: Bundle): Found[] =>
  Object.entries(sums).flatMap(([id, { amount, payments }]) => {
    if (!payments) return [];
    const sum = paymentsBetween(paymentsIn(bundle), payments).reduce((all, { sim }) => all + sim, 0);
    const params = { sim: amount, sum };
    return sum === amount ? [] : [{ code: 'bundle.sum-not-of-payments', path: ['sums', id, 'amount'], params }];
  });

const citationsOf = ({ rows, motions, judgment, items }: CourtroomKey) => [
  ...rows.map(({ sources }, n) => [['rows', n], sources] as const),
  ...Object.entries(motions).map(([id, { sources }]) => [['motions', id], sources] as const),
  ...Object.entries(judgment).map(([id, { sources }]) => [['judgment', id], sources] as const),
  ...Object.entries(items).map(([id, { sources }]) => [['items', id], sources] as const),
];
