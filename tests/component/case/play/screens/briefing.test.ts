import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import Briefing from '#case/play/screens/Briefing.svelte';
import type { CaseLanguage } from '#case/play/screens/case-language.ts';
import type { PlayedRole } from '#case/play/screens/played-role.ts';
import { sayScored } from '#case/play/screens/say-scored.ts';
import type { CardProfile } from '#market/ads/model/card-profile.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';

const PROFILE: CardProfile = {
  family: 'services',
  state: 'Tessaval',
  summary: 'Four towns.',
  law: ['Line one.', 'Line two.'],
  agencies: 'Not lawful.',
  symbols: 'None.',
  touring: 'Common.',
  reportTo: 'The facilitator tells.',
  languages: ['Tessaval'],
  towns: [
    { name: 'Ostrel', median: 150 },
    { name: 'Marrin', median: 160 },
  ],
  sites: [{ name: 'Small' }],
};

const ANALYST: PlayedRole = {
  title: 'Analyst',
  text: 'You read public ads.',
  operator: 'Analyst 1',
  legalBasis: 'Order 1',
  briefing: 'First paragraph.\nSecond paragraph.',
};

const ROLES: readonly PlayedRole[] = [
  { ...ANALYST, kind: 'police' },
  { ...ANALYST, kind: 'ngo', title: 'Worker', text: 'You answer the line.', briefing: 'The line rang.' },
];

const LANGUAGES: readonly CaseLanguage[] = [
  { locale: 'en', name: 'English', title: 'A case', summary: 'In one line.', missing: 0, stale: 0 },
  { locale: 'de', name: 'Deutsch', title: 'Ein Fall', summary: 'In einer Zeile.', missing: 3, stale: 1 },
];

const given = (changes: object = {}) => ({
  title: 'A case',
  summary: 'In one line.',
  contentLevel: 2,
  readsMarket: true,
  minutes: { from: 75, to: 90 },
  roles: [ANALYST],
  profile: PROFILE,
  ...sayScored(['detection'], KINDS),
  begin: vi.fn(),
  reviewed: false as const,
  base: '/kit/',
  ...changes,
});

describe('Briefing', () => {
  it('shows the content notice with an exit link before the story', () => {
    render(Briefing, given());
    expect(screen.getByText('Content notice, level 2')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Skip this case' }).getAttribute('href')).toBe('/kit/practise/');
    const notice = screen.getByText('Content notice, level 2');
    const story = screen.getByText('First paragraph.');
    expect(notice.compareDocumentPosition(story) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('announces the withheld card of a market only where its ads are read', () => {
    const { unmount } = render(Briefing, given());
    expect(screen.getByText(/withheld because it may concern a minor/)).toBeTruthy();
    unmount();
    render(Briefing, given({ readsMarket: false }));
    expect(screen.getByText(/pressure on people/)).toBeTruthy();
    expect(screen.queryByText(/withheld/)).toBeNull();
  });

  it('shows no notice for a case that needs none', () => {
    render(Briefing, given({ contentLevel: 0 }));
    expect(screen.queryByText(/Content notice/)).toBeNull();
  });

  it('splits the text into paragraphs and says that the case is unreviewed', () => {
    render(Briefing, given());
    expect(screen.getByText('Second paragraph.').tagName).toBe('P');
    expect(screen.getByText(/Not yet reviewed by survivors/)).toBeTruthy();
  });

  it('mentions judging ads only in a case with ads to judge', () => {
    const { rerender } = render(Briefing, given());
    expect(screen.getByText(/Ads that you flag and do not flag/)).toBeTruthy();
    expect(screen.getByText(/flag an ad without cause/)).toBeTruthy();
    expect(screen.queryByText('Each step towards the person.')).toBeNull();
    return rerender(given(sayScored(['preservation', 'order'], KINDS))).then(() => {
      expect(screen.queryByText(/Ads that you flag and do not flag/)).toBeNull();
      expect(screen.getByText('The order of your acts.')).toBeTruthy();
      expect(screen.queryByText('Doing nothing counts')).toBeNull();
    });
  });

  it('says of a part without words its name', () => {
    render(Briefing, given(sayScored(['tally', 'decisions'], KINDS)));
    expect(screen.getByText('tally')).toBeTruthy();
    expect(screen.getByText('Each step towards the person.')).toBeTruthy();
    expect(screen.getByText(/^It can be right to wait/)).toBeTruthy();
  });

  it('has one primary button, which begins the case', async () => {
    const props = given();
    render(Briefing, props);
    await fireEvent.click(screen.getByRole('button', { name: 'Begin the case' }));
    expect(props.begin).toHaveBeenCalledOnce();
  });

  it('offers to continue a saved attempt, at the top of the page', () => {
    const { container } = render(Briefing, given({ resumeAt: 'Reach out' }));
    expect(screen.getByText('You stopped at: Reach out')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Begin the case' })).toBeNull();
    expect(container.querySelectorAll('.button--main')).toHaveLength(1);
  });

  it('offers no choice of role or language where only one exists', () => {
    render(Briefing, given());
    expect(screen.queryByRole('radio')).toBeNull();
    expect(screen.getByRole('heading', { name: 'Your role: Analyst' })).toBeTruthy();
  });

  it('offers the roles with their powers, the default one first and selected', async () => {
    const chooseRole = vi.fn();
    render(Briefing, given({ roles: ROLES, chooseRole }));
    const group = screen.getByRole('group', { name: 'Which role do you take?' });
    const [usual, other] = within(group).getAllByRole('radio') as HTMLInputElement[];
    expect([usual?.checked, other?.checked]).toEqual([true, false]);
    expect(group.textContent).toMatch(/You collect no evidence/);
    await fireEvent.click(other as HTMLInputElement);
    expect(chooseRole).toHaveBeenCalledExactlyOnceWith('ngo');
  });

  it('shows the words of the chosen role', () => {
    render(Briefing, given({ roles: ROLES, role: 'ngo' }));
    expect(screen.getByRole('heading', { name: 'Your role: Worker' })).toBeTruthy();
    expect(screen.getByText('The line rang.')).toBeTruthy();
    expect(screen.queryByText('First paragraph.')).toBeNull();
  });

  it('offers the languages by their own names, marks the words as theirs and counts what is missing or old', async () => {
    const chooseLocale = vi.fn();
    const { rerender } = render(Briefing, given({ languages: LANGUAGES, chooseLocale }));
    await fireEvent.click(screen.getByRole('radio', { name: 'Deutsch' }));
    expect(chooseLocale).toHaveBeenCalledExactlyOnceWith('de');
    expect(screen.getByText('Deutsch').getAttribute('lang')).toBe('de');
    expect(screen.queryByText(/not translated yet/)).toBeNull();

    await rerender({ locale: 'de', lang: 'de', text: 'Erster Absatz.' });
    expect(screen.getByRole('heading', { level: 1, name: 'Ein Fall' }).getAttribute('lang')).toBe('de');
    expect(screen.getByText('Erster Absatz.').closest('[lang]')?.getAttribute('lang')).toBe('de');
    expect(screen.getByText(/not translated yet: 3\. They stand in the language of the case, English/)).toBeTruthy();
    expect(screen.getByText(/changed since they were translated: 1/)).toBeTruthy();
  });
});
