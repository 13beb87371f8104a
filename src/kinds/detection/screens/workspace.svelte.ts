import { bandWords } from '#case/debrief/screens/scores/band-words.ts';
import { translator } from '#i18n/translator.ts';
import type { DetectionAction, DetectionResponse, Judgement, Mark } from '#kinds/detection/model/play.ts';
import type { Market, PageFieldName } from '#market/ads/model/market.ts';
import { handleIn } from '#market/ads/model/payment-handle.ts';
import type { SeenAd } from '#market/ads/model/read-served-ad.ts';
import type { Served } from '#market/ads/model/serve-ad.ts';
import {
  comparable,
  FACETS,
  type Facet,
  type ListFilter,
  listRows,
  type MarketRow,
  nextRow,
  readRows,
} from '#market/search/screens/market-rows.ts';
import type { IndicatorChoice } from '#market/signs/model/indicator-choice.ts';
import messages from '#words/kinds/detection.json' with { type: 'json' };
import { fieldName, placeWords, quoteAt } from './locator-words.ts';
import type { MarkPlace } from './mark-place.ts';
import type { NumberedMark } from './numbered-mark.ts';
import { WordChoice } from './word-choice.svelte.ts';
import { EMPTY_FILTER, type UncommittedJudgement, type WorkspaceDraft } from './workspace-draft.ts';

/** What the workspace is given from outside; it changes with every act. */
export interface WorkspaceInput {
  readonly market: Market;
  readonly response: DetectionResponse;
  readonly choices: readonly IndicatorChoice[];
  readonly readOnly: boolean;
  readonly see: (adId: string) => { readonly served: Served; readonly seen: SeenAd };
  readonly act: (action: DetectionAction) => void;
}

/** After so many judged ads in one sitting the workspace proposes a break (rule C23). */
const BREAK_AFTER = 25;

/** Fields whose value may stand in several ads and join them. */
const JOINING: readonly PageFieldName[] = ['phone', 'room', 'picture', 'payment', 'account'];

const t = translator(messages);

/** What stands open on the workspace and in no log: a draft of it outlives a reload, and the log never needs it. */
export class Workspace {
  readonly #given: () => WorkspaceInput;
  #uncommitted = $state.raw<Readonly<Record<string, UncommittedJudgement>>>({});
  /** Ads judged since the workspace was opened. */
  judgedHere = $state(0);
  filter = $state.raw<ListFilter>(EMPTY_FILTER);
  openId = $state<string>();
  openAt = $state<MarkPlace>();
  said = $state('');
  breakTaken = $state(false);

