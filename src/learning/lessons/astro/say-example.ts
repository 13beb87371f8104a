import { LOCALE, sayDay, sayList, sayNumber } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { SignExample } from '#learning/lessons/model/sign-examples.ts';
import { dayAndTime, dayWords } from '#market/ads/screens/instant-words.ts';
import messages from '#words/learning/sign-examples.json' with { type: 'json' };

const t = translator(messages);

/** An example in words: where it stands, what stands there line by line, and what it has to be compared with. */
export interface SaidExample {
  readonly place: string;
  readonly from: string;
  readonly lines: readonly string[];
  /** True for words of the ad or of a record, which are quoted as they stand. */
  readonly isQuote: boolean;
  readonly notes: readonly string[];
}

/** Says an example; `fieldWords` are the names of fields on the sites of the market. */
export function sayExample(
  example: SignExample,
  indicator: string,
  fieldWords: Readonly<Record<string, string>>,
): SaidExample {
  const { shown, profile, title, others, beside, usual } = example;
  const fieldWord = (field: string) => fieldWords[field] ?? field;
  const from = t('from', { market: profile, title });
  const notes = [
    ...(beside ? [t('beside', { field: fieldWord(beside.field), text: beside.text })] : []),
    ...(usual ? [t('usual', { sim: sayNumber(usual.sim), town: usual.town })] : []),
  ];
  const quote = (place: string, ...lines: string[]) => ({
    place,
    from,
    lines,
    isQuote: true,
    notes: [...notes, ...shared()],
  });
  const fact = (place: string, lines: readonly string[], ...more: string[]) => ({
    place,
    from,
    lines,
    isQuote: false,
    notes: more,
  });
  const shared = () => (others === undefined ? [] : [t.count('others', others)]);
  switch (shown.what) {
    case 'line':
    case 'template':
      return quote(t(`place.${shown.what}`), shown.text);
    case 'field':
      return quote(t('place.field', { field: fieldWord(shown.field) }), shown.text);
    case 'missing':
      return fact(t('place.missing', { field: fieldWord(shown.field) }), [t('missing')]);
    case 'earlier':
      return quote(t.count('place.earlier', shown.minutes), shown.text);
    case 'comments':
      return quote(t('place.comments'), ...shown.comments.map((comment) => t('comment', { ...comment })));
    case 'typing':
      return quote(t('place.typing'), ...shown.lines);
    case 'note':
    case 'chat':
      return quote(t(`place.${shown.what}`), shown.text);
    case 'payer':
    case 'fees':
    case 'device':
    case 'collector':
      return quote(t(`place.${shown.what}`), shown.text);
    case 'numbers':
      return quote(t('place.numbers'), sayList(shown.numbers));
    case 'renewals':
      return fact(t('place.renewals'), [times(shown.times)], ...daysOff(indicator, shown.times));
    case 'opened':
      return fact(t('place.opened'), [t('opened', { day: dayOf(shown.day) })]);
    case 'consent':
      return fact(t('place.consent'), [t('consent', { day: dayOf(shown.day) })]);
    case 'passed':
      return fact(t('place.passed'), [t('passed', money(shown))], ...shared());
    case 'payout':
      return fact(t('place.payout'), [t('payout', { ...money(shown), name: shown.name })]);
    case 'burst': {
      const { from: first, until } = shown;
      const between = { day: dayWords(first), from: first.slice(11, 16), until: until.slice(11, 16) };
      return fact(t('place.burst'), [t.count('burst', others ?? 0, between)]);
    }
    case 'sync':
      return fact(t('place.sync'), [times(shown.times)], t.count('sync', others ?? 0));
    case 'route':
    case 'arrival': {
      const stops = shown.stops.map((stop) => t('stop', { town: stop.town, day: dayWords(stop.from) }));
      return fact(t(`place.${shown.what}`), [sayList(stops)], t.count(shown.what, others ?? 0));
    }
  }
}

const money = ({ received, passed }: { readonly received: number; readonly passed: number }) => ({
  received: sayNumber(received),
  passed: sayNumber(passed),
});

const dayOf = (instant: Instant) => sayDay(new Date(instant));

const weekdays = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', timeZone: 'UTC' });
const weekday = (instant: Instant) => weekdays.format(new Date(instant));

/** Moments with their day of the week, as one list. */
const times = (all: readonly Instant[]) =>
  sayList(all.map((at) => `${weekday(at)} ${dayAndTime(at).replace(',', '')}`));

/** The time off of which the log tells by what it leaves out. */
const REST = 'rest-gaps';

/** A week that begins on a Monday. */
const WEEK = Array.from({ length: 7 }, (_, n) => `2031-03-${String(n + 3).padStart(2, '0')}T12:00:00Z`);

function daysOff(indicator: string, all: readonly Instant[]): string[] {
  if (indicator !== REST) return [];
  const used = new Set(all.map(weekday));
  const off = WEEK.map(weekday).filter((day) => !used.has(day));
  return off.length === 0 ? [] : [t('none.on', { days: sayList(off) })];
}
