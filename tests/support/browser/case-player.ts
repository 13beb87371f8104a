import { expect, type Locator, type Page } from '@playwright/test';
import { CaptureWorkbench } from './capture-bench.ts';
import type { CaseText, Step } from './case-text.ts';
import { beginning, words } from './case-words.ts';
import { FindWorkspace } from './find-workspace.ts';
import { storedRecords } from './stored-records.ts';

/** A trainee at the case page: finds things as a reader does, by role and name, and does one thing at a time. */
export class CasePlayer {
  readonly page: Page;
  readonly text: CaseText;
  /** Address of the page of the case. */
  readonly address: string;
  readonly find: FindWorkspace;
  readonly workbench: CaptureWorkbench;
  readonly main: Locator;
  readonly notices: Locator;
  readonly beginButton: Locator;
  readonly goOnButton: Locator;
  readonly nextButton: Locator;
  /** Lets the time of a timer pass. */
  readonly passButton: Locator;
  readonly doButton: Locator;
  readonly pauseButton: Locator;
  readonly restartButton: Locator;
  readonly offlineReady: Locator;
  readonly saveReportButton: Locator;
  /** Opens every part of the debrief. */
  readonly openAllButton: Locator;

  constructor(page: Page, text: CaseText, address = text.path) {
    this.page = page;
    this.text = text;
    this.address = address;
    this.find = new FindWorkspace(page);
    this.workbench = new CaptureWorkbench(page, text);
    this.main = page.getByRole('main');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    this.notices = page.getByRole('region', { name: words.case('notices') });
    this.beginButton = button(words.case('begin'));
    this.goOnButton = button(words.reach('go-on'));
    // After an exercise without a story nothing follows, and the button says so.
    this.nextButton = button(words.room('proceed')).or(button(words.room('feedback.end')));
    this.passButton = button(words.reach('wait.pass'));
    this.doButton = button(words.reach('do'));
    this.pauseButton = page.getByRole('button', { name: beginning(words.room('pause')) });
    this.restartButton = page
      .getByRole('main')
      .getByRole('button', { name: words.room('restart'), exact: true })
      .first();
    this.offlineReady = page.getByText(words.case('offline.ready'), { exact: true });
    this.saveReportButton = button(words.debrief('save'));
    this.openAllButton = button(words.debrief('folds.open'));
  }

  /** Opens the page of the case and waits until it answers to a hand. */
  async open(): Promise<void> {
    await this.page.goto(this.address);
    await this.awake();
  }

