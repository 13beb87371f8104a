import type { Component } from 'svelte';
import type { StepProps } from './step-props.ts';

type Screen = () => Promise<{ default: Component<StepProps> }>;

/** How each kind of exercise is shown, loaded when it is reached. A new kind adds its line here. */
export const EXERCISE_SCREENS: Readonly<Record<string, Screen>> = {
  detection: () => import('./DetectionStep.svelte'),
  linking: () => import('./LinkingStep.svelte'),
  mapping: () => import('./MappingStep.svelte'),
  preservation: () => import('./PreservationStep.svelte'),
  requests: () => import('./RequestsStep.svelte'),
};

/** The screen of the end, with everything the debrief needs. */
export const loadDebrief: Screen = () => import('./DebriefStep.svelte');

/** Fetches all screens, so that the case can go on when the network is gone. */
export async function loadAllScreens(): Promise<void> {
  await Promise.all([...Object.values(EXERCISE_SCREENS), loadDebrief].map((load) => load()));
}
