import { render, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import DeskFacts from '#ui/requests/DeskFacts.svelte';
import messages from '#words/requests.json' with { type: 'json' };
import { DESK, market } from './small-desk.ts';

const t = translator(messages);

describe('what everyone can know before a letter', () => {
  test.each([
    [true, 'facts.emergency', 'facts.emergency.none'],
    [false, 'facts.emergency.none', 'facts.emergency'],
    [undefined, 'facts.emergency.none', 'facts.emergency'],
  ] as const)('says whether orders for danger to life are open: %s', (emergency, said, unsaid) => {
    render(DeskFacts, { props: { desk: { ...DESK, ...(emergency !== undefined && { emergency }) }, market } });

    expect(screen.queryByText(t(said))).not.toBeNull();
    expect(screen.queryByText(t(unsaid))).toBeNull();
  });
});
