import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import SceneFrame from '#case/play/screens/decision/SceneFrame.svelte';
import Wait from '#case/play/screens/decision/Wait.svelte';

const given = (changes: object = {}) => ({
  title: 'A call is due',
  sub: 'Day 1',
  text: 'The desk will ring.',
  now: 'Day 1, 18:10 UTC',
  until: 'Day 1, 19:10 UTC',
  minutes: 60,
  left: '1 h 0 min',
  extended: { times: 0, most: 10 },
  options: [{ id: 'ring', text: 'Ring the desk at once.' }],
  choose: vi.fn(),
  wait: vi.fn(),
  extend: vi.fn(),
  ...changes,
});

describe('a time that runs in the case', () => {
  it('shows its end, can be skipped, and says what time it will then be', async () => {
    const props = given();
    render(Wait, props);
    expect(screen.getByRole('status').textContent).toMatch(/18:10.*19:10.*1 h 0 min/s);
    expect(screen.getByText('It will then be Day 1, 19:10 UTC.')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Let the time pass' }));
    expect(props.wait).toHaveBeenCalledOnce();
    expect(props.choose).not.toHaveBeenCalled();
  });

  it('offers what can be done before', async () => {
    const props = given();
    render(Wait, props);
    await fireEvent.click(screen.getByRole('radio', { name: 'Ring the desk at once.' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Do this' }));
    expect(props.choose).toHaveBeenCalledExactlyOnceWith('ring');
  });

  it('gives more time on request up to the limit, and then says so', async () => {
    const props = given();
    const { rerender } = render(Wait, props);
    const more = screen.getByRole('button', { name: 'Ask for more time: 60 minutes' });
    await fireEvent.click(more);
    expect(props.extend).toHaveBeenCalledOnce();

    await rerender({ extended: { times: 10, most: 10 } });
    expect(screen.getByText('asked for 10 of 10 times')).toBeTruthy();
    await fireEvent.click(more);
    expect(props.extend).toHaveBeenCalledOnce();
    expect(screen.getByText(/as long as you like/)).toBeTruthy();
  });

  it('offers no action in a read-only tab', () => {
    render(Wait, given({ readOnly: true }));
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('a scene', () => {
  it('that is an inject is set apart, with sender and time', () => {
    render(SceneFrame, {
      title: 'A report',
      sub: 'Day 2',
      text: 'Please look.',
      slip: { from: 'The legal desk', at: 'Day 2, 10:15 UTC' },
    });
    const slip = screen.getByRole('article', { name: 'A message that comes in' });
    expect(slip.textContent).toMatch(/The legal desk.*Day 2, 10:15 UTC.*Please look/s);
  });

  it('with heavy content warns before its text', () => {
    render(SceneFrame, { title: 'T', sub: 'S', text: 'The text.', notice: 'This speaks of pressure.' });
    const notice = screen.getByText('This speaks of pressure.');
    expect(notice.compareDocumentPosition(screen.getByText('The text.'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(screen.queryByRole('article')).toBeNull();
  });

  it('marks the words of the case with their language, but not those of the page', () => {
    render(SceneFrame, { title: 'Ein Anruf', sub: 'Day 1', text: 'Es klingelt.', lang: 'de' });
    expect(screen.getByRole('heading', { level: 1 }).getAttribute('lang')).toBe('de');
    expect(screen.getByText('Es klingelt.').closest('[lang="de"]')).toBeTruthy();
    expect(screen.getByText('Day 1').closest('[lang]')).toBeNull();
  });
});
