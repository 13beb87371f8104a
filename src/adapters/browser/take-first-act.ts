/**
 * Takes the first act of a case before its scripts are here: the button of the briefing works as soon as it is painted,
 * and the next scene is shown at once. Its controls wait for the scripts, which record the act (`first-act.ts`).
 * Where an attempt is kept on this device, or another tab writes to the case, nothing is shown: the scripts know more.
 * Where the scripts do not arrive, the scene goes back, the notice of a failed load stands at the button, and a press asks
 * for them once more.
 * Inlined into the page; imports nothing, so that it costs no request.
 */
interface Island extends HTMLElement {
  start(): Promise<void>;
}
/** The island whose scripts did not arrive, and the notice that says so. */
let failed: Island | undefined;
let notice: Element | undefined;

const template = document.querySelector<HTMLTemplateElement>('template#next-scene');
const button = document.querySelector<HTMLButtonElement>('button[data-begin]');

if (template && button) {
  const { database = '', scenario = '', lock = '' } = template.dataset;
  const nothingInTheWay = Promise.all([isNothingKept(database, scenario), isFree(lock)]).then((all) =>
    all.every(Boolean),
  );
  button.disabled = false;
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-begin]') || !template.isConnected) return;
    template.dataset['pressed'] = '';
    askAgain();
    void nothingInTheWay.then((isFirst) => {
      if (!template.isConnected || template.dataset['held'] !== undefined) return;
      if (!isFirst || !show(template)) template.dataset['pressed'] = 'left to the scripts';
    });
  });
  // The frame of the island tells so when its scripts could not be fetched twice, or do not run.
  document.addEventListener('astro:hydration-error', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.contains(button)) return;
    failed = target as Island;
    giveBack(template, button);
  });
}
takeLateStyle();

/** Once more asks for the scripts that did not arrive. The briefing is what it was before, so that they find it as they left it. */
function askAgain(): void {
  const island = failed;
  failed = undefined;
  notice?.remove();
  notice = undefined;
  void island?.start();
}

/** Takes back the scene, whose controls nobody would ever wake, and says at the button that the case could not be opened. */
function giveBack(to: HTMLTemplateElement, begin: HTMLButtonElement): void {
  const briefing = document.getElementById('briefing');
  const scene = to.isConnected ? document.querySelector('fieldset[data-scene]') : null;
  delete to.dataset['pressed'];
  if (scene && briefing) {
    to.content.append(scene);
    briefing.hidden = false;
    document.body.classList.remove('wide');
    begin.focus();
  }
  const words = document.querySelector<HTMLTemplateElement>('template#load-failed');
  notice = words?.content.firstElementChild?.cloneNode(true) as Element | undefined;
  if (notice) begin.parentElement?.before(notice);
}

/** Shows the next scene in place of the briefing; false where the page holds none. */
function show(from: HTMLTemplateElement): boolean {
  const scene = from.content.firstElementChild;
  const briefing = document.getElementById('briefing');
  if (!scene || !briefing) return false;
  briefing.hidden = true;
  from.before(scene);
  if (from.dataset['wide'] !== undefined) document.body.classList.add('wide');
  scrollTo({ top: 0 });
  const heading = scene.querySelector('h1');
  if (heading) heading.tabIndex = -1;
  heading?.focus({ preventScroll: true });
  return true;
}

/** True where no attempt at the case lies open in storage, and where there is no storage. Makes no database. */
function isNothingKept(name: string, scenario: string): Promise<boolean> {
  return new Promise((resolve) => {
    const nothing = () => resolve(true);
    try {
      const opening = indexedDB.open(name);
      opening.onupgradeneeded = () => opening.transaction?.abort();
      opening.onerror = nothing;
      opening.onsuccess = () => {
        const database = opening.result;
        try {
          const rows = database.transaction('attempts').objectStore('attempts').index('scenario').getAll(scenario);
          rows.onerror = nothing;
          rows.onsuccess = () => {
            database.close();
            resolve(rows.result.every(({ away }) => away !== undefined));
          };
        } catch {
          database.close();
          nothing();
        }
      };
    } catch {
      nothing();
    }
  });
}

/** True where no other tab writes to the case, and where a browser has no locks. */
async function isFree(name: string): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  const held = (await locks?.query())?.held ?? [];
  return held.every((lock) => lock.name !== name);
}

/** The whole style sheet, fetched behind the first words, takes effect as soon as it is here. */
function takeLateStyle(): void {
  const link = document.querySelector<HTMLLinkElement>('link[data-late]');
  const take = () => {
    if (link) link.media = 'all';
  };
  if (link?.sheet) take();
  else link?.addEventListener('load', take);
}
