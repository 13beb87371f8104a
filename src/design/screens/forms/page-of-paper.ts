import { LANG } from '#i18n/locale.ts';

const STYLE = [
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif}',
  'table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:.25rem .5rem;text-align:left;vertical-align:top}',
  'small{display:block}',
].join('');

/** What a file does not keep: marks of the framework, styles of the site, and links, which lead nowhere from a file. */
const LEFT_OUT = /<!--.*?-->| class="[^"]*"|<\/?a\b[^>]*>/gs;

const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page of its own for a report or a note, which needs nothing else to be read. `body` is what the screen shows, as HTML. */
export const pageOfPaper = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="${LANG}">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${asText(title)}</title>\n<style>${STYLE}</style>\n<body>${body.replaceAll(LEFT_OUT, '')}</body>\n</html>\n`;
