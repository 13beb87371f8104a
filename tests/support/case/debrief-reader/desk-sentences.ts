import type { LetterKind } from '#evidence/letters/model/letter.ts';
import type { AnsweredLetter } from '#kinds/requests/model/answers-to.ts';
import { siteOf } from '#market/ads/model/ad-at.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { type Readers, type Truth, truth } from './attempt.ts';
import type { ReadDesk } from './desk.ts';
import { BESIDE_READERS } from './desk-beside.ts';
import { CHANNEL_READERS } from './desk-channels.ts';
import { ORDER_READERS } from './desk-orders.ts';
import { type Gap, leadOf } from './letter-parts.ts';

/** All gaps of each part of a letter. */
const GAPS: Readonly<Record<string, readonly string[]>> = {
  authority: ['who', 'contact', 'nobody', 'office', 'unit', 'back'],
  offence: ['none', 'other', 'facts', 'subject', 'fact'],
  data: [
    'kinds',
    'left',
    'beyond',
    'span',
    'backwards',
    'late',
    'short',
    'long',
    'ads',
    'accounts',
    'addresses',
    'others',
  ],
  custodian: ['nobody', 'other', 'where', 'holder'],
  urgency: ['none', 'loss', 'soon'],
  intent: ['none', 'other'],
  period: ['none', 'long'],
  confidentiality: ['none', 'untold', 'basis'],
  'keep-online': ['down', 'confirm'],
  reasons: ['none', 'rule', 'fact'],
  address: ['none', 'missing', 'others'],
  'good-faith': ['none'],
  'legal-basis': ['none', 'between', 'removal', 'office', 'basis'],
  necessity: ['none', 'milder', 'limit'],
  link: ['none', 'subject', 'offence'],
  formalities: ['none', 'form'],
  language: ['none', 'other'],
  speciality: ['none', 'file', 'limit'],
  redress: ['none', 'court'],
};

const REASONS = [
  'unknown-receiver',
  'sender-not-verified',
  'not-signed',
  'nothing-to-find',
  'address-missing',
  'reasons-missing',
  'no-offence',
  'no-legal-basis',
  'wrong-channel',
  'channel-unnamed',
  'channel-abroad',
  'channel-at-home',
  'channel-closed',
  'channel-keeps',
  'channel-hands',
  'channel-subscriber',
  'dual-criminality',
  'weak-link',
  'scope-too-wide',
  'other-language',
  'already-deleted',
  'not-held',
  'not-kept',
  'period-shortened',
  'account-holder-told',
] as const;

/** One truth for the best letter of each kind that the case needs. */
const ofBest = (say: (best: AnsweredLetter, desk: ReadDesk) => readonly Truth[]) => (desk: ReadDesk) =>
  desk.wanted.letters.flatMap((kind) => {
    const best = desk.best(kind);
    return best
      ? say(best, desk).map(({ params, ...rest }) => ({ ...rest, params: { kind, letter: best.id, ...params } }))
      : [];
  });

const unsent = (kind: LetterKind) => (desk: ReadDesk) =>
  truth(desk.wanted.letters.includes(kind) && !desk.letters.some(({ letter }) => letter.kind === kind));

const nowhere = (lead: ReturnType<typeof leadOf>) =>
  ofBest(({ letter }, { about }) => truth(leadOf(letter, about) === lead));

const gapOf = (part: string, wanted: string) =>
  ofBest((best, desk) =>
    desk
      .gapsOf(best)
      .filter((gap) => gap.part === part && gap.gap === wanted)
      .map((gap) => ({ params: valuesOf(gap) })),
  );

/** Foreign names and dates in text fields: one truth for each field, with its part. */
const inTexts = (wanted: string) =>
  ofBest((best, desk) =>
    desk
      .gapsOf(best)
      .filter((gap) => gap.gap === wanted)
      .map((gap) => ({
        params: {
          ...valuesOf(gap),
          part: gap.part,
          field: gap.field ?? '',
          ...(gap.at !== undefined && { sent: best.sentAt }),
        },
      })),
  );

/** The values of a gap that its sentence names. */
function valuesOf({ names, data, offices, issuer, words, at, most }: Gap): NonNullable<Truth['params']> {
  return {
    ...(names && { count: names.length, names: names.join(', ') }),
    ...(data && { data: data.join(', ') }),
    ...(offices && { offices: offices.join(', ') }),
    ...(issuer && { issuer }),
    ...(words && { words: words.join(', ') }),
    ...(at !== undefined && { at }),
    ...(most !== undefined && { most }),
  };
}

