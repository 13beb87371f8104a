import { type Lack, lacksOf, officesFor } from '#evidence/law/model/authority.ts';
import { type DataCategory, emptyLetter, OFFICES, type Office } from '#evidence/letters/model/letter.ts';
import { leadsToSubject } from '#evidence/letters/model/letter-parts.ts';
import type { LetterSubject } from '#evidence/letters/model/letter-subject.ts';
import type { AnsweredLetter } from './answers-to.ts';
import { lawOf, type RequestDesk } from './desk.ts';
import { needsOrder, type RequestsKey } from './key.ts';

/**
 * One kind of data that the case needs and a company holds, and whether a letter ordered its disclosure. `ordered`: a
 * letter about the case did, signed by a competent office. `unsigned`: no such letter was signed. `office`: it was
 * signed by an office that is not competent. `threshold`: the offence that it names has too low a maximum penalty.
 * `astray`: what it names does not belong to the case. `unasked`: no letter asked that company for it.
 */
export interface OrderedFact {
  readonly platform: string;
  readonly data: DataCategory;
  readonly outcome: 'ordered' | 'unsigned' | 'office' | 'threshold' | 'astray' | 'unasked';
}

/** Outcome of each kind of data that has to be ordered; empty if the case needs no such letter. */
export function orderedFacts(
  answered: readonly AnsweredLetter[],
  key: RequestsKey,
  desk: RequestDesk,
  subject: LetterSubject,
): OrderedFact[] {
  if (!needsOrder(key)) return [];
  return desk.platforms
    .filter(({ id }) => key.custodians.includes(id))
    .flatMap(({ id: platform, holds }) =>
      key.data
        .filter((data) => holds.includes(data))
        .map((data) => ({ platform, data, outcome: outcomeOf(platform, data, answered, desk, subject) })),
    );
}

function outcomeOf(
  platform: string,
  data: DataCategory,
  answered: readonly AnsweredLetter[],
  desk: RequestDesk,
  subject: LetterSubject,
): OrderedFact['outcome'] {
  const asking = answered.filter(
    ({ letter }) =>
      (letter.kind === 'order' || letter.kind === 'assistance') && letter.to === platform && letter.data.includes(data),
  );
  if (asking.length === 0) return 'unasked';
  const leading = asking.filter(({ letter }) => leadsToSubject(letter, subject));
  if (leading.length === 0) return 'astray';
  const lacks = leading.map(({ letter }): Lack['why'] | undefined => {
    const found = lacksOf(letter, lawOf(desk)).find((lack) => lack.data === data);
    return found?.why;
  });
  if (lacks.includes(undefined)) return 'ordered';
  if (!lacks.includes('office')) return 'threshold';
  return leading.some(({ letter }, n) => lacks[n] === 'office' && letter.issuer !== undefined) ? 'office' : 'unsigned';
}

/** The orders that the case needs: each office with the data that it orders, the lowest competent office by default. */
export function ordersOf(
  { data, orders = {} }: Pick<RequestsKey, 'data' | 'orders'>,
  desk: RequestDesk,
): (readonly [Office, readonly DataCategory[]])[] {
  const officeOf = (one: DataCategory) => {
    const named = OFFICES.find((office) => orders[office]?.includes(one));
    const may = officesFor(emptyLetter('order'), one, lawOf(desk));
    return named ?? OFFICES.find((office) => may.includes(office));
  };
  return OFFICES.flatMap((office) => {
    const own = data.filter((one) => officeOf(one) === office);
    return own.length > 0 ? [[office, own] as const] : [];
  });
}
