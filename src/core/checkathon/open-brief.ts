import type { TestedPlatform, WatchedMirror } from '#core/moderation/tested-platform.ts';
import type { CheckathonBrief } from './state.ts';

/** A platform as everybody can read it: who runs it and what it says of itself. */
export type OpenPlatform = Omit<TestedPlatform, 'hidden'> & {
  readonly hidden?: TestedPlatform['hidden'];
  /** Where the hidden half is elsewhere: whether a visitor finds the site down now. */
  readonly isDown?: boolean;
};

/** The brief without its hidden half. Nothing that happens in a test can be drawn from it; every whole brief is one too. */
export interface OpenBrief extends Omit<CheckathonBrief, 'seed' | 'platforms' | 'mirrors'> {
  readonly platforms: readonly OpenPlatform[];
  readonly mirrors: readonly Omit<WatchedMirror, 'copies' | 'does'>[];
}

/** Takes the hidden half out of a brief. Fields are named one by one, so that a new one stays hidden until it is named here. */
export function openBrief(brief: CheckathonBrief): OpenBrief {
  const { from, people, platforms, mirrors, pages, marketId, notGiven } = brief;
  return {
    from,
    people,
    pages,
    ...(marketId === undefined ? {} : { marketId }),
    ...(notGiven && { notGiven }),
    platforms: platforms.map(({ id, name, host, owner, share, public: half }) => ({
      id,
      name,
      host,
      owner,
      share,
      public: half,
    })),
    mirrors: mirrors.map(({ id, name, host, owner, share, mirrorOf }) => ({ id, name, host, owner, share, mirrorOf })),
  };
}

/** True if a test can be played with this brief by itself: its hidden half is in it. */
export const isWhole = (brief: OpenBrief | CheckathonBrief): brief is CheckathonBrief =>
  'seed' in brief && brief.platforms.every((platform) => 'hidden' in platform);

/** The brief as it looks at this hour, with the sites that are down. */
export const briefWithDown = (brief: OpenBrief, down: readonly string[]): OpenBrief => ({
  ...brief,
  platforms: brief.platforms.map((platform) => ({ ...platform, isDown: down.includes(platform.id) })),
});