  readonly rows = $derived.by(() => readRows(this.#given().market, this.#given().see));
  readonly listed = $derived.by(() => listRows(this.rows, this.filter));
  readonly row = $derived.by(() => this.rows.find(({ id }) => id === this.openId));
  readonly view = $derived.by(() => (this.row ? this.#given().see(this.row.id) : undefined));
  readonly judgeable = $derived.by(() => this.rows.filter(({ ad }) => !ad.withheld));
  readonly judged = $derived.by(() => this.judgeable.filter(({ id }) => this.#given().response.judgements[id]).length);
  readonly withheldOpen = $derived.by(() =>
    this.rows.some(({ id, ad }) => ad.withheld && !this.#given().response.escalated.includes(id)),
  );
  readonly judgement = $derived.by(() => (this.openId ? this.#given().response.judgements[this.openId] : undefined));
  readonly draft = $derived.by(
    (): UncommittedJudgement => ({ ...this.judgement, ...this.#uncommitted[this.openId ?? ''] }),
  );
  readonly breakDue = $derived(this.judgedHere >= BREAK_AFTER && !this.breakTaken);

  /** The marks of the open ad, numbered in the order in which they were made. */
  readonly marks = $derived.by((): readonly NumberedMark[] => {
    const { response, choices } = this.#given();
    const mine = response.marks.filter(({ ad }) => ad === this.openId);
    return mine.map((mark, at) => ({
      mark,
      n: at + 1,
      sign: choices.find(({ id }) => id === mark.indicator)?.name ?? mark.indicator,
      quote: this.#quote(mark.at) ?? '',
      fits: this.#quote(mark.at) !== undefined,
      place: this.#place(mark.at, 'place.sentence.short'),
    }));
  });

  readonly sentences = $derived.by((): readonly string[] =>
    this.view?.seen.kind === 'ad' ? this.view.seen.sentences : [],
  );
  readonly choice = new WordChoice(() => this.sentences);

  /** The place for which a sign is being named. */
  readonly unnamed = $derived.by(() =>
    this.openAt
      ? { quote: this.#quote(this.openAt) ?? '', place: this.#place(this.openAt, 'place.sentence.short') }
      : undefined,
  );

  /** What is to be kept of the workspace as it stands. */
  readonly kept = $derived.by(
    (): WorkspaceDraft => ({
      openId: this.openId,
      openAt: this.openAt,
      judgements: this.#uncommitted,
      filter: this.filter,
    }),
  );

  /** `draft` is what was kept of the workspace before; what no longer fits the market is left aside. */
  constructor(given: () => WorkspaceInput, draft?: WorkspaceDraft) {
    this.#given = given;
    const { response } = given();
    this.openId = response.opened.at(-1);
    if (!draft) return;
    this.#uncommitted = draft.judgements;
    this.filter = draft.filter;
    if (draft.openId === undefined || !response.opened.includes(draft.openId)) return;
    this.openId = draft.openId;
    if (draft.openAt && this.#quote(draft.openAt) !== undefined) this.openAt = draft.openAt;
  }

  /** What stands at a place of the open ad; undefined where its page does not show it. */
  #quote(locator: string): string | undefined {
    return this.view && quoteAt(this.view.seen, locator);
  }

  #place(locator: string, key: 'place.sentence' | 'place.sentence.short'): string {
    const words = placeWords(this.view?.seen ?? { kind: 'gone' }, this.#given().market.words, locator, key);
    return fieldName(locator) === undefined ? words : words.toLowerCase();
  }

  /** Announces a step; the same words twice are said twice. A step that announces nothing takes back what was said before. */
  say(words: string) {
    this.said = this.said === words ? `${words}\u00a0` : words;
  }

  narrow(filter: ListFilter) {
    this.said = '';
    this.filter = filter;
  }

  open(adId: string) {
    const { response, readOnly, act } = this.#given();
    this.pick(undefined);
    this.openId = adId;
    if (!readOnly && !response.opened.includes(adId)) act({ type: 'ad.opened', ad: adId });
  }

  /** The next ad of the list, or the one before it. */
  neighbour(step: 1 | -1): string | undefined {
    return nextRow(this.listed, this.openId, undefined, step)?.id;
  }

  /** Opens the picker for that place, or closes it with none. */
  pick(at: MarkPlace | undefined) {
    this.openAt = at;
    this.choice.clear();
  }

  /** Opens the picker for the words that are chosen. */
  pickWords() {
    const { place } = this.choice;
    if (place) this.pick(place);
  }

  mark(at: MarkPlace, indicator: string) {
    if (!this.openId) return;
    const sign = this.#given().choices.find(({ id }) => id === indicator)?.name ?? indicator;
    this.pick(undefined);
    this.#given().act({ type: 'ad.marked', ad: this.openId, at, indicator });
    this.say(t('say.marked', { place: this.#place(at, 'place.sentence'), sign }));
  }

  unmark({ ad, at, indicator }: Mark) {
    this.said = '';
    this.#given().act({ type: 'ad.unmarked', ad, at, indicator });
  }

  restore({ ad, at, indicator }: Mark) {
    this.#given().act({ type: 'ad.marked', ad, at, indicator });
    this.say(t('say.restored', { sign: this.#given().choices.find(({ id }) => id === indicator)?.name ?? indicator }));
  }

  choose(change: UncommittedJudgement) {
    if (this.#given().readOnly || !this.openId || this.row?.ad.withheld) return;
    this.#uncommitted = { ...this.#uncommitted, [this.openId]: { ...this.#uncommitted[this.openId], ...change } };
  }

  /**
   * The ad to read next, in the order of the list: what it shows comes before what a filter hides, and unread before read
   * and not judged; undefined when all is judged.
   */
  nextToRead() {
    const { response } = this.#given();
    const id = this.openId;
    const unread = (row: MarketRow) => !response.opened.includes(row.id);
    const unjudged = (row: MarketRow) => row.id !== id && !row.ad.withheld && !response.judgements[row.id];
    const whole = listRows(this.rows, { ...EMPTY_FILTER, order: this.filter.order });
    return (
      nextRow(this.listed, id, unread) ??
      nextRow(this.listed, id, unjudged) ??
      nextRow(whole, id, unread) ??
      nextRow(whole, id, unjudged)
    );
  }

  /** Commits the judgement and names the ad to read next: unread first, then unjudged; undefined when all is judged. `stays` where its answer comes first. */
  judge(judgement: Judgement, stays = false): string | undefined {
    const { response, act } = this.#given();
    const id = this.openId;
    if (!id) return undefined;
    if (!response.judgements[id]) this.judgedHere += 1;
    act({ type: 'ad.judged', ad: id, ...judgement });
    const { [id]: _, ...others } = this.#uncommitted;
    this.#uncommitted = others;
    const next = this.nextToRead();
    const words = { id, band: bandWords(judgement.band) };
    if (stays) this.say(t('say.judgedHere', words));
    else if (next) this.say(t('say.judged', { ...words, next: next.title ? `${next.id}, ${next.title}` : next.id }));
    else this.say(t('say.allJudged', words));
    return next?.id;
  }

  /** Puts an ad at a place of the queue, counted from 0. */
  placeInQueue(ad: string, place: number) {
    this.said = '';
    this.#given().act({ type: 'queue.placed', ad, place });
  }

  takeOutOfQueue(ad: string) {
    this.said = '';
    this.#given().act({ type: 'queue.removed', ad });
  }

  escalate(adId: string) {
    this.#given().act({ type: 'card.escalated', ad: adId });
    this.say(t('say.escalated', { id: adId }));
  }

  logAddress(adId: string) {
    this.said = '';
    this.#given().act({ type: 'card.logged', ad: adId });
  }

  /** How many ads show this value; undefined for a field that joins nothing, or where the value is hidden. */
  countSame(field: PageFieldName, value: string): number | undefined {
    if (!JOINING.includes(field) || value.startsWith('▒')) return undefined;
    if (field === 'payment' && handleIn(value) === undefined) return undefined;
    return this.rows.filter(({ values }) => values[field] === comparable(field, value)).length;
  }

  /** Narrows the list to the ads that show this value: that is how links are found. */
  listSame(field: PageFieldName, value: string) {
    const isFacet = (FACETS as readonly string[]).includes(field);
    this.filter = {
      ...this.filter,
      query: isFacet ? '' : value,
      chosen: isFacet ? { [field as Facet]: comparable(field, value) } : {},
    };
    this.say(t.count('say.sameValue', this.listed.length, { value }));
  }
}
