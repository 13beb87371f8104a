/** Style of a saved report: it has to look the same without the site. */
const STYLE = `body{font:11pt/1.45 system-ui,sans-serif;color:#111;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1,h2{font-family:Georgia,serif;line-height:1.2}table{border-collapse:collapse;width:100%;font-size:.9em;border-block:2px solid #111}
th,td{text-align:start;vertical-align:baseline;padding:.35em .75em .35em 0;border-bottom:1px solid #ccc}
th small{display:block;font-weight:400;color:#444}.fine{color:#444;font-size:.9em}ul{padding:0;list-style:none}li{padding:.4em 0;border-top:1px solid #ccc}
svg.units{height:1em;width:auto}.u-team{fill:#333}.u-rest,.u-miss{fill:none;stroke:#666;stroke-dasharray:3 2}
.vh{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.chosen{display:block}
@media print{.report__sheet--second{break-before:page}}`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A page of its own from the report, without scripts: it opens anywhere. */
export function reportPage(lang: string, title: string, inner: string): string {
  const body = inner.replaceAll(/<!--[\s\S]*?-->/g, '');
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>
`;
}