const parts: Readers<ReadDesk> = Object.fromEntries(
  Object.entries(GAPS).flatMap(([part, gaps]) => [
    [`letter.hit.${part}`, ofBest((best, desk) => truth(desk.partsOf(best).includes(part)))] as const,
    ...gaps.flatMap((gap) => [
      [`letter.gap.${part}.${gap}`, gapOf(part, gap)] as const,
      [`objection.${part}.${gap}`, gapOf(part, gap)] as const,
    ]),
  ]),
);

type Outcome = 'unsent' | 'alone' | 'before' | 'after' | 'without';

/** Order of event `seq` relative to the first granted preservation request. */
function stands({ granted }: ReadDesk, seq: number | undefined): Outcome {
  const [kept] = granted;
  if (seq === undefined) return kept ? 'alone' : 'unsent';
  if (!kept) return 'without';
  return kept.seq < seq ? 'before' : 'after';
}

/** Truth about a notice or a letter, with the first granted request. */
function inOrder(desk: ReadDesk, seq: number, named: Truth['params'] = {}): Truth {
  const [kept] = desk.granted;
  return {
    params: { ...named, seq, ...(kept && { keep: kept.id }) },
    events: [seq, ...(kept ? [kept.seq] : [])],
  };
}

/** Truth about a desk without anything that could come too early; it names the first granted request, if any. */
function keptAlone({ granted: [kept] }: ReadDesk): Truth {
  return kept ? { params: { keep: kept.id }, events: [kept.seq] } : {};
}

const noNotice = (wanted: Outcome) => (desk: ReadDesk) =>
  desk.wanted.letters.includes('notice') && desk.reports.length === 0 && stands(desk, undefined) === wanted
    ? [keptAlone(desk)]
    : [];

/** Truth about the first notice of the attempt: a letter of this desk, or sent in another way. */
const ofReport = (wanted: Outcome, byLetter: boolean) => (desk: ReadDesk) => {
  const [seq] = desk.reports;
  if (!desk.wanted.letters.includes('notice') || seq === undefined || stands(desk, seq) !== wanted) return [];
  const letter = desk.letters.find((one) => one.seq === seq);
  if ((letter !== undefined) !== byLetter) return [];
  return [inOrder(desk, seq, letter ? { letter: letter.id } : {})];
};

const ofDemand = (wanted: Outcome) => (desk: ReadDesk) => {
  const kinds: readonly LetterKind[] = ['order', 'assistance'];
  if (!desk.wanted.letters.some((kind) => kinds.includes(kind))) return [];
  const first = desk.letters.find(({ letter }) => kinds.includes(letter.kind));
  if (stands(desk, first?.seq) !== wanted) return [];
  return first ? [inOrder(desk, first.seq, { letter: first.id })] : [keptAlone(desk)];
};

const sequence: Readers<ReadDesk> = {
  'letter.sequence.unasked': ({ toKeep }) => truth(toKeep.length === 0),
  'letter.sequence.refused': ({ toKeep, granted }) =>
    truth(toKeep.length > 0 && granted.length === 0, {
      params: { count: toKeep.length, letters: toKeep.map(({ id }) => id).join(', ') },
    }),
  'letter.sequence.unsent.notice': noNotice('unsent'),
  'letter.sequence.alone.notice': noNotice('alone'),
  'letter.sequence.unsent.demand': ofDemand('unsent'),
  'letter.sequence.alone.demand': ofDemand('alone'),
  ...Object.fromEntries(
    (['before', 'after', 'without'] as const).flatMap((outcome) => [
      [`letter.sequence.${outcome}.notice`, ofReport(outcome, true)],
      [`letter.sequence.${outcome}.report`, ofReport(outcome, false)],
      [`letter.sequence.${outcome}.demand`, ofDemand(outcome)],
    ]),
  ),
  'objection.sequence': ({ toKeep }) =>
    toKeep
      .filter(({ answer }) => answer.reasons.includes('already-deleted'))
      .map(({ id, seq }) => ({ params: { letter: id }, events: [seq] })),
};

/** Outcome of the period of a granted request. */
function periodOf({ diary, attempt }: ReadDesk, { id, keptUntil = '' }: AnsweredLetter) {
  if (attempt.end > keptUntil) return 'ended';
  const days = diary.filter(({ of }) => of === id);
  if (days.length === 0) return 'unnoted';
  return days.some(({ on }) => on <= keptUntil) ? 'noted' : 'late';
}

const ofPeriods = (wanted: ReturnType<typeof periodOf>) => (desk: ReadDesk) =>
  desk.granted
    .filter((letter) => periodOf(desk, letter) === wanted)
    .map(({ id, keptUntil = '' }) => ({ params: { letter: id, at: keptUntil } }));

type Fate = 'kept' | 'unasked' | 'gone' | 'refused';

