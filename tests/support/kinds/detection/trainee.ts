import { fireEvent, render, screen } from '@testing-library/svelte';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { type DetectionAction, type DetectionResponse, playDetection } from '#kinds/detection/model/play.ts';
import Exercise from '#kinds/detection/screens/Exercise.svelte';
import type { WorkspaceDraft } from '#kinds/detection/screens/workspace-draft.ts';
import type { CardProfile } from '#market/ads/model/card-profile.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { IndicatorChoice } from '#market/signs/model/indicator-choice.ts';
import type { SignGroup } from '#market/signs/model/sign-groups.ts';
import { NOW, SMALL_MARKET, see } from '../../market/small-market.ts';

/** What a picker says of a sign. */
const offer = (group: SignGroup, counts: string, example: string, ...synonyms: string[]) => ({
  offer: { group, counts, example, synonyms },
});

/** Five signs of the shipped catalogue; the last one only a record shows, so it has a name and no offer. */
export const CHOICES: readonly IndicatorChoice[] = [
  {
    id: 'third-person-voice',
    name: 'Spoken for by others',
    ...offer('ad-text', 'The ad speaks about a person.', '“They call her patient.”', 'she', 'written by others'),
  },
  {
    id: 'manager-reference',
    name: 'A manager or driver named',
    ...offer('third-party-control', 'The ad sends the reader to a manager.', '“Ring the front desk.”', 'boss', 'chef'),
  },
  {
    id: 'shared-phone',
    name: 'One phone, several people',
    ...offer('link', 'The same number stands under different names.', '“+999 555 014 17”, twice.', 'same number'),
  },
  {
    id: 'rest-gaps',
    name: 'Time off',
    ...offer('price', 'The ad names days or weeks off.', '“I rest on Thursdays.”', 'day off', 'break'),
  },
  { id: 'phone-churn', name: 'A number that keeps changing' },
];

interface Wishes {
  /** Another market than the small one, with what a visitor sees of it. */
  readonly market?: Market;
  readonly see?: typeof see;
  readonly readOnly?: boolean;
  readonly budget?: number;
  readonly profile?: CardProfile;
  readonly draft?: unknown;
  readonly keepDraft?: (draft: WorkspaceDraft) => void;
  readonly explain?: (adId: string) => Promise<readonly Finding[]>;
}

/** A trainee at the workspace: acts are kept and folded into the response, as the attempt log does it. */
export async function sitDown(start: Partial<DetectionResponse> = {}, props: Wishes = {}) {
  const acts: DetectionAction[] = [];
  let finished = 0;
  let response: DetectionResponse = { ...playDetection.empty, ...start };
  const { rerender, container, unmount } = render(Exercise, {
    title: 'Find',
    text: 'Sort the ads.\n\nMost people want to be left in peace.',
    market: SMALL_MARKET,
    response,
    choices: CHOICES,
    see,
    act: (action: DetectionAction) => {
      acts.push(action);
      response = playDetection.reduce(response, { ...action }, { at: NOW, seq: acts.length });
    },
    commit: () => {
      finished += 1;
    },
    base: '/',
    ...props,
  });
  /** Hands the new response back to the workspace. */
  const settle = () => rerender({ response });
  return {
    container,
    unmount,
    acts,
    finished: () => finished,
    response: () => response,
    async click(name: string | RegExp, role = 'button') {
      await fireEvent.click(screen.getByRole(role, { name }));
      await settle();
    },
    async press(key: string, target: Element | null = document.activeElement, shiftKey = false) {
      await fireEvent.keyDown(target ?? document.body, { key, shiftKey });
      await settle();
    },
    settle,
  };
}
