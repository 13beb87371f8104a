import type { Component } from 'svelte';
import { KIND_SCREENS } from './kind-screens.ts';
import type { StepProps } from './step-props.ts';

/** The screen of an exercise, loaded when it is reached; undefined for a kind that is not there. */
export const loadStep = (kind: string) => KIND_SCREENS.of(kind)?.step();

/** The screen of the end, with everything the debrief needs. */
export const loadDebrief = (): Promise<{ default: Component<StepProps> }> => import('./DebriefStep.svelte');

/** Fetches all screens, so that the case can go on when the network is gone. */
export async function loadAllScreens(): Promise<void> {
  const ofKinds = KIND_SCREENS.entries().flatMap(([, { step, debrief, table }]) => [step, debrief, table?.load]);
  await Promise.all([...ofKinds, loadDebrief].map((load) => load?.()));
}
