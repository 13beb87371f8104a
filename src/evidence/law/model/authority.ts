import { DATA_CATEGORIES, type DataCategory, type Letter, type Office } from '#evidence/letters/model/letter.ts';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';

/** Classes of data by how far an order for them intrudes. */
export const DATA_CLASSES = ['public-page', 'subscriber', 'traffic', 'content', 'payer', 'bank-account'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** Who may ask for one class of data in one State. */
export interface AuthorityRow {
  readonly id: DataClass;
  readonly name: string;
  /** Data categories of a letter that belong to this class. */
  readonly data: readonly DataCategory[];
  readonly keep: readonly Office[];
  /** Offices that may also ask for preservation if the letter says why it is urgent. */
  readonly keepUrgent: readonly Office[];
  readonly order: readonly Office[];
  /** Offices whose order must be validated by a prosecutor. */
  readonly validated: readonly Office[];
  /** Offices that may also order if a life is in danger. */
  readonly emergency: readonly Office[];
  /** Lower bound for the maximum penalty of the offence, in years. */
  readonly minYears: number;
  readonly threshold: string;
}

/** The law of one invented State on who may order which data. */
export interface StateLaw {
  readonly id: string;
  readonly name: string;
  /** How an order is validated. */
  readonly validation: string;
  /** Hours within which an order in danger to life must be validated. */
  readonly validateWithinHours: number;
  readonly rows: readonly AuthorityRow[];
}

/** The laws of all States. */
export interface AuthorityTable {
  readonly states: readonly StateLaw[];
}

/** Why a letter may not ask for one kind of data: its office has no authority, or the offence is not serious enough. */
export interface Lack {
  readonly data: DataCategory;
  readonly why: 'office' | 'threshold';
  /** Who may ask for it. */
  readonly offices: readonly Office[];
}

/** The law that applies to the letters of a desk, with the facts of the case that it depends on. */
export interface LawOfDesk {
  readonly law: StateLaw;
  /** Maximum penalty of each offence of the desk, in years. */
  readonly years: Readonly<Record<string, number>>;
  /** True if a life is in danger in the case. */
  readonly emergency: boolean;
}

const isSaid = (text: string) => text.trim() !== '';

/** Offices that may ask for this kind of data by this kind of letter; empty if the table has no row for it. */
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
 * The kinds of data in a letter that it may not ask for: its office has no authority, or the maximum penalty of its
 * offence is too low. Empty for a notice, which asks for no data. An offence that the desk does not know is not checked
 * here.
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

/** Groups lacks by the offices that may ask for the data, in order of the data. */
export function lacksByOffices(
  lacks: readonly Lack[],
): { readonly data: readonly DataCategory[]; readonly offices: readonly Office[] }[] {
  const names = [...new Set(lacks.map(({ offices }) => offices.join(', ')))];
  return names.map((name) => {
    const same = lacks.filter(({ offices }) => offices.join(', ') === name);
    return { data: same.map(({ data }) => data), offices: same[0]?.offices ?? [] };
  });
}

/** The rows of a law that differ from those of another one. */
export function rowsThatDiffer({ rows }: StateLaw, other: StateLaw): AuthorityRow[] {
  return rows.filter((row) => {
    const same = other.rows.find(({ id }) => id === row.id);
    return same === undefined || canonicalJson(row as unknown as Json) !== canonicalJson(same as unknown as Json);
  });
}