/** Data that the case needs and a company holds, each with its outcome. */
const securedAt = ({ desk, wanted, toKeep }: ReadDesk) =>
  desk.platforms
    .filter(({ id }) => wanted.custodians.includes(id))
    .map(({ id: platform, holds }) => ({
      platform,
      data: wanted.data
        .filter((data) => holds.includes(data))
        .map((data) => {
          const own = toKeep.filter(({ letter }) => letter.to === platform);
          const asked = own.filter(({ letter }) => letter.data.includes(data));
          const isGone = asked.some(({ answer }) => answer.reasons.includes('already-deleted'));
          const isKept = own.some(({ answer }) => answer.data.includes(data));
          const fate: Fate = isKept ? 'kept' : asked.length === 0 ? 'unasked' : isGone ? 'gone' : 'refused';
          return { data, fate };
        }),
    }));

/** Ads of the case on a company's sites that are in no letter for which it preserves this kind of data. */
function leftOut({ desk, about, attempt, toKeep }: ReadDesk, platform: string, data: string): string[] {
  const sites = desk.platforms.find(({ id }) => id === platform)?.sites ?? [];
  const letters = toKeep
    .filter(({ letter, answer }) => letter.to === platform && answer.data.some((one) => one === data))
    .map(({ letter }) => letter);
  return about.ads.filter((id) => {
    const ad = attempt.ad(id);
    const isHere = sites.includes(siteOf(attempt.market, ad).id);
    const isNamed = letters.some(
      ({ ads, accounts, urls }) =>
        ads.includes(id) || accounts.includes(ad?.account ?? '') || urls.includes(adUrl(attempt.market, id)),
    );
    return isHere && !isNamed;
  });
}

/** Ads that were left out, with the number of kinds of data that are preserved without them. */
function securedInPart(desk: ReadDesk): Truth[] {
  const lists = securedAt(desk).flatMap(({ platform, data }) =>
    data.flatMap((one) => (one.fate === 'kept' ? [leftOut(desk, platform, one.data).join(', ')] : [])),
  );
  return [...new Set(lists)]
    .filter((ads) => ads !== '')
    .map((ads) => ({ params: { ads, count: lists.filter((list) => list === ads).length } }));
}

const ofData = (wanted: Fate) => (desk: ReadDesk) =>
  securedAt(desk).flatMap(({ platform, data }) => {
    const found = data.filter(({ fate }) => fate === wanted).map((one) => one.data);
    return truth(found.length > 0, { params: { platform, count: found.length, data: found.join(', ') } });
  });

/** Sentences about a request desk. */
export const DESK_READERS: Readers<ReadDesk> = {
  'letters.none': ({ letters }) => truth(letters.length === 0),
  'letters.count': ({ letters }) => truth(letters.length > 0, { params: { count: letters.length } }),
  'letter.unsent.preservation': unsent('preservation'),
  'letter.unsent.notice': unsent('notice'),
  'letter.unsent.order': unsent('order'),
  'letter.unsent.assistance': unsent('assistance'),
  'letter.nowhere.nothing': nowhere('nothing'),
  'letter.nowhere.others': nowhere('others'),
  'letter.nowhere.wide': nowhere('wide'),
  ...parts,
  ...BESIDE_READERS,
  'letter.gap.text.strangers': inTexts('text.strangers'),
  'letter.gap.text.days': inTexts('text.days'),
  'objection.text.strangers': inTexts('text.strangers'),
  'objection.text.days': inTexts('text.days'),
  ...sequence,
  'letter.renewal.nothing': ({ granted }) => truth(granted.length === 0),
  'letter.renewal.noted': ofPeriods('noted'),
  'letter.renewal.unnoted': ofPeriods('unnoted'),
  'letter.renewal.late': ofPeriods('late'),
  'letter.renewal.ended': ofPeriods('ended'),
  'objection.renewal': ofPeriods('ended'),
  'secured.nothing': (desk) => truth(securedAt(desk).every(({ data }) => data.length === 0)),
  'secured.count': (desk) => {
    const all = securedAt(desk).flatMap(({ data }) => data);
    return truth(all.length > 0, { params: { n: all.filter(({ fate }) => fate === 'kept').length, of: all.length } });
  },
  'secured.kept': ofData('kept'),
  'secured.left': securedInPart,
  'secured.unasked': ofData('unasked'),
  'secured.gone': ofData('gone'),
  'secured.refused': ofData('refused'),
  ...ORDER_READERS,
  ...CHANNEL_READERS,
  ...Object.fromEntries(
    REASONS.map((reason) => [
      `answer.${reason}`,
      ({ letters }: ReadDesk) =>
        letters
          .filter(({ answer }) => answer.reasons.includes(reason))
          .map(({ id, letter, seq }) => ({ params: { letter: id, kind: letter.kind }, events: [seq] })),
    ]),
  ),
};
