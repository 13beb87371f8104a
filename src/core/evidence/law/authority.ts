import { DATA_CATEGORIES, type DataCategory, type Letter, type Office } from '#core/evidence/letters/letter.ts';
import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';

/** Classes of data by how deep an order for them reaches. */
export const DATA_CLASSES = ['public-page', 'subscriber', 'traffic', 'content', 'payer', 'bank-account'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** Who may ask for one class of data in one State. */
export interface AuthorityRow {
  readonly id: DataClass;
  readonly name: string;
  /** Kinds of data of a letter that belong to it. */
  readonly data: readonly DataCategory[];
  readonly keep: readonly Office[];
  /** Who may ask to keep besides these where the letter says why it cannot wait. */
  readonly keepUrgent: readonly Office[];
  readonly order: readonly Office[];
  /** Whose order a prosecutor has to validate. */
  readonly validated: readonly Office[];
  /** Who may order besides these in danger to life. */
  readonly emergency: readonly Office[];
  /** The offence has to carry a maximum of so many years. */
  readonly minYears: number;
  readonly threshold: string;
}

/** The law of one invented State on who may order which data. */
export interface StateLaw {
  readonly id: string;
  readonly name: string;
  /** How an order is validated. */
  readonly validation: string;
  /** Within how many hours an order in danger to life is validated. */
  readonly validateWithinHours: number;
  readonly rows: readonly AuthorityRow[];
}

/** The whole table: every State. */
export interface AuthorityTable {
  readonly states: readonly StateLaw[];
}

/** Why a letter may not ask for one kind of data: its office may not order it, or the offence weighs too little. */
export interface Lack {
  readonly data: DataCategory;
  readonly why: 'office' | 'threshold';
  /** Who may ask for it. */
  readonly offices: readonly Office[];
}

/** What a desk knows about the law that its letters stand under. */
export interface LawOfDesk {
  readonly law: StateLaw;
  /** The maximum of each offence of the desk in years. */
  readonly years: Readonly<Record<string, number>>;
  /** True where somebody's life is in danger in the case. */
  readonly emergency: boolean;
}

const isSaid = (text: string) => text.trim() !== '';

/** Who may ask that way for that kind of data; nobody where the table has no row for it. */
export function officesFor(
  { kind, urgency }: Pick<Letter, 'kind' | 'urgency'>,
  data: DataCategory,
  { law, emergency }: Pick<LawOfDesk, 'law' | 'emergency'>,
): readonly Office[] {
  const row = law.rows.find((one) => one.data.includes(data));
  if (!row) return [];
  if (kind === 'preservation') return [...row.keep, ...(isSaid(urgency) ? row.keepUrgent : [])];
  return [...row.order, ...(emergency ? row.emergency : [])];
}

/**
 * The kinds of data that a letter names and that may not be asked for in this way: its office may not, or the offence that
 * it names carries too low a maximum. A notice asks for no data. An offence that the desk does not know is no matter of this.
 */
export function lacksOf(
  letter: Pick<Letter, 'kind' | 'issuer' | 'data' | 'offence' | 'urgency'>,
  of: LawOfDesk,
): readonly Lack[] {
  if (letter.kind === 'notice') return [];
  const years = of.years[letter.offence];
  return DATA_CATEGORIES.filter((data) => letter.data.includes(data)).flatMap((data): Lack[] => {
    const offices = officesFor(letter, data, of);
    if (letter.issuer === undefined || !offices.includes(letter.issuer)) return [{ data, why: 'office', offices }];
    const least = of.law.rows.find((row) => row.data.includes(data))?.minYears ?? 0;
    const isLight = letter.kind !== 'preservation' && years !== undefined && years < least;
    return isLight ? [{ data, why: 'threshold', offices }] : [];
  });
}

/** Lacks of one kind put together where the same offices may ask for the data, in the order of the data. */
export function lacksByOffices(
  lacks: readonly Lack[],
): { readonly data: readonly DataCategory[]; readonly offices: readonly Office[] }[] {
  const names = [...new Set(lacks.map(({ offices }) => offices.join(', ')))];
  return names.map((name) => {
    const same = lacks.filter(({ offices }) => offices.join(', ') === name);
    return { data: same.map(({ data }) => data), offices: same[0]?.offices ?? [] };
  });
}

/** The rows of a law that are otherwise than in another one. */
export function rowsThatDiffer({ rows }: StateLaw, other: StateLaw): AuthorityRow[] {
  return rows.filter((row) => {
    const same = other.rows.find(({ id }) => id === row.id);
    return same === undefined || canonicalJson(row as unknown as Json) !== canonicalJson(same as unknown as Json);
  });
}
