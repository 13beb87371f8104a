import { addBits, allBits, type BitSet, createBits, hasBit, keepBits, setBit } from './bit-set.ts';
import type { FacetIndex } from './build-facet-index.ts';
import type { TraceFacet } from './market-query.ts';
import type { TextMatches } from './search-text.ts';
import { digitsOf, searchedNumbers } from './searched-numbers.ts';
import { adsOfTrace, type TraceColumn } from './trace-column.ts';

/** Patterns of codes as pages show them, and the facet of each. A code may be typed without its dash or sign. */
const CODES: readonly { readonly facet: TraceFacet; readonly form: RegExp; readonly begin: string }[] = [
  { facet: 'room', form: /^r-?(\d+):?$/i, begin: 'R-' },
  { facet: 'handle', form: /^\$?sim-?(\d+)$/i, begin: '$sim-' },
  { facet: 'picture', form: /^pid-?(\d+),?$/i, begin: 'pid-' },
];

/** The word before the number of an ad on its page. */
const AD_PREFIX = /\bad\s+(?=#?\d)/gi;

/** Digits that may be the number of an ad, and the minimum that counts as part of a phone number. */
const DIGITS = /^#?(\d{3,})$/;
const MIN_PHONE_DIGITS = 5;

/** Score added to an ad that is found by a code, far above any score by words. */
const CODE_SCORE = 1000;

/**
 * Creates a search by identifiers of ads: number, phone number in any spacing, room, payment handle, picture. What is
 * none of these in this market is passed to `search`, the word search; an ad has to match both.
 */
export function createCodeSearch(
  { traces, ids }: Pick<FacetIndex, 'traces' | 'ids'>,
  search: (text: string) => TextMatches | undefined,
): (text: string) => TextMatches | undefined {
  const size = ids.length;
  let phones: readonly string[] | undefined;

  /** Ads whose phone number contains these digits. */
  function byPhone(digits: string): BitSet | undefined {
    phones ??= traces.phone.values.map(digitsOf);
    const values = traces.phone.values.filter((_, place) => phones?.[place]?.includes(digits));
    return values.length > 0 ? adsOfTrace(traces.phone, values, size) : undefined;
  }

  function byId(digits: string): BitSet | undefined {
    const place = ids.findIndex((id) => id === digits || id.replace(/^0+/, '') === digits);
    if (place === -1) return undefined;
    const ads = createBits(size);
    setBit(ads, place);
    return ads;
  }

  /** Ads with exactly this code or, if there are none, with codes that start with it. */
  function byCode(word: string): BitSet | undefined {
    for (const { facet, form, begin } of CODES) {
      const number = form.exec(word)?.[1];
      const values = number === undefined ? [] : valuesOf(traces[facet], begin + number);
      if (values.length > 0) return adsOfTrace(traces[facet], values, size);
    }
    return undefined;
  }

  function byDigits(word: string): BitSet | undefined {
    const digits = DIGITS.exec(word)?.[1];
    if (digits === undefined) return undefined;
    const found = byId(digits);
    return digits.length < MIN_PHONE_DIGITS ? found : either(found, byPhone(digits));
  }

  return (text) => {
    const known: Known[] = [];
    const left: string[] = [];
    let words = text;
    for (const { written, digits } of searchedNumbers(text).numbers) {
      const ads = byPhone(digits);
      // Two adjacent short numbers look like one long number. They stay in their place: the last word may be a prefix.
      if (!ads) continue;
      known.push({ ads });
      words = words.replace(written, ' ');
    }
    for (const word of words.replace(AD_PREFIX, '').split(/\s+/).filter(Boolean)) {
      const ads = byCode(word) ?? byDigits(word);
      if (ads) known.push({ ads, also: DIGITS.test(word) ? search(word)?.ads : undefined });
      else left.push(word);
    }
    const matches = search(left.join(' '));
    return known.length === 0 ? matches : withCodes(known, matches, size);
  };
}

function valuesOf({ values, placeOf }: TraceColumn, code: string): readonly string[] {
  return placeOf.has(code) ? [code] : values.filter((value) => value.startsWith(code));
}

function either(one: BitSet | undefined, other: BitSet | undefined): BitSet | undefined {
  if (one && other) addBits(one, other);
  return one ?? other;
}

/** Ads with one code, and ads whose text contains the same digits. */
interface Known {
  readonly ads: BitSet;
  readonly also?: BitSet | undefined;
}

function withCodes(known: readonly Known[], matches: TextMatches | undefined, size: number): TextMatches {
  const all = allBits(size);
  if (matches) keepBits(all, matches.ads);
  for (const { ads, also = ads } of known) {
    const either = ads.slice();
    addBits(either, also);
    keepBits(all, either);
  }
  const scores = new Float32Array(size);
  for (let ad = 0; ad < size; ad++) {
    if (!hasBit(all, ad)) continue;
    const codes = known.filter(({ ads }) => hasBit(ads, ad)).length;
    scores[ad] = CODE_SCORE * codes + (matches?.scores[ad] ?? 1);
  }
  return { ads: all, scores };
}
