import type { Component } from 'svelte';
import type { PageKinds } from './page-kinds.ts';
import type { PlayedKinds } from './played-kinds.ts';
import type { StepProps } from './step-props.ts';

/** What every screen is given: the debrief shows all exercises again, each as its kind does. */
interface ShownProps extends StepProps {
  readonly shows: PageKinds['shows'];
}

interface ScreenModule {
  readonly default: Component<ShownProps>;
}
type Load = () => Promise<ScreenModule>;

const here = new Map<Load, ScreenModule>();

/** Hands a screen that has been fetched before over at once, so that it is drawn without a moment of waiting. */
function atHand(load: Load): Promise<ScreenModule> | ScreenModule {
  return (
    here.get(load) ??
    load().then((module) => {
      here.set(load, module);
      return module;
    })
  );
}

const importDebrief: Load = () => import('./DebriefStep.svelte');

/** The screen of an exercise, loaded when it is reached; undefined for a kind that is not there. */
export function loadStep(shows: PageKinds['shows'], kind: string): Promise<ScreenModule> | ScreenModule | undefined {
  const screens = shows.of(kind);
  return screens && atHand(screens.step);
}

/** The screen of the end, with everything the debrief needs. */
export const loadDebrief = () => atHand(importDebrief);

/** Fetches all screens of a case with these kinds of exercise, so that it can go on when the network is gone. */
export async function loadAllScreens(
  shows: PageKinds['shows'],
  { scores, saying }: Pick<PlayedKinds, 'scores' | 'saying'>,
  played: ReadonlySet<string>,
): Promise<void> {
  const screens = shows.entries().flatMap(([kind, of]) => (played.has(kind) ? [of] : []));
  const parts = screens.flatMap(({ debrief, table, later = [] }) => [
    debrief,
    ...(table ? [table.load] : []),
    ...later,
  ]);
  await Promise.all([
    ...[...screens.map(({ step }) => step), importDebrief].map(atHand),
    ...[...parts, scores, saying].map((load): Promise<unknown> => load()),
  ]);
}
