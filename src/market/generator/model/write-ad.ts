import { addMinutes, fromEpoch, toEpoch } from '#kernel/model/instant.ts';
import { WITHHELD_SIGNS } from '#market/ads/model/families.ts';
import type { Ad, AdComment, AdVersion, FieldName, Locator, StoryFieldName } from '#market/ads/model/market.ts';
import { fillForm } from '#market/posts/model/fill-form.ts';
import { adId } from './ad-ids.ts';
import { bitOf } from './drawn-bits.ts';
import { type DrawnMarket, districtAt } from './drawn-market.ts';
import { EMPTY, FLAG, type MarketColumns } from './market-columns.ts';
import { pictureOf } from './phone-and-picture.ts';
import type { MarketPost } from './post-at.ts';
import { FIELD_OF } from './sign-places.ts';
import { ownNumber, traceNumber } from './trace-number.ts';

type Fields = Partial<Record<FieldName | StoryFieldName, string>>;

/** An ad under construction: optional parts are added one by one. */
type Unfinished = { -readonly [Part in keyof Ad]: Ad[Part] };

/** The public ad at a place of a drawn market: text, fields, first version and comments from the same facts. */
export function writeAd(drawn: DrawnMarket, at: number, postAt: (at: number) => MarketPost): Ad {
  const { columns, order, sites } = drawn;
  const id = adId(drawn, at);
  const site = (sites[columns.site[at] as number] as { id: string }).id;
  const postedAt = fromEpoch(drawn.fromEpoch + (columns.posted[at] as number));
  const account = `a-${ownNumber(drawn, 'account', columns.persona[at] as number)}`;
  const withheld = columns.withheld[at] as number;
  if (withheld > 0) {
    const facts = order.lexicon.withheld[WITHHELD_SIGNS[withheld - 1] as string] ?? [];
    return { id, site, title: '', account, postedAt, renewals: 0, versions: [], withheld: { facts } };
  }
  const written = postAt(at);
  const { post } = written;
  const version: AdVersion = {
    from: postedAt,
    sentences: post.lines.map(({ text }) => text),
    fields: fieldsOf(drawn, at, account, written),
    ...(post.run && { run: true as const }),
  };
  const ad: Unfinished = {
    id,
    site,
    title: post.title,
    account,
    postedAt,
    renewals: columns.renewals[at] as number,
    versions: post.removed
      ? [
          { ...version, sentences: [...version.sentences, post.removed.text] },
          { ...version, from: addMinutes(postedAt, post.removed.minutes) },
        ]
      : [version],
  };
  const comments = commentsOf(drawn, at, written, postedAt);
  if (comments.length > 0) ad.comments = comments;
  const flags = columns.flags[at] as number;
  if ((flags & FLAG.mirrored) !== 0) ad.copied = true;
  if ((flags & FLAG.deleted) !== 0)
    ad.removedAt = addMinutes(
      order.until,
      60 + ((drawn.keys.of('choice of removal')(drawn.indexAt(at), 0, 0) >>> 0) % 97) * 60,
    );
  return ad;
}

/**
 * Comments with their times; answers are by the advertiser. A talk that would end after the market is shorter, so that
 * what it shows stands on the page.
 */
function commentsOf(drawn: DrawnMarket, at: number, { post, persona }: MarketPost, postedAt: Ad['postedAt']) {
  if (post.comments.length === 0) return [];
  const { order, keys } = drawn;
  const index = drawn.indexAt(at);
  const names = namesOfNobody(drawn, at);
  const other = keys.of('names of commenters');
  const left = Math.floor((toEpoch(order.until) - toEpoch(postedAt)) / 60);
  const fits = (post.comments.at(-1)?.after ?? 0) < left;
  return post.comments.map(({ text, isOwn, after }, n): AdComment => {
    const first = n - 1 >= 0 && isOwn ? n - 1 : n;
    const name = names[other(index, first, 0) % names.length] as string;
    const minutes = fits ? after : Math.floor(((n + 1) * left) / (post.comments.length + 1));
    return { by: isOwn ? persona.name : name, at: addMinutes(postedAt, minutes), text };
  });
}

/** With fewer names than this, those who comment may have the name of an advertiser. */
const MIN_FREE_NAMES = 40;

const free = new WeakMap<MarketColumns, Map<number, readonly string[]>>();

/** Names that no advertiser of the district of an ad has: a comment under such a name leads to nobody's ads. */
function namesOfNobody(drawn: DrawnMarket, at: number): readonly string[] {
  const { columns, order } = drawn;
  const district = districtAt(drawn, at);
  const known = free.get(columns) ?? new Map<number, readonly string[]>();
  free.set(columns, known);
  const before = known.get(district.from);
  if (before) return before;
  const { names } = order.lexicon;
  const taken = new Set<number>();
  for (const one of drawn.placesOf(district)) taken.add(columns.name[one] as number).add(columns.other[one] as number);
  const left = names.filter((_, n) => !taken.has(n));
  const found = left.length >= MIN_FREE_NAMES ? left : names;
  known.set(district.from, found);
  return found;
}

