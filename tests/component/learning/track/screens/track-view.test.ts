import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { ABOUT_WORDS_OF_ALL } from '#kinds/shipped/screens/about-words.ts';
import type { Track } from '#learning/track/model/track.ts';
import { trackStanding } from '#learning/track/model/track-standing.ts';
import TrackView from '#learning/track/screens/TrackView.svelte';

const questions = [{ id: 'j1.1', text: 'now', right: { first: 0 } }];
const track: Track = {
  id: 'judge',
  title: 'Track',
  lead: 'Lead.',
  steps: [
    { kind: 'lesson', id: 'lesson-j1', title: 'Ten', minutes: 14, why: 'First.', path: 'learn/j1/', questions },
    { kind: 'page', id: 'page-d', title: 'Drill', minutes: 20, why: 'Then.', path: 'evidence/drill/' },
    { kind: 'case', id: 'case-a', title: 'File', minutes: 30, why: 'Now.', path: 'cases/a/', scenario: 'a' },
    { kind: 'return', id: 'return-2', title: 'Again', minutes: 10, why: 'Last.', path: 'judges/again/', day: 2 },
  ],
};
const nothing = { answers: [], marks: [], cases: {}, today: '2031-03-01' };
const rowOf = (name: string) =>
  screen.getByRole('rowheader', { name: new RegExp(`^${name}`) }).closest('tr') as HTMLElement;

describe('a track on the screen', () => {
  it('claims nothing before it knows what the device holds', () => {
    render(TrackView, { handledWords: ABOUT_WORDS_OF_ALL, track, base: '/' });

    expect(screen.getAllByRole('row')).toHaveLength(5);
    expect(screen.queryByText('Done')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('leads to the first step on an empty device, and says when a return opens', () => {
    render(TrackView, { handledWords: ABOUT_WORDS_OF_ALL, track, standing: trackStanding(track, nothing), base: '/' });

    expect(screen.getByRole('link', { name: 'Begin: Ten' }).getAttribute('href')).toBe('/learn/j1/');
    expect(within(rowOf('Again')).getByText('Opens 2 days after your first answer')).toBeTruthy();
    expect(screen.getByText('0 of 3')).toBeTruthy();
    expect(screen.getByText('0 of 1')).toBeTruthy();
  });

  it('goes on with the next step, names the day of what is done, and calls a tick a tick', () => {
    const wall = '2031-03-01T10:00:00Z';
    const answers = [{ schema: 'answer/2' as const, id: 'a', question: 'j1.1', text: 'now', chosen: 0, wall }];
    const marks = [{ schema: 'page-mark/1' as const, path: 'evidence/drill/', wall }];
    const onmark = vi.fn();
    const standing = trackStanding(track, { ...nothing, answers, marks });
    render(TrackView, { handledWords: ABOUT_WORDS_OF_ALL, track, standing, due: 2, base: '/', onmark });

    expect(within(rowOf('Ten')).getByText('Done, 2031-03-01')).toBeTruthy();
    expect(within(rowOf('Drill')).getByText('Ticked by you, 2031-03-01')).toBeTruthy();
    expect(screen.getByText(/2 questions/)).toBeTruthy();
    const [done, ticked] = ['Done', 'Ticked by you'].map(
      (name) => screen.getByText(name).nextElementSibling?.textContent,
    );
    expect([done, ticked]).toEqual(['1 of 3', '1 of 1']);
    screen.getByRole('button', { name: 'Take the tick away: Drill' }).click();
    expect(onmark).toHaveBeenCalledWith('evidence/drill/', false);
  });

  it('says of a case how much was handled, and does not call a case done in which nothing was', () => {
    const last = '2031-03-01T10:00:00Z';
    const handled = (n: number) => ({
      decisions: 0,
      exercises: [{ state: 'find', counts: [{ id: 'detection.ads', n, of: 41 }] }],
    });
    const show = (at: 'ended' | 'done', n: number) =>
      render(TrackView, {
        handledWords: ABOUT_WORDS_OF_ALL,
        track,
        standing: trackStanding(track, { ...nothing, cases: { a: { at, last, handled: handled(n) } } }),
        base: '/',
      });

    const some = show('done', 2);
    expect(within(rowOf('File')).getByText('Ended, 2031-03-01')).toBeTruthy();
    expect(within(rowOf('File')).getByText('Ads judged: 2 of 41')).toBeTruthy();
    expect(screen.getByText('1 of 3')).toBeTruthy();
    some.unmount();
    show('ended', 0);
    expect(within(rowOf('File')).getByText('Ended, 2031-03-01, with nothing handled')).toBeTruthy();
    expect(screen.getByText('0 of 3')).toBeTruthy();
  });
});
