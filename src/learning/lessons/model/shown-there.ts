import { type Instant, toEpoch } from '#kernel/model/instant.ts';
import type { Label } from '#market/ads/model/ground-truth.ts';
import type { Ad, AdComment } from '#market/ads/model/market.ts';
import { recordFact } from './record-fact.ts';
import { sharedFact } from './shared-fact.ts';
import type { AdAround, FoundThere, ShownThere } from './shown.ts';

/** Shown by how the whole text is typed. */
const TYPED = 'n-migrant-language';

/** Shown by a name in the text that is not the one in the title. */
const LEFT_OVER = 'persona-inconsistency';

/** Shown by a field that has to be compared with another one, which not every ad has. */
const COMPARED: Readonly<Record<string, string>> = { 'language-mismatch': 'languages' };

/** Shown by an amount that has to be compared with the market card. */
const AMOUNTS: ReadonlySet<string> = new Set(['price-below-market', 'lj-pay-too-good']);

/** A typing is seen in some lines, and a page has room for a few. */
const TYPED_LINES = { least: 3, most: 6 };

/**
 * What stands at the place of a label; undefined where this ad is no clear example of it, such as a log of renewals with
 * two entries.
 */
export function shownThere(label: Pick<Label, 'indicator' | 'at' | 'peers'>, around: AdAround): FoundThere | undefined {
  const { indicator, at } = label;
  if (label.peers.length > 0) return sharedFact(label, around);
  if (at.startsWith('r:')) {
    const shown = recordFact(indicator, around);
    return shown && { shown };
  }
  if (indicator === TYPED) return typing(around.ad);
  const shown = placeOnPage(at, around.ad);
  if (indicator === LEFT_OVER && !(shown?.what === 'line' && differsFromTitle(shown.text, around))) return undefined;
  return shown && compared(indicator, shown, around);
}

/** The same with what it has to be compared with; undefined where the ad does not show that. */
function compared(indicator: string, shown: ShownThere, { ad, towns }: AdAround): FoundThere | undefined {
  const fields = (ad.versions.at(-1)?.fields ?? {}) as Readonly<Record<string, string>>;
  const other = COMPARED[indicator];
  if (other !== undefined) {
    const text = fields[other];
    return text === undefined ? undefined : { shown, beside: { field: other, text } };
  }
  const town = towns.find(({ name }) => name === fields.town);
  if (!AMOUNTS.has(indicator) || !town) return { shown };
  return { shown, usual: { town: town.name, sim: town.median } };
}

/** True if the title names somebody, and the line does not. */
function differsFromTitle(line: string, { ad, names }: AdAround): boolean {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}+/gu));
  const [inTitle, inLine] = [wordsOf(ad.title), wordsOf(line)];
  const named = names.filter((name) => inTitle.has(name.toLowerCase()));
  return named.length > 0 && named.every((name) => !inLine.has(name.toLowerCase()));
}

function typing({ versions }: Ad): FoundThere | undefined {
  const lines = versions.at(-1)?.sentences ?? [];
  if (lines.length < TYPED_LINES.least || lines.length > TYPED_LINES.most) return undefined;
  return { shown: { what: 'typing', lines } };
}

/** What stands at a place of a page: a line, a field, an earlier line or a comment. */
export function placeOnPage(at: string, ad: Ad): ShownThere | undefined {
  const standing = ad.versions.at(-1);
  if (!standing) return undefined;
  const [, place, number, field] = /^(s|v1:s|c)(\d+)$|^f:([a-z]+)$/.exec(at) ?? [];
  const n = Number(number) - 1;
  if (field !== undefined) {
    const text = (standing.fields as Readonly<Record<string, string>>)[field];
    return text === undefined ? { what: 'missing', field } : { what: 'field', field, text };
  }
  if (place === 'c') return talk(ad.comments ?? [], n);
  const text = (place === 's' ? standing : ad.versions[0])?.sentences[n];
  if (text === undefined) return undefined;
  if (place === 's') return { what: 'line', text };
  return { what: 'earlier', text, minutes: minutesBetween(ad.postedAt, standing.from) };
}

/** A comment with the one that it answers. */
function talk(comments: readonly AdComment[], n: number): ShownThere | undefined {
  const comment = comments[n];
  if (!comment) return undefined;
  const asked = comments[n - 1];
  const both = asked && asked.by !== comment.by ? [asked, comment] : [comment];
  return { what: 'comments', comments: both.map(({ by, text }) => ({ by, text })) };
}

const minutesBetween = (from: Instant, until: Instant) => Math.round((toEpoch(until) - toEpoch(from)) / 60);
