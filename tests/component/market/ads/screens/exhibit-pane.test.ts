import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { readServedAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import ExhibitPane from '#market/ads/screens/ExhibitPane.svelte';
import { NOW, SMALL_MARKET, see } from '../../../../support/market/small-market.ts';
import { POST, STORY_MARKET, seeStory } from '../../../../support/market/story-market.ts';
import { textOf } from '../../../../support/market/text-of.ts';

const pane = (adId: string, view = see(adId)) => render(ExhibitPane, { market: SMALL_MARKET, adId, ...view });

describe('ExhibitPane', () => {
  it('shows the page whole, under the bar that says it is synthetic', () => {
    pane('0301');
    const exhibit = screen.getByRole('region', { name: 'Exhibit 0301' });
    expect(within(exhibit).getByText('SYNTHETIC TRAINING MATERIAL')).toBeTruthy();
    expect(textOf(exhibit)).toMatch('https://ostrel-smallads.example/services/ad?id=0301&from=list');
    expect(within(exhibit).getByRole('heading', { level: 2, name: 'Mira, Kelvast' })).toBeTruthy();
    expect(textOf(exhibit)).toMatch('Posted 1 Mar, 10:13 UTC. Renewed 2 times.');
    expect(within(exhibit).getAllByRole('listitem')).toHaveLength(2);
  });

  it('says after a phone that it cannot be dialled, and links nothing', () => {
    const { container } = pane('0301');
    expect(textOf(container)).toMatch(/\+999 555 010 01\s*not dialable/);
    expect(container.querySelector('a')).toBeNull();
  });

  it('draws the same picture for the same id, and different ones for different ids', () => {
    const path = (adId: string) => {
      const { container, unmount } = pane(adId);
      const drawn = container.querySelector('.tile path')?.getAttribute('d');
      unmount();
      return drawn;
    };
    expect(path('0301')).toBe(path('0301'));
    expect(path('0301')).not.toBe(path('0302'));
  });

  it('shows only that an ad is gone', () => {
    const served = serveAd(SMALL_MARKET, '0301', NOW, [{ ad: '0301', at: NOW, change: 'removed' }]);
    const { container } = pane('0301', { served, seen: readServedAd(served) });
    expect(screen.getByRole('heading', { name: 'This ad is no longer available.' })).toBeTruthy();
    expect(textOf(container)).toMatch('answer 404');
    expect(textOf(container)).not.toMatch('Mira');
  });

  it('says when an ad was edited', () => {
    const served = serveAd(SMALL_MARKET, '0302', NOW, [{ ad: '0302', at: '2031-03-12T11:02:00Z', change: 'edited' }]);
    const { container } = pane('0302', { served, seen: readServedAd(served) });
    expect(textOf(container)).toMatch('Edited 12 Mar, 11:02 UTC.');
  });

  it.each([
    [0, 'Not renewed.'],
    [1, 'Renewed once.'],
    [12, 'Renewed 12 times.'],
  ])('counts %i renewals as a reader would', (renewals, words) => {
    const market = { ...SMALL_MARKET, ads: SMALL_MARKET.ads.map((ad) => ({ ...ad, renewals })) };
    const served = serveAd(market, '0301', NOW, []);
    const { container } = pane('0301', { served, seen: readServedAd(served) });
    expect(textOf(container)).toMatch(words);
  });

  it('shows nothing of a closed page', () => {
    const { container } = pane('0303');
    expect(textOf(container)).toMatch('Nothing of it is shown');
    expect(container.querySelector('.lines, .face__facts')).toBeNull();
  });

  it('shows a post in one paragraph, and below it what was taken out and what people wrote', () => {
    const { container } = render(ExhibitPane, { market: STORY_MARKET, adId: POST.id, ...seeStory(POST.id) });
    expect(within(container.querySelector('.lines--run') as HTMLElement).getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getAllByRole('heading').map(textOf)).toEqual(['Helpers, Kelvast', 'Earlier text', 'Comments']);
    const part = (name: string) => textOf(screen.getByRole('region', { name }));
    expect(part('Earlier text')).toContain('He waits in the car. Removed by the advertiser 14 min after posting');
    expect(part('Comments')).toContain('Tam 7 Mar, 10:00 UTC Which company is it?');
    expect(textOf(container)).toMatch(/Employer not stated Sector warehouse/);
  });

  it('shows neither part, and no list of lines, where there is nothing in it', () => {
    const bare = { ...POST, versions: POST.versions.slice(-1).map((one) => ({ ...one, sentences: [] })), comments: [] };
    const market = { ...STORY_MARKET, ads: [bare] };
    const served = serveAd(market, POST.id, NOW);
    const { container } = render(ExhibitPane, { market, adId: POST.id, served, seen: readServedAd(served) });
    expect(screen.getAllByRole('heading').map(textOf)).toEqual(['Helpers, Kelvast']);
    expect(container.querySelector('ol')).toBeNull();
  });
});
