/** A view that is loaded first is drawn some frames later. */
const MAX_FRAMES = 60;

/**
 * Moves the focus to the field of the finding with that code as soon as its view is drawn, and opens the folds around it.
 * `isThere` says whether the view is the one that was asked for; `otherwise` is called where no field comes.
 */
export function focusFinding(code: string, isThere: () => boolean, otherwise: () => void, left = MAX_FRAMES): void {
  requestAnimationFrame(() => {
    const found = isThere() ? document.querySelector(`[data-finding="${CSS.escape(code)}"]`) : null;
    if (!found && left > 0) return focusFinding(code, isThere, otherwise, left - 1);
    const field = found?.closest('.edit, .field, li, section')?.querySelector<HTMLElement>('textarea, input, select');
    for (let fold = found?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
    found?.scrollIntoView({ block: 'center' });
    if (field) field.focus();
    else otherwise();
  });
}
