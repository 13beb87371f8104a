import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { answerOf, flagOnOther, isControlled } from './answer-of.ts';
import type { AdKey } from './derive-key.ts';
import { type DetectionResponse, isFlag } from './play.ts';
import type { Harm } from './points.ts';

/**
 * What happened in a detection exercise, from its log and the truth; every sentence about it rests on these facts. Ads
 * by id, in the order of the market.
 */
export interface DetectionFacts {
  /** Target of the search: ads of networks, or deceptive offers of recruiters. `controlled` below means either. */
  readonly sought: 'controlled' | 'deceptive';
  /** Number of ads that can be judged: all but the withheld ones. */
  readonly of: number;
  readonly judged: number;
  /** Flagged controlled ads, including those that were not knowable. */
  readonly hits: readonly string[];
  /** Knowable controlled ads that were judged without a flag. */
  readonly misses: readonly string[];
  /** Knowable controlled ads that were not judged. */
  readonly leftOut: readonly string[];
  /** Controlled ads that were not knowable. */
  readonly unknowable: readonly string[];
  /** Flagged ads that are not controlled, and whose pages show too little for a flag. */
  readonly falseFlags: readonly string[];
  /** Ads that are not controlled and were flagged as urgent, where the key accepts at most `prioritise`. */
  readonly tooHigh: readonly string[];
  /** Flagged ads that are not controlled but look so much like controlled ones that the key accepts the flag. */
  readonly alike: readonly string[];
  /** Ads that are not controlled, judged and not flagged. */
  readonly leftAlone: readonly string[];
  /** Ads that can be judged and were not, including controlled ones. */
  readonly notJudged: readonly string[];
  readonly controlled: number;
  /**
   * Weights of one miss and of one false flag, and their total here: misses and ads left out; false flags, and flags
   * that are too high.
   */
  readonly harm: Harm;
  readonly cost: number;
  /** Withheld cards that were escalated to child protection, and those that were not. */
  readonly escalated: readonly string[];
  readonly notEscalated: readonly string[];
  /** Cards that were not escalated but whose address was noted. */
  readonly noted: readonly string[];
  /**
   * Marks by verdict: `half` are wrong marks that lie in a sign and name another one, `again` repeat another mark,
   * `missed` are signs of controlled ads that were not marked.
   */
  readonly marks: Readonly<Record<'right' | 'wrong' | 'half' | 'traps' | 'cues' | 'again' | 'missed', number>>;
  /** The signs missed most often, by id; several in case of a tie. */
  readonly mostMissed?: { readonly signs: readonly string[]; readonly count: number };
}

/**
 * Builds the facts of one detection exercise. `marks` are the findings about its marks; `half` of them name another
 * sign in the place of a sign.
 */
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
