import type { Issue } from '#kernel/model/issue.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';
import type { Bundle, BundleFacts } from './bundle.ts';
import { type Named, namedInText } from './named-in-text.ts';
import { expandPlace, hasPlace, paymentsBetween, paymentsIn } from './places.ts';

/** An issue without its position in a file. */
type Found = Omit<Issue, 'severity' | 'position'>;

const found = (code: string, path: Issue['path'], params: Issue['params']): Found => ({ code, path, params });

/** Issue codes of the things that a text may name. */
const CODES: Readonly<Record<Named['kind'], string>> = {
  place: 'bundle.unknown-place',
  sum: 'bundle.unknown-sum',
  day: 'bundle.unknown-day',
  name: 'bundle.unknown-name',
};

/**
 * Issues for every pinpoint, sum, day and name in the texts of a document that do not exist in the bundle. An amount
 * exists if it is a sum of the facts or one payment; a day if it is a day of the facts or one on which a payment was
 * booked.
 */
export function checkNamed(document: unknown, bundle: Bundle, facts: BundleFacts): Found[] {
  const payments = paymentsIn(bundle);
  const sums = new Set([...facts.sums.map(({ sim }) => sim), ...payments.map(({ sim }) => sim)]);
  const days = [...facts.days, ...payments.map(({ at }) => at.slice(0, 'yyyy-mm-dd'.length))];
  const names = new Set(facts.names);
  const exists = ({ kind, value }: Named): boolean => {
    if (kind === 'place') return hasPlace(bundle, value);
    if (kind === 'sum') return sums.has(Number(value));
    if (kind === 'name') return names.has(value);
    return days.some((day) => (value.startsWith('-') ? day.endsWith(value.slice(1)) : day === value));
  };
  return [...stringsIn(document)].flatMap(({ path, text }) =>
    namedInText(text)
      .filter((named) => !exists(named))
      .map(({ kind, value }) => found(CODES[kind], path, { value, bundle: bundle.id })),
  );
}

/** Issues for places of a list that the bundle does not have; `E6 W01>W02` stands for payments. */
export const checkPlaces = (places: readonly string[], bundle: Bundle, path: Issue['path']): Found[] =>
  places.flatMap((value, n) =>
    expandPlace(bundle, value).length > 0
      ? []
      : [found('bundle.unknown-place', [...path, n], { value, bundle: bundle.id })],
  );

/** An issue if an id is not among the known ones. */
export const checkId = (kind: string, id: string, known: readonly string[], path: Issue['path']): Found[] =>
  known.includes(id) ? [] : [found('bundle.unknown-id', path, { kind, id, known: known.join(', ') })];

/** Issues of the facts: places that do not exist, elements that are none, and sums that their payments do not make. */
export function checkFacts(facts: BundleFacts, bundle: Bundle): Found[] {
  const elements = bundle.elements.map(({ id }) => id);
  const payments = paymentsIn(bundle);
  return [
    ...facts.facts.flatMap(({ bears }, n) =>
      bears.flatMap(({ element, places }, m) => [
        ...checkId('element', element, elements, ['facts', n, 'bears', m, 'element']),
        ...checkPlaces(places, bundle, ['facts', n, 'bears', m, 'places']),
      ]),
    ),
    ...facts.sums.flatMap(({ sim, payments: rule }, n) => {
      if (!rule) return [];
      const sum = paymentsBetween(payments, rule).reduce((all, payment) => all + payment.sim, 0);
      return sum === sim ? [] : [found('bundle.sum-not-of-payments', ['sums', n, 'sim'], { sim, sum })];
    }),
  ];
}

/** Issues of the public half: texts that name what does not exist, and ids that lead nowhere. */
export function checkBundle(bundle: Bundle, facts: BundleFacts, rules: readonly string[]): Found[] {
  const exhibits = bundle.exhibits.map(({ id }) => id);
  const elements = bundle.elements.map(({ id }) => id);
  return [
    ...checkNamed(bundle, bundle, facts),
    ...checkId('exhibit', bundle.locker.exhibit, exhibits, ['locker', 'exhibit']),
    ...bundle.motions.flatMap(({ exhibit, rules: named }, n) => [
      ...checkId('exhibit', exhibit, exhibits, ['motions', n, 'exhibit']),
      ...named.flatMap((rule, m) => checkId('rule', rule, rules, ['motions', n, 'rules', m])),
    ]),
    ...bundle.judgment.flatMap(({ options }, n) =>
      options.flatMap((option, m) =>
        (['needs', 'against'] as const).flatMap((field) =>
          (option[field] ?? []).flatMap((id, k) =>
            checkId('element', id, elements, ['judgment', n, 'options', m, field, k]),
          ),
        ),
      ),
    ),
  ];
}
