import type { Component } from 'svelte';
import { loadFeedback } from './load-feedback.ts';
import type { StepProps } from './step-props.ts';

interface ScreenModule {
  readonly default: Component<StepProps>;
}
type Screen = () => Promise<ScreenModule> | ScreenModule;

/** Hands a screen that has been fetched before over at once, so that it is drawn without a moment of waiting. */
function atHand(load: () => Promise<ScreenModule>): Screen {
  let here: ScreenModule | undefined;
  return () =>
    here ??
    load().then((module) => {
      here = module;
      return module;
    });
}

/** How each kind of exercise is shown, loaded when it is reached. A new kind adds its line here. */
export const EXERCISE_SCREENS: Readonly<Record<string, Screen>> = {
  detection: atHand(() => import('./DetectionStep.svelte')),
  linking: atHand(() => import('./LinkingStep.svelte')),
  mapping: atHand(() => import('./MappingStep.svelte')),
  preservation: atHand(() => import('./PreservationStep.svelte')),
  requests: atHand(() => import('./RequestsStep.svelte')),
};

/** The screen of the end, with everything the debrief needs. */
export const loadDebrief: Screen = atHand(() => import('./DebriefStep.svelte'));

/** Fetches all screens, so that the case can go on when the network is gone. */
export async function loadAllScreens(): Promise<void> {
  await Promise.all([...Object.values(EXERCISE_SCREENS), loadDebrief, loadFeedback].map((load) => load()));
}
