import { isInstant, toEpoch } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { ItemRecord, PreservationAction } from '#kinds/preservation/model/play.ts';
import { serveContext } from '#kinds/preservation/model/serve-context.ts';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import type { Act, ReadAttempt, SentPage } from './attempt.ts';
import { firstOf, type ShownAct, shownActs } from './story-acts.ts';

type Kind = PreservationAction['type'];
type ActionOf<Type extends Kind> = Extract<PreservationAction, { type: Type }>;
export type WorkbenchAct<Type extends Kind = Kind> = Act<ActionOf<Type>>;

/** One capture of a page, with what the log says about it afterwards. */
export interface Capture {
  readonly item: string;
  readonly ad: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  /** Hash logged at capture. */
  readonly logged: string;
  readonly page: SentPage;
  /** A page of the ad, not an answer that it is gone or withheld. */
  readonly isPage: boolean;
  readonly isClosed: boolean;
  /** Sent by the ad's own address. */
  readonly isOwn: boolean;
  readonly isDeleted: boolean;
  /** The last hash read back; undefined if there is none. */
  readonly readBack: string | undefined;
  /** The logged hashes are those of the bytes. */
  readonly fits: boolean;
  /** Its original was annotated, saved again or redacted after the capture. */
  readonly isAltered: boolean;
  /** Not deleted, its hashes fit, and its original was not altered; a withheld card never counts. */
  readonly counts: boolean;
  readonly record: ItemRecord | undefined;
  readonly sealedAt: number | undefined;
}

const DEFAULT_OFFSET_SECONDS = 37;

const workbenches = new WeakMap<ReadAttempt, Map<string, ReadWorkbench>>();

/** One workbench of an attempt; read once. */
export function workbenchOf(attempt: ReadAttempt, id: string): ReadWorkbench {
  const known = workbenches.get(attempt) ?? new Map<string, ReadWorkbench>();
  workbenches.set(attempt, known);
  const workbench = known.get(id) ?? new ReadWorkbench(attempt, id);
  known.set(id, workbench);
  return workbench;
}

/** One workbench of an attempt, read from its log. */
export class ReadWorkbench {
  readonly #copies = new Map<string, Capture[]>();
  readonly attempt: ReadAttempt;
  readonly acts: readonly WorkbenchAct[];
  readonly captures: readonly Capture[];
  /** Ads that belong in the locker. */
  readonly wanted: readonly string[];
  /** All acts of the four kinds in the whole log. */
  readonly shown: readonly ShownAct[];
  /** Event of the first notice or contact. */
  readonly alarm: number | undefined;
  /** Offset of the workstation's clock from UTC in seconds, positive if ahead. */
  readonly offset: number;