/** The fields that the page shows, from the same facts as the text. */
function fieldsOf(drawn: DrawnMarket, at: number, account: string, written: MarketPost): Fields {
  const { columns, order } = drawn;
  const { lexicon, profile } = order;
  const { persona, genre, post, placed, fact } = written;
  const empty = columns.empty[at] as number;
  const has = (field: keyof typeof EMPTY) => (empty & EMPTY[field]) === 0;
  const fields: Fields = { town: persona.town };
  const isService = genre.family === 'services';
  if (genre.amount === 'budget') fields.budget = `SIM ${post.amount} ${lexicon.site.perMonth}`;
  else if (genre.amount === 'price') fields.price = `SIM ${post.amount}, ${lexicon.site.perHour}`;
  else if (genre.amount === 'pay') {
    fields.sector = persona.sector;
    fields.pay = `SIM ${post.amount} ${lexicon.site.perMonth}`;
    if (!bitOf(drawn, at, 'lj-vague-employer')) fields.employer = genre.employer ?? persona.house;
  }
  fields.phone = bitOf(drawn, at, 'obscured-phone') ? lexicon.site.hiddenNumber : persona.phone;
  fields.account = account;
  if (isService) {
    fields.gender = lexicon.genders[columns.gender[at] as number] as string;
    if (has('hours')) fields.hours = persona.isAlwaysOpen ? '0-24' : `${fact('days')} ${fact('from')}-${fact('to')}`;
    if (has('room')) {
      const room = traceNumber(drawn, 'room', at);
      fields.room = `R-${room}: ${lexicon.rooms[Number(room) % lexicon.rooms.length]}`;
    }
  }
  if (has('languages')) fields.languages = persona.languages.join(', ');
  if (has('origin')) fields.origin = persona.origin;
  if (has('picture')) fields.picture = pictureOf(drawn, at);
  // Who offers nothing and sells nothing by the hour names an account only where several posts share it.
  if (has('payment') && (genre.amount !== 'none' || bitOf(drawn, at, 'shared-payment-handle')))
    fields.payment = persona.handle;
  const shows = new Map(
    placed.flatMap(({ id, place }) => (place === 'field' || place === 'profile' ? [[id, fieldFor(id)] as const] : [])),
  );
  const told = placed.flatMap(({ id, place }) => (place === 'text' ? [id] : []));
  for (const [field, value] of fillForm(genre, shows, told, persona.number, fact, drawn.keys.of('forms'))) {
    if (field === 'payment') fields.payment = fields.payment ? `${value}, ${fields.payment}` : value;
    else fields[field as StoryFieldName] = value;
  }
  if (shows.has('language-mismatch')) fields.written = otherLanguage(profile.languages, persona.languages);
  return fields;
}

/** A language in which the ad is written and that the persona does not speak. */
const otherLanguage = (languages: readonly string[], spoken: readonly string[]): string =>
  languages.find((one) => !spoken.includes(one)) ?? (languages[0] as string);

const fieldFor = (id: string): StoryFieldName | 'payment' => FIELD_OF[id] as StoryFieldName | 'payment';

/** Records in which indicators show that nobody writes into an ad. */
const RECORD_OF: Readonly<Record<string, Locator>> = {
  'coercion-slip': 'r:notes',
  'rest-gaps': 'r:renewals',
  'continuity-of-identity': 'r:account',
};

/** Where what a persona says shows in one of its posts; nothing for a first version that this post does not have. */
export function saidAt({
  post,
  placed,
  genre,
}: MarketPost): { readonly indicator: string; readonly kind: 'sign' | 'cue' | 'trap'; readonly at: Locator }[] {
  const { lines, removed, comments } = post;
  const found = new Set<string>();
  // What a field shows can be written out as well, such as all hours; then both places show it.
  const written = lines.flatMap(({ shows }, n) =>
    shows === undefined || placed.some(({ id }) => id === shows)
      ? []
      : [{ indicator: shows, kind: 'sign' as const, at: `s${n + 1}` as const }],
  );
  const ofPlaces = placed.flatMap(({ id, kind, place }) =>
    locatorsOf(id, place).flatMap((at) => {
      // An indicator with several bits, such as the commonplaces of offers of work, is said once in each place.
      if (found.has(`${id} ${at}`)) return [];
      found.add(`${id} ${at}`);
      return [{ indicator: id, kind, at }];
    }),
  );
  return [...ofPlaces, ...written];

  /** What is missing shows in its field, and also in a comment where somebody asks for it. */
  function locatorsOf(id: string, place: (typeof placed)[number]['place']): Locator[] {
    const at = locatorOf(id, place);
    const isMissing = place === 'absence' && genre.amount === 'pay';
    return [...(at === undefined ? [] : [at]), ...(isMissing ? (['f:employer'] as const) : [])];
  }

  function locatorOf(id: string, place: (typeof placed)[number]['place']): Locator | undefined {
    if (place === 'text' || place === 'copy') {
      const line = lines.findIndex(({ shows }) => shows === id);
      return line < 0 ? undefined : `s${line + 1}`;
    }
    if (place === 'voice') return 's1';
    if (place === 'record') return RECORD_OF[id];
    if (place === 'removed') return removed?.shows === id ? `v1:s${lines.length + 1}` : undefined;
    if (place === 'field' || place === 'profile') return `f:${fieldFor(id)}`;
    const comment = comments.findIndex(({ shows }) => shows === id);
    return comment < 0 ? undefined : `c${comment + 1}`;
  }
}
