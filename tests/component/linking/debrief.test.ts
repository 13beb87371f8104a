import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { TrueNetworks } from '#app/case/open-networks.ts';
import type { Finding } from '#core/exercise/exercise-kind.ts';
import { type LinkingResponse, playLinking } from '#core/linking/play.ts';
import Debrief from '#ui/linking/Debrief.svelte';
import { SMALL_MARKET, see } from '../market/small-market.ts';

const TRUTH: TrueNetworks = {
  networks: [{ ads: ['0302', '0304', '0306'], lawful: false, parts: [['0302', '0304'], ['0306']] }],
  lines: [{ a: '0302', b: '0304', kinds: ['shared-phone', 'same-room'] }],
};

const RESPONSE: LinkingResponse = {
  ...playLinking.empty,
  board: ['0301', '0302', '0304'],
  edges: [
    { a: '0302', b: '0304', kind: 'shared-phone' },
    { a: '0301', b: '0302', kind: 'template-text' },
  ],
};

const FINDINGS: Finding[] = [
  {
    kind: 'hit',
    at: { ad: '0302', locator: 'ad:0304' },
    indicator: 'shared-phone',
    reason: 'link.holds',
    places: ['page'],
    sources: [],
  },
  {
    kind: 'falseFlag',
    at: { ad: '0301', locator: 'ad:0302' },
    indicator: 'template-text',
    reason: 'link.bridge',
    places: ['page'],
    innocentExplanation: 'Two friends use one writer of ads.',
    sources: [{ code: 'SEED', mark: 'V', says: 'Repeated text is named.' }],
  },
  { kind: 'notKnowable', at: { ad: '0302' }, reason: 'network.notKnowable', count: [2, 3], sources: [] },
  // Of another exercise of the same case.
  { kind: 'hit', at: { ad: '0305', locator: 's1' }, indicator: 'rest-gaps', reason: 'A planted sign.', sources: [] },
];

const lookBack = (response = RESPONSE, findings = FINDINGS) =>
  render(Debrief, {
    market: SMALL_MARKET,
    response,
    findings,
    truth: TRUTH,
    see,
    names: { 'shared-phone': 'One phone', 'template-text': 'One template' },
    base: '/',
  });

const drawing = (name: RegExp) => screen.getByRole('region', { name });
const looks = (part: HTMLElement) =>
  [...part.querySelectorAll('path.link')].map((line) => /link--(\w+)/.exec(line.getAttribute('class') ?? '')?.[1]);

describe('the debrief of links', () => {
  it('draws the networks as found beside the networks as they are', () => {
    lookBack();
    expect(looks(drawing(/^As you linked it/))).toEqual(['hit', 'false']);
    expect(looks(drawing(/^As it is/))).toEqual(['hit']);
    const found = within(drawing(/^As you linked it/));
    expect(found.getByRole('button', { name: /^0301: .*Linked with 0302: template, false bridge\.$/ })).toBeTruthy();
  });

  it('shows as missed what nobody linked', () => {
    lookBack(playLinking.empty, []);
    expect(looks(drawing(/^As it is/))).toEqual(['miss']);
    expect(screen.getByText('You linked no ads, so no link can be explained.')).toBeTruthy();
  });

  it('has each ad at the same place in both drawings', () => {
    lookBack();
    const places = (part: HTMLElement) =>
      [...part.querySelectorAll('.state')].map((box) => {
        const rect = box.querySelector('.mark');
        return [box.textContent?.match(/\d{4}/)?.[0], rect?.getAttribute('x'), rect?.getAttribute('y')].join(' ');
      });
    expect(places(drawing(/^As you/))).toEqual(places(drawing(/^As it is/)));
    expect(places(drawing(/^As you/))).toHaveLength(4);
  });

  it('gives each link a verdict, and a false bridge its ordinary reason with a source', () => {
    lookBack();
    const rows = within(screen.getByRole('table', { name: 'Your links, one by one' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.textContent).toMatch(/0302.*0304.*phone.*Holds.*One actor stands behind both/s);
    expect(rows[1]?.textContent).toMatch(
      /0301.*0302.*template.*Wrong conclusion.*Both pages show this\. It does not mean one actor\..*Two friends use one writer of ads\./s,
    );
    expect(within(rows[1] as HTMLElement).getByRole('link', { name: 'SEED' })).toBeTruthy();
  });

  it('says of a trace that only records show that records show it, and of one that not both show that they do not', () => {
    const [, bridge] = FINDINGS as [Finding, Finding];
    const { places: _places, ...stranger } = { ...bridge, reason: 'link.stranger' };
    lookBack(RESPONSE, [
      { ...bridge, places: ['records'] },
      { ...stranger, indicator: 'shared-phone' },
    ]);
    const [first, second] = within(screen.getByRole('table', { name: 'Your links, one by one' }))
      .getAllByRole('row')
      .slice(1);
    expect(first?.textContent).toMatch(
      /Wrong conclusion.*The records of both show this\. It does not mean one actor\./s,
    );
    expect(second?.textContent).toMatch(/Does not hold.*Not both ads show this/s);
    expect(second?.textContent).not.toMatch(/show this\. It does not mean/);
  });

  it('says who stands behind several ads, and what nobody could know', () => {
    lookBack();
    const [row] = within(screen.getByRole('table', { name: 'Who has more than one ad here' }))
      .getAllByRole('row')
      .slice(1);
    expect(row?.textContent).toMatch(/Actor 1.*A network that controls persons, or a fraud.*0302, 0304.*0306/s);
    expect(row?.textContent).toMatch(/Nobody is marked down for that/);
  });

  it('opens the page of an ad from either drawing', async () => {
    lookBack();
    await fireEvent.click(within(drawing(/^As it is/)).getByRole('button', { name: /^0304/ }));
    expect(screen.getByRole('heading', { name: 'Bel, Ostrel' })).toBeTruthy();
  });
});