  constructor(attempt: ReadAttempt, id: string) {
    this.attempt = attempt;
    this.acts = attempt.actsAt<PreservationAction>(id);
    const named = attempt.answers.key.preserve?.sameActorAs;
    this.wanted = named === undefined ? [] : attempt.pagesToKeep(named);
    this.shown = shownActs(attempt);
    const warnings = [firstOf(this.shown, 'notify'), firstOf(this.shown, 'contact')].filter((seq) => seq !== undefined);
    this.alarm = warnings.length > 0 ? Math.min(...warnings) : undefined;
    const offset = attempt.brief(id).clockOffsetSeconds;
    this.offset = typeof offset === 'number' ? offset : DEFAULT_OFFSET_SECONDS;
    this.captures = this.of('page.captured').map((act, n) => this.#capture(act, n));
  }

  of<Type extends Kind>(type: Type): WorkbenchAct<Type>[] {
    return this.acts.filter((act): act is WorkbenchAct<Type> => act.action.type === type);
  }

  took(shortcut: ActionOf<'shortcut.taken'>['shortcut']): boolean {
    return this.of('shortcut.taken').some(({ action }) => action.shortcut === shortcut);
  }

  #capture({ action, seq, at }: WorkbenchAct<'page.captured'>, n: number): Capture {
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

  /** Acts that altered originals; one without an item may concern any item in the locker at that time. */
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

  /** Counted captures of the page of an ad, the earliest first. */
  copiesOf(ad: string): Capture[] {
    const copies =
      this.#copies.get(ad) ?? this.captures.filter((capture) => capture.ad === ad && capture.isPage && capture.counts);
    this.#copies.set(ad, copies);
    return copies;
  }

  /** Every copy of an ad (page, picture or context), with its event. */
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

  /** The capture that counts for an ad: the first counted page, else the first counted answer without a page. */
  standIn(ad: string): Capture | undefined {
    return this.copiesOf(ad)[0] ?? this.captures.find((capture) => capture.ad === ad && capture.counts);
  }

  /** True if an ad has a capture that counts, or, without any capture, a picture or context. */
  isHeld(ad: string): boolean {
    return this.captures.some((one) => one.ad === ad)
      ? this.standIn(ad) !== undefined
      : this.firstTouch(ad) !== undefined;
  }

  /** True if a page of the ad was kept, or a picture or context of it; an answer that it is gone does not count. */
  isCopied(ad: string): boolean {
    if (this.copiesOf(ad).length > 0) return true;
    const beside = [...this.pictures(), ...this.surroundings()].some(({ action }) => action.ad === ad);
    return this.isHeld(ad) && beside;
  }

  /** Context captures with exactly the bytes that the site sent then. */
  surroundings(): WorkbenchAct<'context.captured'>[] {
    const { market, world } = this.attempt;
    return this.of('context.captured').filter(({ action, at }) => {
      const bytes = serveContext(market, action.ad, action.of, at, world);
      return bytes !== undefined && sha256Hex(bytes) === action.sha256;
    });
  }

  /** Event of the first copy of an ad. */
  firstTouch(ad: string): number | undefined {
    return this.copied().find((copy) => copy.ad === ad)?.seq;
  }

  /** Pictures that show a page. */
  pictures(): WorkbenchAct<'look.captured'>[] {
    return this.of('look.captured').filter(({ action, at }) => this.attempt.sent(action.ad, at).status === 200);
  }

  /** Ads with a picture of their page but no capture of it. */
  picturesAlone(): string[] {
    const native = this.captures.filter(({ isPage, isDeleted }) => isPage && !isDeleted).map(({ ad }) => ad);
    return [...new Set(this.pictures().map(({ action }) => action.ad))].filter((ad) => !native.includes(ad));
  }

  isSealedBefore(item: string, seq: number): boolean {
    return this.of('copy.sealed').some((act) => act.action.item === item && act.seq < seq);
  }

  /** Captures in the locker of pages that do not belong there and were not redacted on a working copy. */
  readableOthers(): Capture[] {
    return this.captures.filter(
      ({ ad, item, isPage, isDeleted }) =>
        isPage &&
        !isDeleted &&
        !this.wanted.includes(ad) &&
        !this.of('bystander.redacted').some((act) => act.action.item === item && this.isSealedBefore(item, act.seq)),
    );
  }

  /** Exculpatory places on the page of a capture, each as `ad place`. */
  pointsAwayOn({ ad, page }: Capture): string[] {
    const seen = readServedAd(page);
    if (seen.kind !== 'ad' || !this.wanted.includes(ad)) return [];
    const labels = this.attempt.answers.truth.ads.find((one) => one.ad === ad)?.labels ?? [];
    const shows = (at: string) =>
      at.startsWith('s')
        ? Number(at.slice(1)) <= seen.sentences.length
        : [
            ...seen.fields.map(({ name }) => `f:${name}`),
            ...seen.earlier.map((line) => line.at),
            ...seen.comments.map(({ place }) => place),
          ].includes(at);
    return labels.filter(({ kind, at }) => kind === 'cue' && shows(at)).map(({ at }) => `${ad} ${at}`);
  }

  /** The last legal basis noted before an event; empty if there is none. */
  basisBefore(seq: number): string {
    const noted = this.of('authority.noted').filter((act) => act.seq < seq && act.action.legalBasis.trim() !== '');
    return noted.at(-1)?.action.legalBasis ?? '';
  }

  /** True if the record gives the time of its capture, on a clock that is `ahead` seconds ahead. */
  isTimed({ record, at }: Capture, ahead = 0): boolean {
    const time = record?.time;
    return isInstant(time) && Math.abs(toEpoch(time) - toEpoch(at) - ahead) <= 2;
  }

  clockCheckedBefore(seq: number): boolean {
    return this.of('clock.checked').some((act) => act.seq < seq);
  }
}
