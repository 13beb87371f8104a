import { fireEvent, screen } from '@testing-library/svelte';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkspaceDraft, type WorkspaceDraft } from '#kinds/detection/screens/workspace-draft.ts';
import { sitDown } from '../../../../support/kinds/detection/trainee.ts';

const isChecked = (name: RegExp) => (screen.getByRole('radio', { name }) as HTMLInputElement).checked;

/** A workspace whose draft is stored, and the same workspace after a reload. */
async function withDraft(opened: readonly string[]) {
  let kept: string | undefined;
  const keepDraft = (draft: WorkspaceDraft) => {
    kept = JSON.stringify(draft);
  };
  const workspace = await sitDown({ opened }, { keepDraft });
  return {
    ...workspace,
    kept: () => readWorkspaceDraft(JSON.parse(kept ?? '{}')),
    async reload() {
      const response = workspace.response();
      workspace.unmount();
      return sitDown(response, { draft: JSON.parse(kept ?? '{}'), keepDraft });
    },
  };
}

describe('an uncommitted draft', () => {
  it('survives a reload: triage, certainty, next step, list, and the open ad', async () => {
    const { click, press, acts, reload } = await withDraft(['0301', '0302', '0304']);
    await fireEvent.change(screen.getByRole('combobox', { name: 'Order' }), { target: { value: 'price' } });
    await click(/^0302/, 'link');
    await press('3', document.body);
    await press('8', document.body);
    await fireEvent.change(screen.getByRole('combobox', { name: /What would you do next/ }), {
      target: { value: 'preserve' },
    });
    await reload();
    expect(acts).toEqual([]);
    expect(screen.getByRole('heading', { name: 'Sela, new in Ostrel' })).toBeTruthy();
    expect([isChecked(/Prioritise/), isChecked(/^Fairly/)]).toEqual([true, true]);
    expect((screen.getByRole('combobox', { name: /What would you do next/ }) as HTMLSelectElement).value).toBe(
      'preserve',
    );
    expect((screen.getByRole('combobox', { name: 'Order' }) as HTMLSelectElement).value).toBe('price');
  });

  it('survives a reload with a selected place that has no sign yet', async () => {
    const { click, reload } = await withDraft(['0302']);
    await click(/Mark sentence 2/);
    const { click: clickAgain, acts } = await reload();
    expect(screen.getByRole('combobox', { name: 'Sentence 2. Which sign?' })).toBeTruthy();
    await clickAgain(/^A manager or driver named/, 'option');
    expect(acts).toEqual([{ type: 'ad.marked', ad: '0302', at: 's2', indicator: 'manager-reference' }]);
  });

  it('is deleted once it is committed', async () => {
    const { press, kept } = await withDraft(['0301']);
    await press('2', document.body);
    await press('9', document.body);
    expect(kept().judgements).toEqual({ '0301': { band: 'check', certainty: 3 } });
    await press('c', document.body);
    expect(kept().judgements).toEqual({});
  });

  it('yields to the log where the log never opened the ad', async () => {
    await sitDown({ opened: ['0301'] }, { draft: { openId: '0304', openAt: 's1', judgements: {}, filter: {} } });
    expect(screen.getByRole('heading', { name: 'Mira, Kelvast' })).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: /Which sign/ })).toBeNull();
  });

  it('reads any stored value without an error, and a valid draft unchanged', () => {
    const judgement = fc.record(
      {
        band: fc.constantFrom('none' as const, 'unknown' as const, 'urgent' as const),
        certainty: fc.constantFrom(1 as const, 2 as const, 3 as const),
        next: fc.constantFrom('keep' as const, 'preserve' as const),
      },
      { requiredKeys: [] },
    );
    const whole = fc.record({
      openId: fc.constantFrom('0301', '0302'),
      openAt: fc.constantFrom('s1' as const, 'f:phone' as const, 't:0-4' as const),
      judgements: fc.dictionary(fc.stringMatching(/^[a-z0-9]{4}$/), judgement),
      filter: fc.record({
        query: fc.string(),
        chosen: fc.record({ town: fc.string() }),
        order: fc.constantFrom('posted' as const, 'price' as const),
      }),
    });
    fc.assert(
      fc.property(whole, (draft) => {
        expect(readWorkspaceDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const draft = readWorkspaceDraft(value);
        expect(draft.filter.order).toBeTruthy();
        expect(Object.values(draft.judgements).every((one) => typeof one === 'object')).toBe(true);
      }),
    );
  });
});
