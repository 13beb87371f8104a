/**
 * The one script of a page of text, a line in the page itself: where the page was opened from a folder, it shows a
 * sentence on what to do instead (`src/components/FromFolder.astro`).
 */
export const FOLDER_SCRIPT = /<script type="module">[^<]*data-from-folder[^<]*<\/script>/;
