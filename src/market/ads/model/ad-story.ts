import { required } from '#kernel/model/invariant.ts';
import type { ActorType } from './actor-types.ts';
import type { AdTruth, GroundTruth } from './ground-truth.ts';

/** What is said of who is behind an ad, and of what else they have in the market. Lists hold ids, in the order of the market. */
export type AdStory = ClosedStory | OpenStory;

/** A withheld card: nothing is said but that. */
interface ClosedStory {
  readonly of: 'closed';
}

interface OpenStory {
  /** Type of the actor; `unoffered`: a recruiter whose post offers no work. */
  readonly of: ActorType | 'unoffered';
  /** Set for a copy that a mirror made: the ad that it copied, or '' where that is not told of. */
  readonly copyOf?: string;
  /** Copies of this ad on a mirror. */
  readonly copies: readonly string[];
  /** Left out where the market does not say who typed its ads, and for a copy, which nobody typed. */
  readonly writer?: WriterStory;
  /** Other ads of the same actor, as far as they are not among those of the writer. */
  readonly sameActor: readonly string[];
  /** Set where the lists may leave ads out: those that the reader has not judged, or those that the case goes on with. */
  readonly unnamed?: Unnamed;
}

/** Ads that a story does not name while an exercise or a case goes on. */
type Unnamed = 'unjudged' | 'story';

interface WriterStory {
  /** All other ads that the same person or office typed. */
  readonly others: readonly string[];
  /** Those of them that have the text of this ad. One text has one writer, also where several use it. */
  readonly again: readonly string[];
  /** Those of them that belong to other actors. */
  readonly forOthers: readonly string[];
}

const known = new WeakMap<readonly AdTruth[], ReadonlyMap<string, AdStory>>();

/** The story of each ad of a truth, by id. What a closed card is, and who is behind it, stands in no story. */
export function storiesOf({ ads, actors }: Pick<GroundTruth, 'ads' | 'actors'>): ReadonlyMap<string, AdStory> {
  const before = known.get(ads);
  if (before) return before;
  const typeOf = new Map(actors.map(({ id, type }) => [id, type]));
  const told = ads.filter(({ possibleMinor }) => !possibleMinor);
  const posted = told.filter(({ copied }) => !copied);
  const byActor = adsBy(posted, ({ actor }) => actor);
  const byWriter = adsBy(posted, ({ post }) => post?.author);
  const byOriginal = adsBy(told, ({ post }) => post?.copyOf);
  const ids = new Set(told.map(({ ad }) => ad));

  function storyOf(one: AdTruth): AdStory {
    const { ad, actor, post, copied } = one;
    if (one.possibleMinor) return { of: 'closed' };
    const ofActor = (byActor.get(actor) ?? []).filter((other) => other !== one && other.ad !== post?.copyOf);
    const of = behind(required(typeOf.get(actor), `the type of ${actor} behind ad ${ad}`), post, ofActor.length);
    const writer = copied || !post ? undefined : writerOf(one, post);
    const ofWriter = new Set(writer?.others);
    return {
      of,
      ...(copied && { copyOf: post?.copyOf !== undefined && ids.has(post.copyOf) ? post.copyOf : '' }),
      copies: (byOriginal.get(ad) ?? []).map((copy) => copy.ad),
      ...(writer && { writer }),
      sameActor: ofActor.map((other) => other.ad).filter((other) => !ofWriter.has(other)),
    };
  }

  function writerOf(one: AdTruth, { author, master }: NonNullable<AdTruth['post']>): WriterStory {
    const others = (byWriter.get(author) ?? []).filter((other) => other !== one);
    return {
      others: others.map(({ ad }) => ad),
      again: others.filter(({ post }) => post?.master === master).map(({ ad }) => ad),
      forOthers: others.filter(({ actor }) => actor !== one.actor).map(({ ad }) => ad),
    };
  }

  const stories = new Map(ads.map((ad) => [ad.ad, storyOf(ad)]));
  known.set(ads, stories);
  return stories;
}

/** The ads with each name; those without one are left out. */
function adsBy(ads: readonly AdTruth[], nameOf: (ad: AdTruth) => string | undefined): ReadonlyMap<string, AdTruth[]> {
  const found = new Map<string, AdTruth[]>();
  for (const ad of ads) {
    const name = nameOf(ad);
    if (name === undefined) continue;
    const named = found.get(name);
    if (named) named.push(ad);
    else found.set(name, [ad]);
  }
  return found;
}

/** What is said of an actor: no more than its ads in this market bear out. */
function behind(type: ActorType, post: AdTruth['post'], otherAds: number): OpenStory['of'] {
  if (type === 'recruiter' && post !== undefined && post.purpose !== 'offer') return 'unoffered';
  // Of friends without another ad here, nothing shows that they are several.
  return (type === 'duo' || type === 'collective') && otherAds === 0 ? 'independent' : type;
}

/** A story that names only ads that are told of already, with what it does not name. */
export function storyAmong(story: AdStory, isTold: (ad: string) => boolean, unnamed: Unnamed): AdStory {
  if (story.of === 'closed') return story;
  const { copyOf, copies, writer, sameActor } = story;
  const told = (ads: readonly string[]) => ads.filter(isTold);
  return {
    of: story.of,
    ...(copyOf !== undefined && { copyOf: isTold(copyOf) ? copyOf : '' }),
    copies: told(copies),
    ...(writer && {
      writer: {
        others: told(writer.others),
        again: told(writer.again),
        forOthers: told(writer.forOthers),
      },
    }),
    sameActor: told(sameActor),
    unnamed,
  };
}
