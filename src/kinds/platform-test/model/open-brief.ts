import type { TestedPlatform, WatchedMirror } from '#market/platforms/model/tested-platform.ts';
import type { PlatformTestBrief } from './state.ts';

/** The public half of a platform: who runs it and what it says of itself. */
export type OpenPlatform = Omit<TestedPlatform, 'hidden'> & {
  readonly hidden?: TestedPlatform['hidden'];
  /** Set without the hidden half: whether the site is down for a visitor now. */
  readonly isDown?: boolean;
};

/** The brief without its hidden half. A test cannot be simulated from it. Every whole brief is also an open one. */
export interface OpenBrief extends Omit<PlatformTestBrief, 'seed' | 'platforms' | 'mirrors'> {
  readonly platforms: readonly OpenPlatform[];
  readonly mirrors: readonly Omit<WatchedMirror, 'copies' | 'does'>[];
}

/** Removes the hidden half of a brief. Fields are listed one by one, so that a new one is hidden until it is listed. */
export function openBrief(brief: PlatformTestBrief): OpenBrief {
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

/** True if the brief has its hidden half, so that a test can be simulated with it. */
export const isWhole = (brief: OpenBrief | PlatformTestBrief): brief is PlatformTestBrief =>
  'seed' in brief && brief.platforms.every((platform) => 'hidden' in platform);

/** The brief as it looks at this hour, with the sites that are down. */
export const briefWithDown = (brief: OpenBrief, down: readonly string[]): OpenBrief => ({
  ...brief,
  platforms: brief.platforms.map((platform) => ({ ...platform, isDown: down.includes(platform.id) })),
});
