import type { PublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import type { DecisionKey, Rating } from '#case/scoring/model/schemas.ts';
import type { Citation } from '#kernel/model/citation.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { readPlace } from '#market/ads/model/page-places.ts';
import type { Board } from '#room/model/board.ts';
import type { BoardOption } from '#room/model/board-decisions.ts';

/** An option of a decision with its words, and what the key says of it. */
export interface ToldOption extends BoardOption {
  /** All options with the same words: a case offers one of them, depending on what happened before. */
  readonly ids: readonly string[];
  /** Index among the distinct options. */
  readonly at: number;
  readonly text: string;
  readonly verdict?: { readonly rating: Rating; readonly reason: string };
}

export interface ToldDecision extends Omit<Board['decisions'][number], 'options'> {
  readonly title: string;
  readonly question: string;
  readonly options: readonly ToldOption[];
  readonly principle?: string;
  readonly sources: readonly Citation[];
}

/** A sign that teams missed, with an ad that shows it. */
export interface ToldSign {
  readonly indicator: string;
  readonly name: string;
  readonly seenBy: readonly string[];
  readonly missedBy: readonly string[];
  readonly restsOn: number;
  /** The ad that most teams missed it in, and the words there; left out where only records show it. */
  readonly ad?: { readonly id: string; readonly title: string; readonly words?: string };
  /** What else could explain it. */
  readonly innocent?: string;
}

/** An advertiser whose ads were flagged without cause, described from the truth. */
export interface ToldPerson {
  readonly ads: readonly { readonly id: string; readonly title: string }[];
  readonly why?: string;
  readonly teams: readonly string[];
  /** What teams may have taken for a sign, with an innocent explanation. */
  readonly shows: readonly { readonly name: string; readonly innocent?: string }[];
}

/** A board with the words of its case: what is shown to a facilitator. It still names teams by their ids. */
export interface ToldBoard {
  readonly board: Board;
  readonly decisions: readonly ToldDecision[];
  readonly signs: readonly ToldSign[];
  readonly persons: readonly ToldPerson[];
  readonly notKnowable: readonly { readonly id: string; readonly title: string; readonly judgedBy: number }[];
}

/** False for a fraud and for an automatic copy, behind which there is no person to be visited. */
function isPerson(id: string, { truth }: Answers): boolean {
  const type = truth.actors.find((actor) => actor.id === id)?.type;
  return type !== 'scammer' && type !== 'bot';
}

/** Adds the words of the case to a board. Opens answers: for the facilitator alone. */
export function tellBoard(board: Board, part: PublicPart, answers: Answers): ToldBoard {
  const ads = new Map(part.market.ads.map((ad) => [ad.id, ad]));
  const ad = (id: string) => ({ id, title: ads.get(id)?.title ?? '' });
  return {
    board,
    decisions: board.decisions.map((decision) => tellDecision(decision, part, answers)),
    signs: board.signs.map((sign) => tellSign(sign, ads, answers)),
    persons: board.falseFlags.persons
      .filter(({ actor }) => isPerson(actor, answers))
      .map((person) => ({
        ...tellPerson(person.ads[0]?.ad ?? '', answers),
        ads: person.ads.map((one) => ad(one.ad)),
        teams: person.teams,
      })),
    notKnowable: board.notKnowable.map(({ ad: id, judgedBy }) => ({ ...ad(id), judgedBy })),
  };
}

function tellDecision(decision: Board['decisions'][number], part: PublicPart, { key }: Answers): ToldDecision {
  const scene = part.scenes[decision.state];
  const rated = key.decisions[decision.state];
  return {
    ...decision,
    title: scene?.title ?? decision.state,
    question: scene?.question ?? scene?.title ?? decision.state,
    options: tellOptions(decision, part, rated),
    ...(rated && { principle: rated.principle }),
    sources: rated?.sources ?? [],
  };
}

/** The options of a decision; those with the same words and the same verdict are one. */
function tellOptions(
  { state, options }: Board['decisions'][number],
  { scenes }: PublicPart,
  rated: DecisionKey | undefined,
): ToldOption[] {
  const told: Omit<ToldOption, 'at'>[] = [];
  for (const option of options) {
    const text = scenes[state]?.options.find(({ id }) => id === option.option)?.text ?? option.option;
    const verdict = rated?.options[option.option];
    const same = told.findIndex((one) => one.text === text && one.verdict?.rating === verdict?.rating);
    const before = told[same];
    if (before)
      told[same] = {
        ...before,
        ids: [...before.ids, option.option],
        teams: [...new Set([...before.teams, ...option.teams])],
        votes: before.votes + option.votes,
      };
    else
      told.push({
        ...option,
        ids: [option.option],
        text,
        ...(verdict && { verdict: { rating: verdict.rating, reason: verdict.reason } }),
      });
  }
  return told.map((option, at) => ({ ...option, at }));
}

function tellSign(sign: Board['signs'][number], ads: ReadonlyMap<string, Ad>, { catalogue }: Answers): ToldSign {
  const entry = catalogue.get(sign.indicator);
  const [innocent] = entry?.innocent ?? [];
  const shown = sign.places.find(({ ad, locator }) => {
    const place = ads.get(ad);
    return place !== undefined && locator !== undefined && wordsAt(place, locator) !== undefined;
  });
  const [place = undefined] = shown ? [shown] : sign.places;
  const ad = place && ads.get(place.ad);
  const words = ad && place.locator !== undefined ? wordsAt(ad, place.locator) : undefined;
  return {
    indicator: sign.indicator,
    name: entry?.name ?? sign.indicator,
    seenBy: sign.seenBy,
    missedBy: sign.missedBy,
    restsOn: sign.restsOn,
    ...(ad && { ad: { id: ad.id, title: ad.title, ...(words !== undefined && { words }) } }),
    ...(innocent !== undefined && { innocent }),
  };
}

/** The words of an ad at a place, in the version that has it; undefined for a record, and for what the page hides. */
function wordsAt(ad: Ad, locator: string): string | undefined {
  const place = readPlace(locator);
  if (place === undefined) return undefined;
  if (place.what === 'comment') return ad.comments?.[place.n - 1]?.text;
  if (place.what === 'earlier') return ad.versions[place.version - 1]?.sentences[place.n - 1];
  for (const { sentences, fields } of ad.versions) {
    const words = place.what === 'sentence' ? sentences[place.n - 1] : fields[place.name];
    if (words !== undefined) return words;
  }
  return undefined;
}

function tellPerson(ad: string, { truth, catalogue }: Answers): Pick<ToldPerson, 'why' | 'shows'> {
  const told = truth.ads.find((one) => one.ad === ad);
  const labels = told?.labels.filter(({ kind, at }) => kind !== 'cue' && !at.startsWith('r:')) ?? [];
  const why = told?.labels[0]?.why;
  return {
    ...(why !== undefined && { why }),
    shows: [...new Set(labels.map(({ indicator }) => indicator))].slice(0, 2).flatMap((id) => {
      const entry = catalogue.get(id);
      const [innocent] = entry?.innocent ?? [];
      return entry ? [{ name: entry.name, ...(innocent !== undefined && { innocent }) }] : [];
    }),
  };
}
