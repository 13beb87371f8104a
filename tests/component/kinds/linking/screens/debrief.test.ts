import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';
import type { LinkingFacts } from '#kinds/linking/model/facts.ts';
import { type LinkingResponse, playLinking } from '#kinds/linking/model/play.ts';
import { LINKING_SENTENCES } from '#kinds/linking/model/sentences.ts';
import Debrief from '#kinds/linking/screens/Debrief.svelte';
import type { TrueNetworks } from '#kinds/linking/use-cases/open-networks.ts';
import { SMALL_MARKET, see } from '../../../../support/market/small-market.ts';

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
  // Of another exercise of the same case.
  { kind: 'hit', at: { ad: '0305', locator: 's1' }, indicator: 'rest-gaps', reason: 'A planted sign.', sources: [] },
];

const FACTS: LinkingFacts = {
  links: [
    { a: '0302', b: '0304', trace: 'shared-phone', verdict: 'holds', lawful: false },
    { a: '0301', b: '0302', trace: 'template-text', verdict: 'bridge', lawful: false },
  ],
  overBudget: 0,
  offBoard: 0,
  networks: [{ ads: ['0302', '0304'], together: 2 }],
  mixed: [{ ads: ['0301', '0302', '0304'], actors: 2, lawful: 1 }],
  unjoined: [{ ads: ['0302', '0304', '0306'], parts: 2 }],
};
const NOTHING: LinkingFacts = { ...FACTS, links: [], networks: [{ ads: ['0302', '0304'], together: 1 }], mixed: [] };

const lookBack = (response = RESPONSE, findings = FINDINGS, facts = FACTS) =>
  render(Debrief, {
    market: SMALL_MARKET,
    response,
    findings,
    sentences: sentencesFrom(LINKING_SENTENCES, facts),
    truth: TRUTH,
    see,
    names: { 'shared-phone': 'One phone', 'template-text': 'One template' },
    base: '/',
  });

const drawing = (name: RegExp) => screen.getByRole('region', { name });
const looks = (part: HTMLElement) =>
  [...part.querySelectorAll('path.link')].map((line) => /link--(\w+)/.exec(line.getAttribute('class') ?? '')?.[1]);

describe('the debrief of links', () => {
  it('draws the found networks beside the true networks', () => {
    lookBack();
    expect(looks(drawing(/^As you linked it/))).toEqual(['hit', 'false']);
    expect(looks(drawing(/^The truth of the simulation/))).toEqual(['hit']);
    const found = within(drawing(/^As you linked it/));
    expect(found.getByRole('button', { name: /^0301: .*Linked with 0302: template, false bridge\.$/ })).toBeTruthy();
  });

  it('shows unlinked pairs as missed', () => {
    lookBack(playLinking.empty, [], NOTHING);
    expect(looks(drawing(/^The truth of the simulation/))).toEqual(['miss']);
    expect(screen.getByText(/^You linked no ads\./)).toBeTruthy();
    expect(screen.queryByText(/in one group as a whole: [1-9]/i)).toBeNull();
    expect(screen.getByText(/no two of them are in one group: 0302, 0304/)).toBeTruthy();
  });

  it('has each ad at the same place in both drawings', () => {
    lookBack();
    const places = (part: HTMLElement) =>
      [...part.querySelectorAll('.state')].map((box) => {
        const rect = box.querySelector('.mark');
        return [box.textContent?.match(/\d{4}/)?.[0], rect?.getAttribute('x'), rect?.getAttribute('y')].join(' ');
      });
    expect(places(drawing(/^As you/))).toEqual(places(drawing(/^The truth of the simulation/)));
    expect(places(drawing(/^As you/))).toHaveLength(4);
  });

  it('gives each link a verdict, and a false bridge its ordinary reason with a source', () => {
    lookBack();
    const rows = within(screen.getByRole('table', { name: 'Your links, one by one' }))
      .getAllByRole('row')
      .slice(1);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.textContent).toMatch(
      /0302.*0304.*phone.*Right.*Both pages show this. One actor stands behind both/s,
    );
    expect(rows[1]?.textContent).toMatch(
      /0301.*0302.*template.*Wrong conclusion.*It does not mean one actor.*Two friends use one writer of ads\./s,
    );
    expect(within(rows[1] as HTMLElement).getByRole('link', { name: /^SEED\b/ })).toBeTruthy();
  });

  it('says which traces only records show, and which are not on both ads', () => {
    const [, bridge] = FINDINGS as [Finding, Finding];
    const { places: _places, ...stranger } = { ...bridge, reason: 'link.stranger' };
    lookBack(
      RESPONSE,
      [
        { ...bridge, places: ['records'] },
        { ...stranger, indicator: 'shared-phone' },
      ],
      {
        ...FACTS,
        links: [
          { a: '0301', b: '0302', trace: 'template-text', verdict: 'bridge', lawful: false },
          { a: '0301', b: '0302', trace: 'shared-phone', verdict: 'stranger', lawful: false },
        ],
      },
    );
    const [first, second] = within(screen.getByRole('table', { name: 'Your links, one by one' }))
      .getAllByRole('row')
      .slice(1);
    expect(first?.textContent).toMatch(
      /Wrong conclusion.*The records of both show this\. It does not mean one actor\./s,
    );
    expect(second?.textContent).toMatch(/Wrong.*not both of them have this trace/s);
    expect(second?.textContent).not.toMatch(/show this\. It does not mean/);
  });

  it('names the actor behind several ads, and what was unknowable', () => {
    lookBack();
    const [row] = within(screen.getByRole('table', { name: 'Who has more than one ad here' }))
      .getAllByRole('row')
      .slice(1);
    expect(row?.textContent).toMatch(/Actor 1.*A network that controls persons, or a fraud.*0302, 0304.*0306/s);
    expect(row?.textContent).toMatch(/No trace on the table joins these parts/);
    expect(screen.getByText(/It costs you nothing to leave the parts apart/)).toBeTruthy();
    expect(screen.getByText(/This group holds ads of 2 different actors: 0301, 0302, 0304/)).toBeTruthy();
  });

  it('opens the page of an ad from either drawing', async () => {
    lookBack();
    await fireEvent.click(within(drawing(/^The truth of the simulation/)).getByRole('button', { name: /^0304/ }));
    expect(screen.getByRole('heading', { name: 'Bel, Ostrel' })).toBeTruthy();
  });
});
