import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { CardProfile } from '#core/market/card-profile.ts';
import Briefing from '#ui/case/Briefing.svelte';

const PROFILE: CardProfile = {
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

const given = (changes: object = {}) => ({
  title: 'A case',
  summary: 'In one line.',
  text: 'First paragraph.\nSecond paragraph.',
  contentLevel: 2,
  minutes: 40,
  role: { title: 'Analyst', text: 'You read public ads.' },
  profile: PROFILE,
  begin: vi.fn(),
  reviewed: false as const,
  base: '/kit/',
  ...changes,
});

describe('Briefing', () => {
  it('gives the content notice with a way out before the story', () => {
    render(Briefing, given());
    expect(screen.getByText('Content notice, level 2')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Skip this case' }).getAttribute('href')).toBe('/kit/practise/');
    const notice = screen.getByText('Content notice, level 2');
    const story = screen.getByText('First paragraph.');
    expect(notice.compareDocumentPosition(story) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  });

  it('has no notice where nothing calls for one', () => {
    render(Briefing, given({ contentLevel: 0 }));
    expect(screen.queryByText(/Content notice/)).toBeNull();
  });

  it('parts the text into paragraphs and says that nobody has reviewed the case', () => {
    render(Briefing, given());
    expect(screen.getByText('Second paragraph.').tagName).toBe('P');
    expect(screen.getByText(/Not yet reviewed by survivors/)).toBeTruthy();
  });

  it('begins by one main button', async () => {
    const props = given();
    render(Briefing, props);
    await fireEvent.click(screen.getByRole('button', { name: 'Begin the case' }));
    expect(props.begin).toHaveBeenCalledOnce();
  });

  it('offers to go on where an attempt is kept, first thing on the page', () => {
    const { container } = render(Briefing, given({ resumeAt: 'Reach out' }));
    expect(screen.getByText('You stopped at: Reach out')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Begin the case' })).toBeNull();
    expect(container.querySelectorAll('.button--main')).toHaveLength(1);
  });
});
