import type { AttemptEvent, AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import type { CompiledScenario, CompiledState } from '#case/language/model/compiled-scenario.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { Instant } from '#kernel/model/instant.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { KindKeys } from '#kinds/shipped/use-cases/builds.ts';
import type { AdTruth, GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';
import { type Served, serveAd } from '#market/ads/model/serve-ad.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';

/**
 * Input of the debrief reader: the log of an attempt, the case, and the answers. The reader uses nothing else, and of
 * the log only its events, so that it is independent of the code that makes the debrief.
 */
export interface Played {
  readonly log: AttemptLog;
  readonly material: Parameters<typeof replayAttempt>[0] & { readonly scenes: Scenes };
  readonly answers: {
    readonly key: AnswerKey & KindKeys;
    readonly truth: GroundTruth;
    readonly catalogue: Catalogue;
    /** Announced share of controlled ads, 0 to 1. */
    readonly prevalence: number;
    readonly owners?: Readonly<Record<string, string>>;
  };
  /** d' and c of the last earlier round that could be measured. */
  readonly before?: Sharpness | undefined;
}

/** d' and c of a reader, and d' of the ideal reader of the same market. */
export interface Sharpness {
  readonly d: number;
  readonly c: number;
  readonly ideal: number;
}

/** The values of one true sentence and the events that it must name; if `events` is left out, it may name any. */
export interface Truth {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly events?: readonly number[];
  /** Set if the sentence is true but a debrief may leave it out. */
  readonly optional?: true;
}

/** For each sentence id: when the sentence is true of a subject, and with which values. */
export type Readers<Subject> = Readonly<Record<string, (subject: Subject) => readonly Truth[]>>;

export const truth = (holds: boolean, rest: Truth = {}): readonly Truth[] => (holds ? [rest] : []);

/** A true sentence that may be left out: the page shows only one of several. */
export const may = (holds: boolean, params: Truth['params'] = {}): readonly Truth[] =>
  holds ? [{ params, optional: true }] : [];

/**
 * An action of an exercise, with event and time. The log has actions of all kinds; each reader knows those of its kind.
 */
export interface Act<Action> {
  readonly seq: number;
  readonly at: Instant;
  readonly action: Action;
}

/** A page as the site sent it, with the hash of its bytes. */
export interface SentPage extends Served {
  readonly sha256: string;
}

/** Below this likelihood ratio a page does not distinguish a controlled ad from others (domain.md, 1). */
const KNOWABLE = 2;

/** An attempt, read from its log, with the case and its answers. */
export class ReadAttempt {
  readonly log: AttemptLog;
  readonly scenario: CompiledScenario;
  readonly scenes: Scenes;
  readonly market: Market;
  /** How the exercises are played, for the replay alone. */
  readonly kinds: Played['material']['kinds'];
  readonly answers: Played['answers'];
  readonly before: Sharpness | undefined;
  /** Changes of ads by the story, and case time at the end: from a replay, which is independent of the debrief. */
  readonly world: WorldState;
  readonly end: Instant;
  readonly ended: boolean;
  readonly #sent = new Map<string, SentPage>();

  constructor({ log, material, answers, before }: Played) {
    this.log = log;
    this.scenario = material.scenario;
    this.scenes = material.scenes;
    this.market = material.market;
    this.kinds = material.kinds;
    this.answers = answers;
    this.before = before;
    const { world, clock, ended } = replayAttempt(material, log);
    this.world = world;
    this.end = clock;
    this.ended = ended;
  }

  get events(): readonly AttemptEvent[] {
    return this.log.events;
  }

  state(id: string): CompiledState {
    const state = this.scenario.states[id];
    if (!state) throw new Error(`The log names a state ${id} that the case does not have.`);
    return state;
  }

  /** The exercises of a kind, played or not. */
  exercises(kind: string): string[] {
    return Object.entries(this.scenario.states).flatMap(([id, state]) =>
      state.type === 'exercise' && state.kind === kind ? [id] : [],
    );
  }

  brief(id: string): Readonly<Record<string, unknown>> {
    const state = this.state(id);
    return (state.type === 'exercise' && state.brief) || {};
  }

  actsAt<Action>(id: string): Act<Action>[] {
    return this.events.flatMap((event) =>
      event.type === 'exercise.acted' && event.state === id
        ? [{ seq: event.seq, at: event.at, action: event.action as unknown as Action }]
        : [],
    );
  }

  /** What the site sent for an ad at a moment of this attempt. */
  sent(ad: string, at: Instant): SentPage {
    const name = `${ad} ${at}`;
    const known = this.#sent.get(name);
    if (known) return known;
    const page = serveAd(this.market, ad, at, this.world);
    const sent = { ...page, sha256: sha256Hex(page.body) };
    this.#sent.set(name, sent);
    return sent;
  }

  /** The hash of the page at the beginning of the case. */
  hashAtBeginning(ad: string): string {
    const name = `${ad} beginning`;
    const known = this.#sent.get(name);
    if (known) return known.sha256;
    const page = serveAd(this.market, ad, this.scenario.start);
    const sent = { ...page, sha256: sha256Hex(page.body) };
    this.#sent.set(name, sent);
    return sent.sha256;
  }

  ad(id: string): Ad | undefined {
    return adsOf(this.market).get(id);
  }

  truthOf(id: string): AdTruth | undefined {
    const known = truths.get(this.answers.truth) ?? new Map(this.answers.truth.ads.map((ad) => [ad.ad, ad]));
    truths.set(this.answers.truth, known);
    return known.get(id);
  }

  isClosed(ad: string): boolean {
    return this.ad(ad)?.withheld !== undefined;
  }

  /** Ads of the actor behind an ad that can be linked to it by the pages of the site, in the order of the market. */
  adsBehind(ad: string): string[] {
    const { truth: market } = this.answers;
    const actor = market.ads.find((one) => one.ad === ad)?.actor;
    return market.ads
      .filter((one) => one.actor === actor && !one.possibleMinor && (!isSought(one) || this.ratioOf(one) >= KNOWABLE))
      .map((one) => one.ad);
  }

  /** Indicators of a kind on the page of an ad, each once. */
  shownOn(wanted: string, kind: 'sign' | 'cue'): string[] {
    const labels = this.answers.truth.ads.find(({ ad }) => ad === wanted)?.labels ?? [];
    const shown = labels.filter((label) => label.kind === kind && !label.at.startsWith('r:'));
    return [...new Set(shown.map(({ indicator }) => indicator))];
  }

  /** Ads of the actor behind an ad whose page is to be kept: it leads to another of them, tells something, or has a cue. */
  pagesToKeep(named: string): string[] {
    const { truth: market } = this.answers;
    const actor = market.ads.find((one) => one.ad === named)?.actor;
    const own = market.ads.filter((one) => one.actor === actor && !one.possibleMinor);
    const leadsOn = (one: AdTruth) =>
      one.labels.some(({ at, peers }) => !at.startsWith('r:') && own.some(({ ad }) => peers.includes(ad)));
    const tells = (one: AdTruth) => this.shownOn(one.ad, 'sign').length > 0 && !this.isUnknowable(one);
    const speaksFor = (one: AdTruth) => this.shownOn(one.ad, 'cue').length > 0;
    return own.filter((one) => leadsOn(one) || tells(one) || speaksFor(one)).map(({ ad }) => ad);
  }

  /** What pages tell of an ad, as a likelihood ratio; no more than nothing where its page shows no sign. */
  ratioOf({ labels, pageRatio }: AdTruth): number {
    const signs = labels.filter(({ kind, at }) => kind === 'sign' && !at.startsWith('r:'));
    return signs.length > 0 ? pageRatio : Math.min(1, pageRatio);
  }

  /** True if nothing on its page distinguishes the controlled ad from others. */
  isUnknowable(ad: AdTruth): boolean {
    return isSought(ad) && this.ratioOf(ad) < KNOWABLE;
  }
}

/** True for an ad of a network, and for an offer of a recruiter who deceives. */
export const isSought = ({ control }: AdTruth): boolean => control === 'controlled' || control === 'deceptive';

const truths = new WeakMap<GroundTruth, ReadonlyMap<string, AdTruth>>();
const byId = new WeakMap<Market, ReadonlyMap<string, Ad>>();

function adsOf(market: Market): ReadonlyMap<string, Ad> {
  const ads = byId.get(market) ?? new Map(market.ads.map((ad) => [ad.id, ad]));
  byId.set(market, ads);
  return ads;
}
