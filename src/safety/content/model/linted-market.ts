import type { Issue } from '#kernel/model/issue.ts';
import { createPassage, type Passage } from './passage.ts';
import { stringsIn } from './strings-in.ts';

/**
 * The public document of a market: only the fields that the rules read. It comes from a file, so it may contain
 * anything else too, and every text in it is checked.
 */
export interface LintedMarket {
  readonly synthetic?: unknown;
  readonly marketId?: unknown;
  readonly notice?: unknown;
  readonly ads: readonly LintedAd[];
}

/**
 * An ad in a document: with its versions, or as one line with its text and its current fields. A line of records has an
 * id and `records`, nothing else.
 */
export interface LintedAd {
  readonly id: string;
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  /** Where each sentence of `text` ends; only in lines. */
  readonly sentenceEnds?: readonly number[] | undefined;
  readonly fields?: Fields | undefined;
  readonly versions?: readonly { readonly sentences: readonly string[]; readonly fields: Fields }[] | undefined;
  readonly withheld?: { readonly facts: readonly string[] } | undefined;
}

type Fields = Readonly<Record<string, string | undefined>>;

/** Ads, and the path of their list in the document. */
export interface LintedAds {
  readonly ads: readonly LintedAd[];
  readonly place: Issue['path'];
}

/** Role of a text of an ad: words that visitors read, a field, a fact on a closed card, or other. */
export type AdTextRole = 'said' | 'field' | 'fact' | 'record';

/** A text of an ad, with its role and the last field name on its path. */
export interface AdText {
  readonly passage: Passage;
  readonly role: AdTextRole;
  /** Where sentences end in the text; only of texts that join several. */
  readonly ends: readonly number[];
  readonly key: string;
}

const collected = new WeakMap<LintedAds, Map<boolean, readonly AdText[]>>();

/** Every text of every ad, collected once for all rules. */
export function textsOfAds(linted: LintedAds, glyph = false): readonly AdText[] {
  const known = collected.get(linted) ?? new Map<boolean, readonly AdText[]>();
  collected.set(linted, known);
  const texts = known.get(glyph) ?? [...collect(linted, glyph)];
  known.set(glyph, texts);
  return texts;
}

/** The sentences of the last version, which are repeated as one text, are read only once. */
function* collect({ ads, place }: LintedAds, glyph: boolean): Generator<AdText> {
  for (const [n, ad] of ads.entries()) {
    const joined = ad.versions?.at(-1)?.sentences.join(' ');
    for (const { path, key, text } of stringsIn(ad)) {
      const isWhole = key === 'text' && path.length === 1;
      if (isWhole && text === joined) continue;
      const passage = createPassage(text, { kind: 'generated', place: [...place, n, ...path], glyph });
      yield { passage, role: roleAt(path), key, ends: isWhole ? (ad.sentenceEnds ?? []) : [] };
    }
  }
}

const SAID = new Set<unknown>(['title', 'text']);

function roleAt([first, , third]: Issue['path']): AdTextRole {
  if (SAID.has(first) || (first === 'versions' && third === 'sentences')) return 'said';
  if (first === 'fields' || (first === 'versions' && third === 'fields')) return 'field';
  return first === 'withheld' ? 'fact' : 'record';
}
