import type { AuthoredAd, FamilyWords, Half, WrittenGenre, WrittenSlot } from './genre-schemas.ts';
import { type Line, parseLine } from './line.ts';
import { compileAd, type WholeAd } from './whole-ad.ts';

/** What a slot of an ad can show, in the wordings of one half. */
export interface Slot {
  /** By indicator: lines that show it. */
  readonly signs: ReadonlyMap<string, readonly Line[]>;
  /** By indicator: lines with its words that do not show it. */
  readonly alike: readonly { readonly id: string; readonly lines: readonly Line[] }[];
}

/** A short talk below a post: other people and the advertiser in turn. */
export interface ShortTalk {
  readonly lines: readonly Line[];
}

/** What no line beside a sign may hold. */
export interface Beside {
  readonly facts: ReadonlySet<string>;
  readonly words: readonly string[];
}

/** A genre with the wordings of one half, ready to be written. */
export interface Genre {
  readonly id: string;
  readonly family: WrittenGenre['family'];
  readonly speaks: WrittenGenre['speaks'];
  readonly purpose: WrittenGenre['purpose'];
  /** What the amount of its fields is. */
  readonly amount: 'price' | 'pay' | 'budget' | 'none';
  /** Indicators of which an ad of this genre says at least one; empty if it need say nothing. */
  readonly needs: readonly string[];
  /** Indicators that no ad of this genre says or shows. */
  readonly never: ReadonlySet<string>;
  /** What the page shows in place of the name of an employer. */
  readonly employer: string | undefined;
  /** Sectors of work that the genre offers; undefined for all. */
  readonly sectors: readonly string[] | undefined;
  readonly ads: readonly WholeAd[];
  readonly slots: ReadonlyMap<string, Slot>;
  readonly removed:
    | { readonly neutral: readonly Line[]; readonly signs: ReadonlyMap<string, readonly Line[]> }
    | undefined;
  readonly comments: {
    readonly share: number;
    readonly neutral: readonly ShortTalk[];
    readonly signs: ReadonlyMap<string, readonly ShortTalk[]>;
  };
  /** Slots in which an indicator can be said, by its id. */
  readonly slotsOf: ReadonlyMap<string, readonly string[]>;
  /** Lists from which facts of a persona are drawn; those that depend on a sector are lists by sector. */
  readonly lists: ReadonlyMap<string, FactList>;
  /** By sector: facts that belong together and are drawn as one row. */
  readonly rows: ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>;
  readonly beside: ReadonlyMap<string, Beside>;
  readonly aboutOthers: ReadonlySet<string>;
  /** Sentences of the sites' help pages. */
  readonly help: readonly Line[];
  readonly form: ReadonlyMap<string, FormField>;
}

/** A field of the form of a site, in the wordings of one half. */
export interface FormField {
  readonly ordinary: readonly Line[];
  readonly signs: ReadonlyMap<string, readonly Line[]>;
}

export type FactList = readonly string[] | Readonly<Record<string, readonly string[]>>;

/** Compiles a genre for one half of the wordings. Throws `LineError` where a line cannot be read. */
export function compileGenre(
  written: WrittenGenre,
  ads: readonly AuthoredAd[],
  family: FamilyWords,
  half: Half,
): Genre {
  const slots = new Map(Object.entries(written.slots).map(([name, slot]) => [name, compileSlot(slot, half)]));
  const slotsOf = new Map<string, string[]>();
  for (const [name, { signs }] of slots)
    for (const id of signs.keys()) slotsOf.set(id, [...(slotsOf.get(id) ?? []), name]);
  const talks = (list: readonly (readonly string[])[]): ShortTalk[] =>
    list.map((one) => ({ lines: one.map(parseLine) }));
  return {
    id: written.genre,
    family: written.family,
    speaks: written.speaks,
    purpose: written.purpose,
    amount: written.amount ?? (written.family === 'services' ? 'price' : 'pay'),
    needs: written.needs ?? [],
    never: new Set(written.never),
    employer: written.employer,
    sectors: written.sectors,
    ads: ads.map(compileAd),
    slots,
    removed: written.removed && {
      neutral: written.removed.neutral.map(parseLine),
      signs: compileSlot(written.removed, half).signs,
    },
    comments: {
      share: written.comments?.share ?? 0,
      neutral: talks(written.comments?.neutral ?? []),
      signs: new Map(Object.entries(written.comments?.signs ?? {}).map(([id, one]) => [id, talks(one[half])])),
    },
    slotsOf,
    lists: new Map<string, FactList>([...Object.entries(family.facts), ...Object.entries(written.facts ?? {})]),
    rows: new Map([...Object.entries(family.rows ?? {}), ...Object.entries(written.rows ?? {})]),
    beside: new Map(
      Object.entries(family.beside).map(([id, { facts, words }]) => [
        id,
        { facts: new Set(facts ?? []), words: words ?? [] },
      ]),
    ),
    aboutOthers: new Set(family['about-others']),
    help: family.help[half].map(parseLine),
    form: new Map(
      Object.entries(family.form).map(([field, { ordinary, signs }]) => [
        field,
        { ordinary: ordinary.map(parseLine), signs: compileSlot({ signs }, half).signs },
      ]),
    ),
  };
}

function compileSlot({ signs, alike }: WrittenSlot, half: Half): Slot {
  return {
    // A sign of which the half has no line, such as a borrowed one, cannot be said.
    signs: new Map(
      Object.entries(signs ?? {}).flatMap(([id, worded]) =>
        worded[half].length > 0 ? [[id, worded[half].map(parseLine)] as const] : [],
      ),
    ),
    alike: Object.entries(alike ?? {}).map(([id, worded]) => ({ id, lines: worded[half].map(parseLine) })),
  };
}
