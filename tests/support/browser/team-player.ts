import { expect, type Locator, type Page } from '@playwright/test';
import { letterOf } from '#kernel/model/letter-of.ts';
import { CasePlayer } from './case-player.ts';
import type { CaseText } from './case-text.ts';
import { words } from './case-words.ts';
import type { Workshop } from './workshop.ts';

/** A team at its laptop: finds things as people do, by role and name. */
export class TeamPlayer extends CasePlayer {
  readonly workshop: Workshop;

  constructor(page: Page, text: CaseText, workshop: Workshop) {
    super(page, text);
    this.workshop = workshop;
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get bar(): Locator {
    return this.page.getByRole('region', { name: words.team('bar') });
  }

  /** Fills in the page of the room, whose word the address has brought. */
  async fillIn(name: string, people: number): Promise<void> {
    await this.page.goto(this.workshop.invitation);
    await this.page.getByLabel(words.team('join.name')).fill(name);
    await expect(this.page.getByLabel(words.team('join.word'))).toHaveValue(this.workshop.word);
    await this.page.getByRole('radio', { name: String(people), exact: true }).check({ force: true });
  }

  async join(name: string, people: number): Promise<void> {
    await this.fillIn(name, people);
    await this.button(words.team('join.do')).click();
    await this.inRoom();
  }

  /** Goes on as a team whose laptop has stopped, with the code that the facilitator reads out. */
  async joinAgain(name: string, people: number): Promise<void> {
    await this.fillIn(name, people);
    await this.button(words.team('join.do')).click();
    await this.button(words.team('join.again')).first().click();
    await this.giveCode((await this.workshop.team(name))?.code ?? 'no such team');
    await this.inRoom();
  }

  async giveCode(code: string): Promise<void> {
    await this.page.getByLabel(words.team('join.code')).fill(code);
    await this.page.keyboard.press('Enter');
  }

  /** At the case, and heard by the room. */
  async inRoom(): Promise<void> {
    await expect(this.bar).toContainText(words.team('bar.in'));
  }

  /** From the briefing to the hub, with no ad judged. */
  async throughFind(): Promise<void> {
    await this.begin();
    await this.finishFind();
    await expect(this.screen('desk')).toBeFocused();
  }

  /** Ends the search of the market. What it held opens later. */
  async finishFind(): Promise<void> {
    await this.find.finish();
    await expect(this.heading(words.team('later'))).toBeFocused();
    await this.button(words.team('later.go')).click();
  }

  /** Makes a choice that nobody votes on, and reads what followed. */
  async takePlain(state: string, option: string): Promise<void> {
    await this.option(state, option).check();
    await this.doButton.click();
    await expect(this.consequence).toBeVisible();
    await this.goOnButton.click();
  }

  /** Votes with raised cards, as many for each option, and stops where the team talks. */
  async voteByCards(state: string, votes: Readonly<Record<string, number>>): Promise<void> {
    const t = words.team;
    await expect(this.screen(state)).toBeVisible();
    await this.button(t('vote.cards')).click();
    const letters = this.text.scene(state).options.map(({ id }) => id);
    for (const [option, count] of Object.entries(votes))
      for (let n = 0; n < count; n++)
        await this.button(t('cards.more', { letter: letterOf(letters.indexOf(option)) })).click();
    await this.button(t('vote.show')).click();
  }

  /** Votes, decides with a reason, and reads what followed. */
  async decideTogether(
    state: string,
    option: string,
    votes: Readonly<Record<string, number>>,
    reason: string,
  ): Promise<void> {
    await this.voteByCards(state, votes);
    await this.option(state, option).check();
    await this.page.getByLabel(words.team('talk.why'), { exact: true }).fill(reason);
    await this.button(words.team('talk.decide')).click();
    await expect(this.consequence).toBeVisible();
    await this.goOnButton.click();
  }
}
