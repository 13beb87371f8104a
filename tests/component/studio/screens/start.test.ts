import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import StudioStart from '#studio/screens/StudioStart.svelte';
import { ARCHIVE_CODES } from '#studio/use-cases/case-archive.ts';
import messages from '#words/studio/studio.json' with { type: 'json' };

const KEPT = new Date(2031, 4, 5, 14, 12);
const VERSION = { scenarioHash: '', marketId: '' };
const SHIPPED = [
  { ...VERSION, id: 'after-the-visit', title: 'After the visit', level: 2, scenes: 40, decisions: 13, exercises: 0 },
  { ...VERSION, id: 'five-signs', title: 'Five signs', level: 2, scenes: 20, decisions: 1, exercises: 2 },
];
const PATTERNS = [
  { decision: 'D04', title: 'What is said when somebody else answers', meters: ['safety', 'evidence'] as const },
  { decision: 'D27', title: 'What happens about money', meters: ['law', 'say'] as const },
];
const DRAFTS = [
  { id: 'd1', title: 'Night shift', href: '?d1', begunFrom: 'After the visit', findings: 2, keptAt: KEPT },
  { id: 'd2', title: '', href: '?d2', findings: 0, keptAt: KEPT, givenOutAt: KEPT },
];

function show(more: object = {}) {
  const heard = {
    onbegin: vi.fn(),
    onbring: vi.fn(),
    ondrop: vi.fn(),
    ontextonly: vi.fn(),
    ongive: vi.fn(),
    onremove: vi.fn(),
    onrestore: vi.fn(),
    onsaveleft: vi.fn(),
  };
  render(StudioStart, {
    drafts: DRAFTS,
    broken: [],
    lasting: true,
    shipped: SHIPPED,
    patterns: PATTERNS.map((pattern) => ({ ...pattern, meters: [...pattern.meters] })),
    markets: [
      { id: 'BUY', name: 'Tessaval' },
      { id: 'REG', name: 'Norvelane' },
    ],
    ...heard,
    ...more,
  });
  return heard;
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const call = (title: string) => fireEvent.input(screen.getByLabelText('Working title'), { target: { value: title } });

describe('the drafts', () => {
  it('say what each began with, what is to mend, and whether a copy was given out', () => {
    show();
    const [night, untitled] = screen.getAllByRole('row').slice(1);

    expect(night?.textContent).toMatch(/Night shift.*After the visit.*2 to mend.*never/s);
    expect(untitled?.textContent).toMatch(/Draft without a title.*one empty scene.*none/s);
    expect(untitled?.textContent).not.toMatch(/never/);
    expect(
      within(night as HTMLElement)
        .getByRole('link', { name: 'Night shift' })
        .getAttribute('href'),
    ).toBe('?d1');
  });

  it('are removed only after a question, which says where no copy was given out', async () => {
    const { onremove } = show();
    await press('Remove Night shift');
    const asked = screen.getByRole('dialog');
    expect(asked.textContent).toMatch(/No copy of it was ever given out/);
    await fireEvent.click(within(asked).getByRole('button', { name: 'Keep it' }));
    expect(onremove).not.toHaveBeenCalled();

    await press('Remove Night shift');
    await press('Remove the draft');
    expect(onremove).toHaveBeenCalledExactlyOnceWith('d1');
  });

  it('go out as a zip, and into a folder only where the browser can', async () => {
    const { ongive } = show();
    await press('Give out Night shift');
    expect(screen.queryByRole('button', { name: 'Into a folder' })).toBeNull();
    await press('As a zip file');
    expect(ongive).toHaveBeenCalledExactlyOnceWith('d1', 'zip');
  });

  it('offer the last good text of a draft that was cut off, and what is left of it', async () => {
    const { onrestore, onsaveleft } = show({ broken: [{ id: 'd3', before: KEPT }, { id: 'd4' }] });

    await press(/^Open the text of/);
    expect(onrestore).toHaveBeenCalledExactlyOnceWith('d3');
    const [, alone] = screen.getAllByRole('button', { name: 'Save what is left' });
    await fireEvent.click(alone as HTMLElement);
    expect(onsaveleft).toHaveBeenCalledExactlyOnceWith('d4');
  });

  it('say that there are none, and that a browser keeps none', () => {
    show({ drafts: [], lasting: false });

    expect(screen.getByText('No drafts in this browser')).toBeTruthy();
    expect(screen.getByText(/a draft is lost when the page closes/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('a new case', () => {
  it('begins with a copy, without a market of its own', async () => {
    const { onbegin } = show();
    await choose(/After the visit/);
    await call(' Night shift ');
    expect(screen.queryByLabelText('State and market')).toBeNull();
    await press('Begin with this copy');

    expect(onbegin).toHaveBeenCalledExactlyOnceWith({
      start: { from: 'case', id: 'after-the-visit' },
      title: 'Night shift',
    });
  });

  it('begins with a pattern in the market that was chosen', async () => {
    const { onbegin } = show();
    await choose(/After the visit/);
    await choose(/D27/);
    expect((screen.getByRole('radio', { name: /After the visit/ }) as HTMLInputElement).checked).toBe(false);
    await call('Two keys');
    await fireEvent.change(screen.getByLabelText('State and market'), { target: { value: 'REG' } });
    await press('Begin with this pattern');

    expect(onbegin).toHaveBeenCalledExactlyOnceWith({
      start: { from: 'pattern', decision: 'D27' },
      title: 'Two keys',
      market: 'REG',
    });
  });

  it('asks for a choice and for a title before it begins', async () => {
    const { onbegin } = show();
    await press('Begin with what you choose');
    expect(screen.getByText(/Choose a case or a pattern first/)).toBeTruthy();
    await press('Begin with one empty scene');
    expect(document.activeElement).toBe(screen.getByLabelText('Working title'));
    expect(screen.getByText(/Give the case a working title/)).toBeTruthy();
    expect(onbegin).not.toHaveBeenCalled();

    await call('New');
    await press('Begin with one empty scene');
    expect(onbegin).toHaveBeenCalledExactlyOnceWith({ start: { from: 'empty' }, title: 'New', market: 'BUY' });
  });

  it('is found by the words of a case or a pattern, by number and by meter', async () => {
    show();
    const titles = async (words: string) => {
      await fireEvent.input(screen.getByLabelText('Find a case or a pattern'), { target: { value: words } });
      return screen.queryAllByRole('radio').length;
    };

    expect(await titles('')).toBe(4);
    expect(await titles('FIVE')).toBe(1);
    expect(await titles('d04')).toBe(1);
    expect(await titles('own say')).toBe(1);
    expect(await titles('zebra')).toBe(0);
    expect(screen.getByText('No shipped case has these words.')).toBeTruthy();
  });
});

describe('a case from elsewhere', () => {
  it('is handed over as it was chosen, also a second time', async () => {
    const { onbring } = show();
    const file = new File(['x'], 'old.zip');
    await fireEvent.change(screen.getByLabelText('Choose a file'), { target: { files: [file] } });

    expect(onbring).toHaveBeenCalledExactlyOnceWith([file], 'file');
  });

  it('is refused by name with each reason, and with the text alone where there is one', async () => {
    const remarks = ['door.jpg', 'hall.png'].map((name) => ({ code: 'picture', params: { name } }));
    const { ontextonly } = show({ brought: { name: 'old.zip', ok: false, remarks, hasText: true } });

    expect(screen.getByText('old.zip was not taken in. Your drafts are as before.')).toBeTruthy();
    expect(screen.getByText(/^door.jpg is a picture/)).toBeTruthy();
    expect(screen.getByText(/^hall.png is a picture/)).toBeTruthy();
    await press('Take in the text only');
    expect(ontextonly).toHaveBeenCalledOnce();
  });

  it('has a sentence for each reason', () => {
    for (const code of ARCHIVE_CODES) expect(messages).toHaveProperty([`archive.${code}`]);
  });
});
