import { fireEvent, render } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { actsInOrder } from '#case/debrief/screens/acts-in-order.ts';
import Said from '#case/debrief/screens/Said.svelte';
import { piecesOf } from '#case/debrief/screens/sentence-pieces.ts';
import ofCase from '#words/case/sentences.json' with { type: 'json' };
import words from '#words/kinds/detection/debrief.json' with { type: 'json' };
import ofWorkbench from '#words/kinds/preservation/debrief.json' with { type: 'json' };

const said = (id: string, params: Record<string, string | number>, events: number[] = []) => ({ id, params, events });

describe('a sentence', () => {
  it('has its values inserted, with ads and sign as separate pieces', () => {
    const [before = '', after = ''] = words['find.missed'].replace('{count}', '2').split('{ads}');
    expect(piecesOf(said('find.missed', { count: 2, ads: '0302, 0304' }), words)).toEqual([
      { kind: 'text', text: before },
      { kind: 'ads', ads: ['0302', '0304'] },
      { kind: 'text', text: after },
    ]);
    expect(piecesOf(said('next.sign', { sign: 'same-room' }), words)[1]).toEqual({
      kind: 'signs',
      signs: ['same-room'],
    });
    expect(piecesOf(said('gate.never.shut', { count: 2, nevers: 'payment, deleted' }), ofWorkbench)[1]).toEqual({
      kind: 'nevers',
      nevers: ['payment', 'deleted'],
    });
  });

  it('of a kind or of the case has its words, and is shown under its id where neither has any', () => {
    expect(piecesOf(said('find.judged.all', {}), words)).toEqual([{ kind: 'text', text: words['find.judged.all'] }]);
    expect(piecesOf(said('case.red.none', {}), words)).toEqual([{ kind: 'text', text: ofCase['case.red.none'] }]);
    expect(piecesOf(said('court.nothing', {}), words)).toEqual([{ kind: 'text', text: 'court.nothing' }]);
  });

  it('lists ads and log entries up to a limit, the rest on request; a single further one at once', async () => {
    const ads = '0302, 0304, 0306, 0308';
    const sentence = said('find.missed', { count: 4, ads }, [1, 2, 3, 4, 5, 6, 7, 8, 8]);
    const { container } = render(Said, { sentence, words, base: '/', most: 2, adLink: (ad: string) => `#ad-${ad}` });
    const text = () => container.textContent?.replaceAll(/\s+/g, ' ').trim();
    const links = () => [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    const whole = (list: string, log: string) =>
      `${words['find.missed'].replace('{count}', '4').replace('{ads}', list)} attempt log ${log}`;
    expect(text()).toBe(whole('0302, 0304 and 2 more', '1, 2, 3, 4, 5, 6 and 2 more'));
    expect(links()).toEqual(['#ad-0302', '#ad-0304']);

    for (const button of container.querySelectorAll('button')) await fireEvent.click(button);
    expect(text()).toBe(whole(ads, '1, 2, 3, 4, 5, 6, 7, 8'));
    expect(links()).toHaveLength(4);

    const { container: short } = render(Said, {
      sentence: said('find.missed', { count: 3, ads: '0302, 0304, 0306' }, [1, 2, 3, 4, 5, 6, 7]),
      words,
      base: '/',
      most: 2,
    });
    expect(short.querySelector('button')).toBeNull();
    expect(short.textContent).toContain('0306');
  });
});

describe('acts in order', () => {
  it('lists each act once, by its first entry, and the offered acts that were never done', () => {
    const done = [
      { act: 'preserve', seq: 9 },
      { act: 'notify', seq: 4 },
      { act: 'preserve', seq: 2 },
    ] as const;
    expect(actsInOrder({ done, offered: ['preserve', 'contact', 'notify'] })).toEqual({
      done: [
        { act: 'preserve', entries: [2, 9] },
        { act: 'notify', entries: [4] },
      ],
      never: ['contact'],
    });
  });
});
