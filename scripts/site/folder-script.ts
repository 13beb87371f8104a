/**
 * The one script in a page of text, a line in the page itself: where the page was opened from a folder, it shows a
 * sentence on what to do instead (`src/site/astro/FromFolder.astro`).
 */
export const FOLDER_SCRIPT = /<script type="module">[^<]*data-from-folder[^<]*<\/script>/;

/** The script of a page of the library that leads back to a debrief: some lines, loaded when the page stands. */
export const BACK_SCRIPT = /<script type="module" src="[^"]*\/BackToCase\.[^"]*"><\/script>/;
