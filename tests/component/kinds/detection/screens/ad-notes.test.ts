import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Finding } from '#case/exercise/model/exercise-kind.ts';
import AdNotes from '#kinds/detection/screens/AdNotes.svelte';
import { annotateAds } from '#kinds/detection/screens/annotated-ad.ts';
import { sayPageWeight } from '#kinds/detection/screens/say-weight.ts';
import { weighPage } from '#market/signs/model/sign-weight.ts';
import { posterior } from '#market/signs/model/weigh-evidence.ts';
import { SMALL_MARKET } from '../../../../support/market/small-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

const names = { 'third-person-voice': 'Spoken for by others', 'rest-gaps': 'Time off' };
const finding = (kind: Finding['kind'], locator: string, indicator: string): Finding => ({
  kind,
  at: { ad: '0306', locator },
  indicator,
  strength: 'weak',
  innocentExplanation: 'A friend wrote it.',
  reason: 'Because.',
  sources: [],
});

function show(findings: readonly Finding[], isTold?: (ad: string) => boolean) {
  const [ad] = annotateAds(SMALL_MARKET, findings);
  if (!ad) throw new Error('The findings are about no ad of the market.');
  render(AdNotes, { ad, names, base: '/kit/', ...(isTold && { isTold }) });
}

describe('the notes on an ad', () => {
  it('says why a cue does not settle it, and what a trap usually is', () => {
    const trap = { ...finding('trap', 's1', 'third-person-voice'), strength: 'none' as const };
    show([finding('cue', 's2', 'rest-gaps'), trap]);
    expect(screen.getAllByText('Why it does not settle it: A friend wrote it.').length).toBeGreaterThan(0);
    expect(screen.getAllByText('What it usually is: A friend wrote it.').length).toBeGreaterThan(0);
    expect(screen.queryByText(/Innocent explanation/)).toBeNull();
    expect(screen.getAllByText(/Strength in this market: weak, against control\./).length).toBeGreaterThan(0);
  });

  it('says of an ad who is behind it and what its page is worth, in the numbers of the key', () => {
    const story = {
      of: 'agency',
      copies: [],
      writer: { others: ['0301', '0305'], again: ['0305'], forOthers: [] },
      sameActor: ['0306'],
    } as const;
    const weighed = {
      ...weighPage(3.7, 0.2, posterior(3.7, 0.2)),
      among: 'ads',
      hasSigns: true,
      isSought: false,
      tied: ['0301', '0305'],
      signs: [
        { indicator: 'third-person-voice', ratio: 4 },
        { indicator: 'rest-gaps', ratio: 1 },
      ],
    } as const;
    const fact = { kind: 'fact', at: { ad: '0306' }, sources: [] } as const;
    show([
      { ...fact, reason: 'ad.story', story },
      { ...fact, reason: 'ad.weight', weighed },
    ]);
    const [who, worth] = [...document.querySelectorAll('.annot')].map(textOf);
    expect(who).toMatch(
      /A business runs this ad.*The writer of this ad has 2 other ads here: 0301, 0305\. 1 of them has the same text; facts such as names and prices, and single lines, can differ: 0305\. Other ads of the same business here: 1 \(0306\)\. A business can have several houses/,
    );
    expect(worth).toMatch(
      /is 3\.7 times as common among controlled ads as among others\. Of 100 ads in markets like this one 20 are controlled\. Of 100 ads with such a page it is 48\. The page shows these signs, although nobody is controlled behind it: Spoken for by others \(4 times as common among controlled ads\); Time off \(about as common on both sides\)\..* weighed together with 2 pages .*: 0301, 0305\./,
    );
  });

  it('says of a page of a few hundred to one that it is large, and of a sought ad that it is one of the few', () => {
    const facts = (ratio: number) =>
      sayPageWeight({
        ...weighPage(ratio, 0.2, posterior(ratio, 0.2)),
        among: 'offers',
        hasSigns: true,
        isSought: true,
        tied: [],
        signs: [],
      }).join(' ');
    expect(facts(1e6)).toMatch(/is more than 1,000 times as common .* it is more than 99\./);
    expect(facts(0.2)).toMatch(/it is 4\.8\. This ad is one of them\.$/);
    expect(facts(0.001)).toMatch(/it is fewer than 1\. This ad is one of them\.$/);
    expect(facts(1)).not.toMatch(/one of them/);
  });

  it('says of a sign that stands twice on a page once what it is', () => {
    show([finding('miss', 's1', 'third-person-voice'), finding('miss', 's2', 'third-person-voice')]);
    const [first, second] = [...document.querySelectorAll('.annot')].map(textOf);
    expect(first).toMatch(/A friend wrote it/);
    expect(second).toMatch(/Spoken for by others.*The same sign as in note 1, at another place\.$/);
    expect(second).not.toMatch(/A friend wrote it/);
  });

  it('name in a round that goes on only ads that are judged', () => {
    const story = {
      of: 'controlled',
      copies: [],
      writer: { others: ['0301', '0305'], again: [], forOthers: [] },
      sameActor: ['0302'],
    } as const;
    show([{ kind: 'fact', at: { ad: '0306' }, reason: 'ad.story', story, sources: [] }], (ad) => ad === '0305');
    expect(textOf(document.querySelector('.annot'))).toMatch(
      /has 1 other ad here: 0305\. Until you finish, only ads that you have judged are named here\./,
    );
    expect(screen.queryByText(/0301|0302/)).toBeNull();
  });
});
