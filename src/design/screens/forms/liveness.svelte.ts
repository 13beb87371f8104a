import { onMount } from 'svelte';

/**
 * Whether a page answers yet. A control is drawn before its script arrives; one that is disabled until then loses no
 * press on a slow line. Call it while a component is set up.
 */
export function createLiveness(): { readonly alive: boolean } {
  let alive = $state(false);
  onMount(() => {
    alive = true;
  });
  return {
    get alive() {
      return alive;
    },
  };
}
