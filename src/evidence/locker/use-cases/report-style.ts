/**
 * Stylesheet of the report for screen and print: no external resources, one column. In print each page has the mark and
 * its number, table heads are repeated, an item is kept on one page if it fits, and a hash on one line.
 */
export function reportStyle(notice: string, sheet: string): string {
  const [before = '', after = ''] = sheet.split('{page}');
  const [between = '', end = ''] = after.split('{pages}');
  return `
@page {
  size: A4;
  margin: 20mm 16mm 18mm;
  @top-left { content: ${quoted(notice)}; font: bold 8.5pt/1.2 Arial, sans-serif; color: #111; }
  @bottom-right { content: ${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(end)}; font: 9pt/1.2 Arial, sans-serif; color: #111; }
}
body { font: 12pt/1.5 Georgia, 'Times New Roman', serif; color: #111; background: #fff; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { font-family: Arial, sans-serif; line-height: 1.2; break-after: avoid; }
h1 { margin: 1rem 0; }
h2 { margin-top: 2rem; border-top: 1px solid #111; padding-top: .6rem; }
p { orphans: 3; widows: 3; }
.mark { border: 2px solid #111; padding: .5rem .75rem; font: bold 10pt/1.3 Arial, sans-serif; }

table { border-collapse: collapse; width: 100%; font-size: 10.5pt; line-height: 1.4; margin: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #bbb; overflow-wrap: anywhere; }
th[scope="row"] { width: 12rem; font-weight: bold; overflow-wrap: normal; }
thead { display: table-header-group; }
thead th { border-bottom: 1px solid #111; overflow-wrap: normal; }
tr { break-inside: avoid; }
.n, time { white-space: nowrap; }
code { font: 9.5pt/1.4 'DejaVu Sans Mono', Consolas, monospace; overflow-wrap: anywhere; }
.hash { display: block; font-size: 8pt; }
.head { border: 1px solid #111; padding: .6rem .75rem; break-inside: avoid; }
.head code { display: block; font-size: 13pt; line-height: 1.5; white-space: pre; }
blockquote { margin: .5rem 0 1.5rem; padding-left: .75rem; border-left: 3px solid #bbb; font-size: 10.5pt; line-height: 1.4; }
blockquote p { margin: 0; }
blockquote ol, blockquote ul { margin: .25rem 0; padding-left: 1.5rem; }
li { overflow-wrap: anywhere; }
pre { font: 9.5pt/1.4 'DejaVu Sans Mono', Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; border-left: 3px solid #bbb; padding-left: .75rem; }
.item { font-size: 10pt; }
.item td, .item th { padding-block: .12rem; }
.item table { font-size: 10pt; line-height: 1.35; }
.by { display: block; color: #333; }
@media print {
  body { margin: 0; max-width: none; padding: 0; }
  .item { break-inside: avoid; }
}
`;
}

/**
 * Quotes a text as a CSS string. The text comes from texts and cases and must not end the string or the style element.
 */
const quoted = (text: string) => `"${text.replaceAll(/["\\<\n]/g, ' ')}"`;
