import type { ActorType, Control } from './ground-truth.ts';
import type { MarketProfile, PrevalenceName } from './schemas.ts';

/** How the ads of a controlled network read: everything said aloud, or hardly anything. */
export type Tone = 'overt' | 'quiet';

export interface PlannedActor {
  readonly id: string;
  readonly type: ActorType;
  readonly control: Control;
  readonly ads: number;
  readonly tone?: Tone;
}

export const PRESETS = { mini: { ads: 42, sites: 1 } } as const;
export type PresetName = keyof typeof PRESETS;

const CONTROL: Record<ActorType, Control> = {
  independent: 'none',
  duo: 'none',
  agency: 'thirdParty',
  controlled: 'controlled',
  scammer: 'fraud',
  bot: 'none',
};

/** A network needs at least two ads: with fewer, nothing links them. */
const SMALLEST_NETWORK = 2;
const NETWORK_SIZE = 4;

/** Names the least number of ads at which the prevalence leaves room for one network. */
export class MarketTooSmallError extends Error {
  override name = 'MarketTooSmallError';
  readonly smallest: number;
  constructor(smallest: number) {
    super(`At this prevalence a market needs at least ${smallest} ads to hold one network of two.`);
    this.smallest = smallest;
  }
}

/**
 * Who posts how many ads. Shares are training values; the controlled share is the profile's announced prevalence in
 * per cent, rounded to whole ads. Half of the networks are overt, half quiet, the first one quiet.
 */
export function planActors(profile: MarketProfile, preset: PresetName, prevalence: PrevalenceName): PlannedActor[] {
  const total = PRESETS[preset].ads;
  const share = profile.prevalence[prevalence];
  const controlledAds = Math.round((total * share) / 100);
  if (share > 0 && controlledAds < SMALLEST_NETWORK)
    throw new MarketTooSmallError(Math.ceil((100 * (SMALLEST_NETWORK - 0.5)) / share));

  const actors: PlannedActor[] = [];
  const add = (type: ActorType, ads: number, tone?: Tone) =>
    actors.push({ id: `actor-${actors.length + 1}`, type, control: CONTROL[type], ads, ...(tone && { tone }) });

  const networks = Math.max(share > 0 ? 1 : 0, Math.round(controlledAds / NETWORK_SIZE));
  for (let n = 0; n < networks; n++) {
    const ads = Math.floor(controlledAds / networks) + (n < controlledAds % networks ? 1 : 0);
    add('controlled', ads, n % 2 === 0 ? 'quiet' : 'overt');
  }
  add('duo', 3);
  add('agency', 5);
  add('scammer', 2);
  add('scammer', 2);
  add('bot', 2);
  const independents = total - actors.reduce((sum, actor) => sum + actor.ads, 0);
  for (let left = independents; left > 0; ) {
    const ads = left > 1 && actors.length % 9 === 0 ? 2 : 1;
    add('independent', ads);
    left -= ads;
  }
  return actors;
}
