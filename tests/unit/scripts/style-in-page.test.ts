import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { rulesFor } from '../../../scripts/astro/rules-for-page.mjs';
import { withStyle } from '../../../scripts/astro/style-in-page.mjs';

const PAGE = `<html><head><meta http-equiv="content-security-policy" content="script-src 'self'; style-src 'self' 'sha256-x=';"><link rel="stylesheet" href="../../_astro/style.css"></head><body><p class="lead fine" id="top">Words</p><template><h2 class="next">More</h2></template></body></html>`;

describe('rules for a page', () => {
  const rules = (css: string) => rulesFor(PAGE, css);

  it('are those whose classes, tags and ids all occur in it, including templates', () => {
    expect(rules('.lead{a:b}.other{a:b}p.fine>#top{a:b}p .other{a:b}h2.next{a:b}h3{a:b}#no{a:b}')).toBe(
      '.lead{a:b}p.fine>#top{a:b}h2.next{a:b}',
    );
  });

  it('are kept whole where one of several selectors fits', () => {
    expect(rules('.other,.lead:hover{a:b}.other,h3{a:b}')).toBe('.other,.lead:hover{a:b}');
  });

  it('are kept when in doubt: brackets and quotes are not inspected', () => {
    const kept = '.lead:not(.other){a:b}p:is(.other,.lead){a:b}p:has(> .other :checked){a:b}[data-x=".other}"]{a:b}';
    expect(rules(kept)).toBe(kept);
  });

  it('keep the layer order of the whole sheet, including layers without a kept rule', () => {
    expect(rules('@layer ground{p{a:b}}@layer charts{.chart{a:b}}@layer page{.lead{a:b}}')).toBe(
      '@layer ground,charts,page;@layer ground{p{a:b}}@layer page{.lead{a:b}}',
    );
  });

  it('stay inside their conditions; print rules are left out', () => {
    expect(rules('@media (width>=62rem){.other{a:b}p{a:b}}@media print{p{a:b}}@media (width<9rem){.other{a:b}}')).toBe(
      '@media (width>=62rem){p{a:b}}',
    );
  });

  it('include Latin fonts with their metrics, and used animations', () => {
    const latin = '@font-face{font-family:A;src:url(../fonts/a-latin-wght-normal.woff2)}';
    const measures = '@font-face{font-family:B;src:local(Arial)}';
    expect(rules(`${latin}@font-face{font-family:A;src:url(../fonts/a-latin-ext-wght-normal.woff2)}${measures}`)).toBe(
      latin + measures,
    );
    const named = '@keyframes appear{from{opacity:0}to{opacity:1}}p{animation:appear 1s}';
    expect(rules(`${named}@keyframes spin{to{rotate:1turn}}`)).toBe(named);
  });
});

describe('a page with inlined critical CSS', () => {
  const css = '@font-face{src:url(../fonts/a-latin-wght-normal.woff2)}p{background:url("data:,")}.other{a:b}';
  const page = withStyle(PAGE, css, '../../_astro');
  const style = /<style>(.*?)<\/style>/.exec(page)?.[1] ?? '';

  it('has file addresses relative to the page', () => {
    expect(style).toContain('url(../../fonts/a-latin-wght-normal.woff2)');
    expect(style).toContain('url("data:,")');
    expect(style).not.toContain('.other');
  });

  it('allows exactly that style in its policy, besides what was allowed before', () => {
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`style-src 'self' 'sha256-${hash}' 'sha256-x='`);
    expect(page).not.toContain('unsafe-inline');
  });

  it('links the sheet once without blocking, and once for readers without scripts', () => {
    const links = page.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
    expect(links).toEqual([
      '<link rel="stylesheet" href="../../_astro/style.css" media="not all" data-late>',
      '<link rel="stylesheet" href="../../_astro/style.css">',
    ]);
    expect(page).toContain(`<noscript>${links[1]}</noscript>`);
  });

  it('is refused without a policy that names its styles', () => {
    expect(() => withStyle('<link rel="stylesheet" href="a.css">', css, '.')).toThrow('no policy');
  });
});