  async awake(): Promise<void> {
    await expect(this.page.locator('astro-island[ssr]')).toHaveCount(0);
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** The heading of the screen of a state. */
  screen(state: string): Locator {
    return this.heading(this.text.scene(state).title);
  }

  get consequence(): Locator {
    return this.heading(words.reach('then'));
  }

  /** The first page of the debrief, under the ending that the story took. */
  async seeFirstPage(ending: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: this.text.scene(ending).title })).toBeVisible();
    await expect(this.happened).toBeVisible();
  }

  /** The debrief under the ending that the story took, with all its parts open. */
  async seeDebrief(ending: string): Promise<void> {
    await this.seeFirstPage(ending);
    await this.openAllButton.click();
    await expect(this.criteria).toBeVisible();
  }

  /** What the first page of the debrief says. */
  get happened(): Locator {
    return this.page.getByRole('region', { name: words.debrief('happened'), exact: true });
  }

  /** Goes from the briefing, which is the first scene, to what follows. */
  async begin(): Promise<void> {
    await this.pressBegin();
    // A scene that the page held ready is disabled until its scripts and the market are here.
    await expect(this.page.locator('fieldset[data-scene]:disabled')).toHaveCount(0);
  }

  /** Presses the button of the briefing, and sees the next scene, which may not answer yet. */
  async pressBegin(): Promise<void> {
    const [next] = this.leavesTo(this.text.initial);
    await this.beginButton.click();
    await expect(this.screen(next ?? '')).toBeAttached();
  }

  /** Waits until so many steps are stored, for a test that then leaves the page faster than a person can. */
  async isStored(steps: number): Promise<void> {
    await expect.poll(() => storedRecords(this.page, 'checkathon', 'events')).toBeGreaterThanOrEqual(steps);
  }

  private leavesTo(state: string): string[] {
    const scene = this.text.state(state);
    return scene.type === 'narrative' ? scene.next.map(({ next }) => next) : [];
  }

  /** The state whose scene is on the screen, as soon as one is. */
  async stateOnScreen(): Promise<string> {
    let state: string | undefined;
    const heading = this.page.getByRole('heading', { level: 1 });
    await expect(async () => {
      const [text = ''] = await heading.allTextContents();
      state = this.text.stateUnder(text.trim());
      expect(state, `a scene under "${text}"`).toBeDefined();
    }).toPass({ intervals: [20, 50, 100] });
    return state ?? '';
  }

  option(state: string, id: string): Locator {
    return this.page.getByRole('radio', { name: this.text.option(state, id).text, exact: true });
  }

  /** Chooses, confirms, and sees the consequence. */
  async decide(state: string, id: string): Promise<void> {
    await expect(this.screen(state)).toBeVisible();
    await this.option(state, id).check();
    await this.doButton.click();
    await this.seeConsequence(state, id);
  }

  async seeConsequence(state: string, id: string): Promise<void> {
    await expect(this.consequence).toBeVisible();
    await expect(this.main.getByText(this.text.option(state, id).then)).toBeVisible();
    if (this.text.isRated(state)) await expect(this.main.getByText(words.reach('principle'))).toBeVisible();
  }

  /** Chooses, reads the consequence, and continues. */
  async take(state: string, id: string): Promise<void> {
    await this.decide(state, id);
    await this.goOn();
  }

  /** From what followed to the next screen. */
  async goOn(): Promise<void> {
    await this.goOnButton.click();
    await expect(this.consequence).toHaveCount(0);
  }

  async takeAll(steps: readonly Step[]): Promise<void> {
    for (const [state, option] of steps) await this.take(state, option);
  }

  /** From the briefing to the hub, with no ad judged. */
  async skipFind(): Promise<void> {
    await this.begin();
    await this.find.finish();
    await expect(this.heading(words.room('feedback.title'))).toBeVisible();
    await this.nextButton.click();
    await expect(this.screen('desk')).toBeVisible();
  }

  /** The criteria that the debrief shows, by their names. */
  get criteria(): Locator {
    return this.page.getByRole('table', { name: words.debrief('criteria.caption') });
  }

  criterion(id: string): Locator {
    return this.criteria.getByRole('rowheader', {
      name: beginning(words.criterion(`criterion.${id as 'outreach.decisions'}`)),
    });
  }

  /** The row of a criterion: points, best, and what they say in words. */
  criterionRow(id: string): Locator {
    return this.criterion(id).locator('xpath=..');
  }

  get figures(): Locator {
    return this.page.getByRole('table', { name: words.debrief('figures.caption') });
  }

  get pathDrawing(): Locator {
    return this.page.getByRole('region', { name: beginning(words.debrief('path.through')) });
  }

  notice(name: string): Locator {
    return this.notices.getByText(name, { exact: true });
  }

  notStored(): Locator {
    return this.notice(words.case('notStored'));
  }

  otherTab(): Locator {
    return this.notice(words.case('otherTab'));
  }

  get takeOverButton(): Locator {
    return this.notices.getByRole('button', { name: words.case('otherTab.take') });
  }

  setAside(): Locator {
    return this.notice(words.case('setAside'));
  }

  get setAsideDownload(): Locator {
    return this.notices.getByRole('button', { name: words.case('setAside.download') });
  }

  get restartDialog(): Locator {
    return this.page.getByRole('dialog', { name: words.case('again') });
  }

  async startAgain(): Promise<void> {
    await this.restartButton.click();
    await this.restartDialog.getByRole('button', { name: words.case('again.confirm') }).click();
  }

  get calmScreen(): Locator {
    return this.heading(words.case('paused'));
  }

  async resume(): Promise<void> {
    await this.page.getByRole('button', { name: words.case('paused.goOn'), exact: true }).click();
    await expect(this.calmScreen).toHaveCount(0);
  }
}
