/**
 * Handles the first act of a case before its scripts are loaded: the button of the briefing works as soon as it is
 * painted, and the next scene is shown at once. Its controls are disabled until the scripts have recorded the act
 * (`first-act.ts`). If an attempt is stored on this device, another tab writes to the case, or
 * this laptop plays in a room, nothing is shown, because only the scripts can decide what to show. If the scripts cannot be loaded, the scene is removed, the notice
 * of a failed load appears at the button, and a press requests them again. Inlined into the page; imports nothing, so
 * that it costs no request.
 */
interface Island extends HTMLElement {
  start(): Promise<void>;
}
/** The island whose scripts failed to load, and the notice about it. */
let failed: Island | undefined;
let notice: Element | undefined;

const template = document.querySelector<HTMLTemplateElement>('template#next-scene');
const button = document.querySelector<HTMLButtonElement>('button[data-begin]');

if (template && button) {
  const { database = '', scenario = '', lock = '', session = '' } = template.dataset;
  const nothingInTheWay = Promise.all([hasNoStoredAttempt(database, scenario), isFree(lock), !hasStored(session)]).then(
    (all) => all.every(Boolean),
  );
  button.disabled = false;
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest('[data-begin]') || !template.isConnected) return;
    template.dataset['pressed'] = '';
    retryLoading();
    void nothingInTheWay.then((isFirst) => {
      if (!template.isConnected || template.dataset['held'] !== undefined) return;
      if (!isFirst || !show(template)) template.dataset['pressed'] = 'left to the scripts';
    });
  });
  // Event of the island's frame after its scripts failed to load twice, or failed to run.
  document.addEventListener('astro:hydration-error', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.contains(button)) return;
    failed = target as Island;
    restoreBriefing(template, button);
  });
}
applyLateStyle();

/**
 * Requests the failed scripts again. `restoreBriefing` has run before, so that the scripts find the page in its
 * initial state.
 */
function retryLoading(): void {
  const island = failed;
  failed = undefined;
  notice?.remove();
  notice = undefined;
  void island?.start();
}

/**
 * Removes the scene, whose controls would stay disabled, and reports at the button that the case could not be opened.
 */
function restoreBriefing(to: HTMLTemplateElement, begin: HTMLButtonElement): void {
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

/** Shows the next scene in place of the briefing; false if the page has none. */
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

/** True if storage has no open attempt at the case, or if there is no storage. Does not create a database. */
function hasNoStoredAttempt(name: string, scenario: string): Promise<boolean> {
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

/** True if the storage of this browser, or of this tab, has a value of that name. */
function hasStored(name: string): boolean {
  try {
    return (localStorage.getItem(name) ?? sessionStorage.getItem(name)) !== null;
  } catch {
    return false;
  }
}

/** True if no other tab writes to the case, or if the browser has no Web Locks. */
async function isFree(name: string): Promise<boolean> {
  const locks = navigator.locks as LockManager | undefined;
  const held = (await locks?.query())?.held ?? [];
  return held.every((lock) => lock.name !== name);
}

/** Activates the full style sheet, which is loaded after the first content. */
function applyLateStyle(): void {
  const link = document.querySelector<HTMLLinkElement>('link[data-late]');
  const take = () => {
    if (link) link.media = 'all';
  };
  if (link?.sheet) take();
  else link?.addEventListener('load', take);
}
