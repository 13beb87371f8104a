import { getContext, setContext } from 'svelte';

const LISTED = Symbol('attempt log listed');

/** The address of an entry of the attempt log on the page of the debrief. */
export const logEntryId = (seq: number): string => `log-${seq}`;

/** Says to everything inside this component whether the page lists the entries of the attempt log. */
export const setLogListed = (isListed: () => boolean): void => {
  setContext(LISTED, isListed);
};

/** Whether the page around lists the entries of the attempt log, so that their numbers can lead there. */
export const isLogListed = (): boolean => getContext<(() => boolean) | undefined>(LISTED)?.() ?? false;
