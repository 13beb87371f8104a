import type { Finding } from '#core/exercise/exercise-kind.ts';
import { answerOf, flagOnOther, isControlled } from './answer-of.ts';
import type { AdKey } from './derive-key.ts';
import { type DetectionResponse, isFlag } from './play.ts';
import type { Harm } from './points.ts';

/** What happened in a detection exercise, from its log and the truth; every sentence about it rests on it. Ads by id, in the order of the market. */
export interface DetectionFacts {
  /** What is to be found: ads of networks, or offers by which recruiters deceive. `controlled` below stands for both. */
  readonly sought: 'controlled' | 'deceptive';
  /** Ads that can be judged: all but the withheld ones. */
  readonly of: number;
  readonly judged: number;
  /** Controlled ads that were flagged, those that nobody could know among them. */
  readonly hits: readonly string[];
  /** Controlled ads that could be known and were judged without a flag. */
  readonly misses: readonly string[];
  /** Controlled ads that could be known and were not judged. */
  readonly leftOut: readonly string[];
  /** Controlled ads that nobody could know. */
  readonly unknowable: readonly string[];
  /** Ads of others that were flagged, and whose pages show too little for a flag. */
  readonly falseFlags: readonly string[];
  /** Ads of others that were flagged as urgent, where the key accepts no more than `prioritise`. */
  readonly tooHigh: readonly string[];
  /** Ads of others that were flagged, and that look so much like controlled ones that the key accepts it. */
  readonly alike: readonly string[];
  /** Ads of others that were judged and not flagged. */
  readonly leftAlone: readonly string[];
  /** Ads that can be judged and were not, controlled ones among them. */
  readonly notJudged: readonly string[];
  readonly controlled: number;
  /**
   * What one oversight and one flag without cause weigh, and what they come to here: misses and what was left out; false
   * flags, and those that are too high.
   */
  readonly harm: Harm;
  readonly cost: number;
  /** Withheld cards that were handed to child protection, and those that were not. */
  readonly escalated: readonly string[];
  readonly notEscalated: readonly string[];
  /** Of those that were not handed on, the cards whose address was noted. */
  readonly noted: readonly string[];
  /**
   * Marks by what they are worth, `half` those of the wrong ones that lie in a sign and name another one, `again` those that
   * say once more what another one has said, and signs of controlled ads that were not marked.
   */
  readonly marks: Readonly<Record<'right' | 'wrong' | 'half' | 'traps' | 'cues' | 'again' | 'missed', number>>;
  /** The signs that were overlooked most often, all of them where several were as often, by their ids. */
  readonly mostMissed?: { readonly signs: readonly string[]; readonly count: number };
}

/** The facts of one detection exercise. `marks` are the findings about its marks, of which so many name another sign in its place. */
export function detectionFacts(
  response: DetectionResponse,
  key: readonly AdKey[],
  marks: readonly Finding[],
  half: number,
  harm: Harm,
): DetectionFacts {
  const judgable = key.filter(({ possibleMinor }) => !possibleMinor);
  const withheld = key.filter(({ possibleMinor }) => possibleMinor);
  const isFlagged = (ad: AdKey) => isFlag(answerOf(response, ad).band);
  const isJudged = ({ ad }: AdKey) => response.judgements[ad] !== undefined;
  const isOpen = ({ ad }: AdKey) => !response.escalated.includes(ad);
  const ids = (ads: readonly AdKey[]) => ads.map(({ ad }) => ad);
  const controlled = judgable.filter(isControlled);
  const overlooked = controlled.filter((ad) => !ad.notKnowable && !isFlagged(ad));
  const others = judgable.filter((ad) => !isControlled(ad) && isFlagged(ad));
  const flagsThatAre = (what: ReturnType<typeof flagOnOther>) =>
    others.filter((ad) => flagOnOther(ad, answerOf(response, ad)) === what);
  const falseFlags = flagsThatAre('falseFlag');
  const tooHigh = flagsThatAre('tooHigh');
  const given = marks.filter(({ kind, unmarked }) => kind !== 'miss' && !unmarked);
  const count = (kind: Finding['kind']) => given.filter((finding) => finding.kind === kind).length;
  const mostMissed = mostMissedOf(marks);
  const open = new Set(ids(judgable));
  const set = response.marks.filter(({ ad }) => open.has(ad)).length;
  return {
    sought: key.some(({ control }) => control === 'deceptive') ? 'deceptive' : 'controlled',
    of: judgable.length,
    judged: judgable.filter(isJudged).length,
    hits: ids(controlled.filter(isFlagged)),
    misses: ids(overlooked.filter(isJudged)),
    leftOut: ids(overlooked.filter((ad) => !isJudged(ad))),
    unknowable: ids(controlled.filter(({ notKnowable }) => notKnowable)),
    falseFlags: ids(falseFlags),
    tooHigh: ids(tooHigh),
    alike: ids(flagsThatAre('alike')),
    leftAlone: ids(judgable.filter((ad) => !isControlled(ad) && isJudged(ad) && !isFlagged(ad))),
    notJudged: ids(judgable.filter((ad) => !isJudged(ad))),
    controlled: controlled.length,
    harm,
    cost: overlooked.length * harm.miss + (falseFlags.length + tooHigh.length) * harm.falseFlag,
    escalated: ids(withheld.filter(({ ad }) => response.escalated.includes(ad))),
    notEscalated: ids(withheld.filter(isOpen)),
    noted: ids(withheld.filter((ad) => isOpen(ad) && response.logged.includes(ad.ad))),
    marks: {
      right: count('hit'),
      wrong: count('falseFlag'),
      half,
      traps: count('trap'),
      cues: count('cue'),
      again: set - given.length,
      missed: marks.filter(({ kind }) => kind === 'miss').length,
    },
    ...(mostMissed && { mostMissed }),
  };
}

function mostMissedOf(marks: readonly Finding[]): DetectionFacts['mostMissed'] {
  const counts = new Map<string, number>();
  for (const { kind, indicator } of marks)
    if (kind === 'miss' && indicator !== undefined) counts.set(indicator, (counts.get(indicator) ?? 0) + 1);
  const count = Math.max(0, ...counts.values());
  const signs = [...counts].filter(([, times]) => times === count).map(([sign]) => sign);
  return signs.length > 0 ? { signs: signs.sort(), count } : undefined;
}
