import { isInstant, toEpoch } from '#core/kernel/instant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { readServedAd } from '#core/market/read-served-ad.ts';
import { adUrl } from '#core/market/serve-ad.ts';
import type { ItemRecord, PreservationAction } from '#core/preservation/play.ts';
import { serveContext } from '#core/preservation/serve-context.ts';
import type { Act, ReadAttempt, SentPage } from './attempt.ts';
import { firstOf, type ShownAct, shownActs } from './story-acts.ts';

type Kind = PreservationAction['type'];
type ActionOf<Type extends Kind> = Extract<PreservationAction, { type: Type }>;
export type BenchAct<Type extends Kind = Kind> = Act<ActionOf<Type>>;

/** One capture of a page, with what the log tells of it afterwards. */
export interface Capture {
  readonly item: string;
  readonly ad: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  /** Hash as the log has it from the moment of capture. */
  readonly logged: string;
  readonly page: SentPage;
  /** A page of the ad, and no notice that it is gone or closed. */
  readonly isPage: boolean;
  readonly isClosed: boolean;
  /** The address of the ad itself sent it. */
  readonly isOwn: boolean;
  readonly isDeleted: boolean;
  /** The hash that was read back last, or undefined where none was. */
  readonly readBack: string | undefined;
  /** The hashes of the log are those of the bytes. */
  readonly fits: boolean;
  /** Its original was marked, saved again or made unreadable after the capture. */
  readonly isAltered: boolean;
  /** It is there, its hashes fit, and its original is as it was captured; a closed card never counts. */
  readonly counts: boolean;
  readonly record: ItemRecord | undefined;
  readonly sealedAt: number | undefined;
}

const OFFSET_WHERE_NONE_IS_SAID = 37;

const benches = new WeakMap<ReadAttempt, Map<string, ReadBench>>();

/** One bench of an attempt; read once. */
export function benchOf(attempt: ReadAttempt, id: string): ReadBench {
  const known = benches.get(attempt) ?? new Map<string, ReadBench>();
  benches.set(attempt, known);
  const bench = known.get(id) ?? new ReadBench(attempt, id);
  known.set(id, bench);
  return bench;
}

/** One bench of an attempt, read from its log. */
export class ReadBench {
  readonly #copies = new Map<string, Capture[]>();
  readonly attempt: ReadAttempt;
  readonly acts: readonly BenchAct[];
  readonly captures: readonly Capture[];
  /** Ads that belong in the locker. */
  readonly wanted: readonly string[];
  /** What the whole log shows of the four acts. */
  readonly shown: readonly ShownAct[];
  /** The first report or contact. */
  readonly alarm: number | undefined;
  /** How far the clock of the workstation is ahead of UTC, in seconds. */
  readonly offset: number;

  constructor(attempt: ReadAttempt, id: string) {
    this.attempt = attempt;
    this.acts = attempt.actsAt<PreservationAction>(id);
    const named = attempt.answers.key.preserve?.sameActorAs;
    this.wanted = named === undefined ? [] : attempt.adsBehind(named);
    this.shown = shownActs(attempt);
    const warnings = [firstOf(this.shown, 'notify'), firstOf(this.shown, 'contact')].filter((seq) => seq !== undefined);
    this.alarm = warnings.length > 0 ? Math.min(...warnings) : undefined;
    const offset = attempt.brief(id)['clockOffsetSeconds'];
    this.offset = typeof offset === 'number' ? offset : OFFSET_WHERE_NONE_IS_SAID;
    this.captures = this.of('page.captured').map((act, n) => this.#capture(act, n));
  }

  of<Type extends Kind>(type: Type): BenchAct<Type>[] {
    return this.acts.filter((act): act is BenchAct<Type> => act.action.type === type);
  }

  took(shortcut: ActionOf<'shortcut.taken'>['shortcut']): boolean {
    return this.of('shortcut.taken').some(({ action }) => action.shortcut === shortcut);
  }

  #capture({ action, seq, at }: BenchAct<'page.captured'>, n: number): Capture {
    const { ad, actor, sha256: logged } = action;
    const { attempt } = this;
    const item = `EV-${String(n + 1).padStart(3, '0')}`;
    const about = <Type extends 'record.written' | 'hash.verified' | 'copy.sealed' | 'item.deleted'>(type: Type) =>
      this.of(type).filter((act) => (act.action as { readonly item: string }).item === item && act.seq > seq);
    const page = attempt.sent(ad, at);
    const isClosed = attempt.isClosed(ad);
    const isDeleted = about('item.deleted').length > 0;
    const readBack = about('hash.verified').at(-1)?.action.sha256;
    const isAltered = this.alterations().some(
      (act) => act.seq > seq && (act.item ?? item) === item && !this.#isGoneBy(item, act.seq),
    );
    const fits = logged === page.sha256 && (readBack === undefined || readBack === page.sha256);
    return {
      item,
      ad,
      seq,
      at,
      actor,
      logged,
      page,
      isPage: page.status === 200,
      isClosed,
      isOwn: page.url === adUrl(attempt.market, ad),
      isDeleted,
      readBack,
      fits,
      isAltered,
      counts: !isDeleted && fits && !isClosed && !isAltered,
      record: about('record.written').at(-1)?.action,
      sealedAt: about('copy.sealed')[0]?.seq,
    };
  }

