import { LANG } from '#i18n/locale.ts';

/** A table as CSV; a cell with a comma, a quote or a line break stands in quotes. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\n')}\n`;

const STYLE = 'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif}';

/** A page of its own for the report, which needs nothing else to be read. `body` is what the screen shows, as HTML. */
export const pageOf = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="${LANG}">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<style>${STYLE}</style>\n<body>${body.replaceAll(/<!--.*?-->/g, '').replaceAll(/ class="[^"]*"/g, '')}</body>\n</html>\n`;
