import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { CaseText, Step } from './case-text.ts';
import { words } from './case-words.ts';
import { TeamPlayer } from './team-player.ts';
import { expect } from './test.ts';
import { watchTrouble } from './trouble.ts';
import type { Workshop } from './workshop.ts';

const t = words.team;

/** What a team does on this day. */
export interface Day {
  readonly name: string;
  readonly device?: BrowserContextOptions;
  /** Judges one ad of the market, or hands over the card that is withheld. */
  readonly atMarket?: (team: TeamPlayer) => Promise<void>;
  /** Steps at the desk on which nobody votes. */
  readonly desk: readonly string[];
  readonly decides: readonly (readonly [...Step, votes: Readonly<Record<string, number>>])[];
  readonly handsIn: 'lan' | 'line' | 'file';
}

/** A team at its laptop, from its way in to its result. */
export class JoinedTeam {
  readonly day: Day;
  team!: TeamPlayer;
  /** The file that it has saved of its attempt. */
  saved = '';
  readonly #browser: Browser;
  readonly #text: CaseText;
  readonly #workshop: Workshop;
  #context!: BrowserContext;
  #trouble: string[] = [];

  constructor(day: Day, browser: Browser, text: CaseText, workshop: Workshop) {
    this.day = day;
    this.#browser = browser;
    this.#text = text;
    this.#workshop = workshop;
  }

  async #open(): Promise<void> {
    this.#context = await this.#browser.newContext(this.day.device ?? {});
    this.#trouble = watchTrouble(this.#context);
    this.team = new TeamPlayer(await this.#context.newPage(), this.#text, this.#workshop);
  }

  async joins(): Promise<void> {
    await this.#open();
    await this.team.join(this.day.name, 3);
    expect(await this.team.page.evaluate(() => isSecureContext)).toBe(false);
    if (this.day.device) await expectNoSideways(this.team.page);
  }

  sees(name: string): Promise<void> {
    return expect(this.team.heading(name)).toBeVisible();
  }

  async searches(): Promise<void> {
    const { find } = this.team;
    await this.day.atMarket?.(this.team);
    if (this.day.device) {
      await expectNoSideways(this.team.page);
      await find.bookTab.tap();
      await expectNoSideways(this.team.page);
    }
    await this.team.finishFind();
  }

  async goesToTheGate(): Promise<void> {
    for (const option of this.day.desk) await this.team.takePlain('desk', option);
    await this.sees(t('gate'));
    if (this.day.device) await expectNoSideways(this.team.page);
  }

  /** Its laptop stops. */
  drops(): Promise<void> {
    return this.#context.close();
  }

  async returns(): Promise<void> {
    await this.#open();
    await this.team.joinAgain(this.day.name, 3);
    // What its last step led to is shown once more, as after every reload.
    await this.team.goOnButton.click();
    await this.sees(t('gate'));
  }

  /** Votes and decides; a team without a network goes on as well. */
  async decides(): Promise<void> {
    const { decides, handsIn } = this.day;
    await expect(this.team.screen('d01')).toBeVisible();
    if (handsIn !== 'lan') await this.#context.setOffline(true);
    for (const [state, option, votes] of decides) {
      await this.team.decideTogether(state, option, votes, `${this.day.name} has a reason.`);
      if (this.day.device) await expectNoSideways(this.team.page);
    }
  }

  async handsIn(): Promise<void> {
    const { team, day } = this;
    const early = team.page.getByText(t('hand-in.early'));
    await expect(early.or(team.heading(t('gate.ended')))).toBeVisible();
    if (await early.isVisible()) await early.click();
    if (day.handsIn === 'lan') {
      await team.button(t('hand-in.do')).click();
      await expect(team.page.getByText(/^Handed in at \d\d:\d\d$/)).toBeVisible();
    } else {
      await team.page.getByText(t('hand-in.other')).click();
      const download = team.page.waitForEvent('download');
      await team.button(t('hand-in.file.do')).click();
      this.saved = await (await download).path();
    }
    if (day.device) await expectNoSideways(team.page);
  }

  /** The groups of its result line, as they are read aloud. */
  async line(): Promise<string> {
    const groups = this.team.page.getByRole('list', { name: t('hand-in.line') }).locator('li > span');
    return (await groups.allTextContents()).join(' ');
  }

  /** What it played, by the file that it saved. */
  get savedLog(): AttemptLog | undefined {
    return this.saved === '' ? undefined : (JSON.parse(readFileSync(this.saved, 'utf8')) as { log: AttemptLog }).log;
  }

  async leaves(): Promise<void> {
    await this.#context.close();
    // What is not released is 404, and a network that is cut says so.
    expect(this.#trouble.filter((said) => !/status of 40[49]|net::ERR_/.test(said))).toEqual([]);
  }
}

/** Nothing is wider than the window. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(window ?? 0);
}