  /** Acts on an original; one without a name meant any of those that lay there. */
  alterations(): { readonly how: string; readonly seq: number; readonly item: string | undefined }[] {
    const marked = this.of('note.written').filter(({ action }) => action.on === 'original');
    const saved = this.of('shortcut.taken').filter(({ action }) => action.shortcut === 'resaved-original');
    const hidden = this.of('bystander.redacted').filter(({ action, seq }) => !this.isSealedBefore(action.item, seq));
    const all = Object.entries({ marked, saved, unreadable: hidden });
    return all.flatMap(([how, acts]) => acts.map(({ action, seq }) => ({ how, seq, item: action.item })));
  }

  #isGoneBy(item: string, seq: number): boolean {
    return this.of('item.deleted').some((act) => act.action.item === item && act.seq < seq);
  }

  /** Copies of the page of an ad that count, the earliest first. */
  copiesOf(ad: string): Capture[] {
    const copies =
      this.#copies.get(ad) ?? this.captures.filter((capture) => capture.ad === ad && capture.isPage && capture.counts);
    this.#copies.set(ad, copies);
    return copies;
  }

  /** The ads of which anything was taken, the page, a picture of it, or what surrounds it, each with its event. */
  copied(): { readonly ad: string; readonly seq: number }[] {
    return this.acts.flatMap(({ action, seq }) => {
      const isCopy =
        action.type === 'page.captured' || action.type === 'look.captured' || action.type === 'context.captured';
      return isCopy ? [{ ad: action.ad, seq }] : [];
    });
  }

  copiedAds(): string[] {
    return this.copied().map(({ ad }) => ad);
  }

  /** The capture that stands for an ad: the first of its page that counts, else the first that counts of the answer of the site. */
  standIn(ad: string): Capture | undefined {
    return this.copiesOf(ad)[0] ?? this.captures.find((capture) => capture.ad === ad && capture.counts);
  }

  /** Something of the ad is there: a capture that counts, or a picture or surroundings where nobody captured anything. */
  isHeld(ad: string): boolean {
    return this.captures.some((one) => one.ad === ad)
      ? this.standIn(ad) !== undefined
      : this.firstTouch(ad) !== undefined;
  }

  /** The page of the ad is there, or a picture of it, or what surrounds it; that its page is gone is nothing of the ad. */
  isCopied(ad: string): boolean {
    if (this.copiesOf(ad).length > 0) return true;
    const beside = [...this.pictures(), ...this.surroundings()].some(({ action }) => action.ad === ad);
    return this.isHeld(ad) && beside;
  }

  /** What was captured of the surroundings of an ad, with the bytes that the site sent then. */
  surroundings(): BenchAct<'context.captured'>[] {
    const { market, world } = this.attempt;
    return this.of('context.captured').filter(({ action, at }) => {
      const bytes = serveContext(market, action.ad, action.of, at, world);
      return bytes !== undefined && sha256Hex(bytes) === action.sha256;
    });
  }

  /** The first event in which anything of the ad was taken. */
  firstTouch(ad: string): number | undefined {
    return this.copied().find((copy) => copy.ad === ad)?.seq;
  }

  /** Pictures of a page that stood there when the picture was taken. */
  pictures(): BenchAct<'look.captured'>[] {
    return this.of('look.captured').filter(({ action, at }) => this.attempt.sent(action.ad, at).status === 200);
  }

  /** Ads of whose page there is a picture, and no capture of the page itself. */
  picturesAlone(): string[] {
    const native = this.captures.filter(({ isPage, isDeleted }) => isPage && !isDeleted).map(({ ad }) => ad);
    return [...new Set(this.pictures().map(({ action }) => action.ad))].filter((ad) => !native.includes(ad));
  }

  isSealedBefore(item: string, seq: number): boolean {
    return this.of('copy.sealed').some((act) => act.action.item === item && act.seq < seq);
  }

  /** Captures of pages that do not belong in the locker, lie there, and were made unreadable on no working copy. */
  readableOthers(): Capture[] {
    return this.captures.filter(
      ({ ad, item, isPage, isDeleted }) =>
        isPage &&
        !isDeleted &&
        !this.wanted.includes(ad) &&
        !this.of('bystander.redacted').some((act) => act.action.item === item && this.isSealedBefore(item, act.seq)),
    );
  }

  /** What speaks for the advertiser on the page of a capture, each as `ad place`. */
  pointsAwayOn({ ad, page }: Capture): string[] {
    const seen = readServedAd(page);
    if (seen.kind !== 'ad' || !this.wanted.includes(ad)) return [];
    const labels = this.attempt.answers.truth.ads.find((one) => one.ad === ad)?.labels ?? [];
    const shows = (at: string) =>
      at.startsWith('s')
        ? Number(at.slice(1)) <= seen.sentences.length
        : seen.fields.some(({ name }) => at === `f:${name}`);
    return labels.filter(({ kind, at }) => kind === 'cue' && shows(at)).map(({ at }) => `${ad} ${at}`);
  }

  /** The basis that was noted last before an event; empty where none was. */
  basisBefore(seq: number): string {
    const noted = this.of('authority.noted').filter((act) => act.seq < seq && act.action.legalBasis.trim() !== '');
    return noted.at(-1)?.action.legalBasis ?? '';
  }

  /** The moment that a record gives for its capture is that of the capture, on a clock that is so many seconds ahead. */
  isTimed({ record, at }: Capture, ahead = 0): boolean {
    const time = record?.time;
    return isInstant(time) && Math.abs(toEpoch(time) - toEpoch(at) - ahead) <= 2;
  }

  clockCheckedBefore(seq: number): boolean {
    return this.of('clock.checked').some((act) => act.seq < seq);
  }
}
