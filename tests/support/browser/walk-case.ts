import { expect } from '@playwright/test';
import type { CasePlayer } from './case-player.ts';
import type { Step } from './case-text.ts';
import { words } from './case-words.ts';
import { RequestDesk } from './request-desk.ts';

/**
 * Plays a case from its current scene to an end: takes the given options, reads the consequences, and leaves each
 * workbench at once, unless acts are given for it. Each screen is looked at before it is left. Returns the end that was
 * reached.
 */
export async function walkCase(
  player: CasePlayer,
  steps: readonly Step[],
  atWorkbench: (player: CasePlayer) => Promise<void> = async () => {},
  look: (player: CasePlayer) => Promise<void> = async () => {},
): Promise<string> {
  const left = [...steps];
  for (;;) {
    const id = await player.stateOnScreen();
    await look(player);
    const state = player.text.state(id);
    if (state.type === 'end') return id;
    if (state.type === 'decision') {
      const at = left.findIndex(([asked]) => asked === id);
      const [step] = at < 0 ? [] : left.splice(at, 1);
      if (step) {
        await player.decide(...step);
        await look(player);
        await player.goOn();
      } else await goOver(player, id);
    } else if (state.type === 'exercise') {
      if (state.kind === 'preservation') await leaveWorkbench(player, id, atWorkbench);
      else if (state.kind === 'requests') await leaveDesk(player, id);
      else if (state.kind === 'detection') await leaveFind(player);
      else await leaveBoard(player, id);
    } else {
      await (state.type === 'timer' ? player.passButton : player.nextButton).click();
      await expect(player.screen(id)).toHaveCount(0);
    }
  }
}

async function leaveWorkbench(player: CasePlayer, state: string, atWorkbench: (player: CasePlayer) => Promise<void>) {
  await atWorkbench(player);
  await player.workbench.finish();
  await expect(player.screen(state)).toHaveCount(0);
}

async function leaveDesk(player: CasePlayer, state: string) {
  await new RequestDesk(player.page).finish();
  await expect(player.screen(state)).toHaveCount(0);
}

/** Boards ask the same way before they are left: the button that finishes, and the one that says so again. */
async function leaveBoard(player: CasePlayer, state: string) {
  await player.main.getByRole('button', { name: /^Finish/ }).click();
  await player.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Finish/ })
    .click();
  await expect(player.screen(state)).toHaveCount(0);
}

async function leaveFind(player: CasePlayer) {
  await player.find.finish();
  const feedback = player.heading(words.room('feedback.title'));
  await expect(feedback).toBeVisible();
  await player.nextButton.click();
  await expect(feedback).toHaveCount(0);
}

/** To another part of the story that is open at the same time, where the steps say nothing about this one. */
async function goOver(player: CasePlayer, state: string) {
  const other = player.page.getByRole('navigation', { name: words.case('parts') }).getByRole('button');
  if ((await other.count()) === 0) throw new Error(`The steps say nothing, or nothing more, about ${state}.`);
  await other.first().click();
  await expect(player.screen(state)).toHaveCount(0);
}
