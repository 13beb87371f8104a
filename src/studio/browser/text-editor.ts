import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';

/** What is wrong at a place of the text; lines and columns count from 1. */
export interface TextFault {
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly says: string;
}

/** An editor for one text file. */
export interface TextEditor {
  /** Replaces the text where it is another one; the cursor stays where it can. */
  show(text: string): void;
  /** Underlines the faults. */
  mark(faults: readonly TextFault[]): void;
  /** Puts the cursor to a place and shows it. */
  goTo(line: number, column: number): void;
  end(): void;
}

/** The inks of the page, in both schemes. Words of YAML have no colours of their own. */
const LOOK = EditorView.theme({
  '&': { maxHeight: '70vh', fontSize: 'var(--fs-note)', color: 'var(--ink)', backgroundColor: 'var(--sheet)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', overflow: 'auto' },
  '.cm-gutters': { backgroundColor: 'var(--sunk)', color: 'var(--ink-2)', borderColor: 'var(--rule)' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused': { outline: '3px solid var(--focus)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--accent-tint)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--accent-tint)' },
  '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--sheet)', color: 'var(--ink)', border: 'var(--line-control)' },
  '.cm-panels input, .cm-panels button': { font: 'inherit', color: 'inherit', background: 'var(--paper)' },
});

/**
 * Opens an editor for YAML in an element. Tab leaves it after Escape, as the label of the page says. Calls `changed` with the
 * whole text after each change that its reader makes.
 */
export function openTextEditor(
  parent: HTMLElement,
  text: string,
  { label, changed }: { readonly label: string; readonly changed: (text: string) => void },
): TextEditor {
  let silent = false;
  // In a shadow tree the editor brings its style as a sheet of its own; a style element would be refused by the policy.
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentUnit.of('  '),
        EditorState.tabSize.of(2),
        EditorView.lineWrapping,
        bracketMatching(),
        LOOK,
        highlightSelectionMatches(),
        yaml(),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !silent) changed(update.state.doc.toString());
        }),
      ],
    }),
  });
  const offsetOf = (line: number, column: number): number => {
    const { doc } = view.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
    return Math.min(at.from + Math.max(0, column - 1), at.to);
  };
  return {
    show(next) {
      const now = view.state.doc.toString();
      if (now === next) return;
      silent = true;
      view.dispatch({ changes: differenceOf(now, next) });
      silent = false;
    },
    mark(faults) {
      const diagnostics = faults.map(({ line, column, severity, says }): Diagnostic => {
        const from = offsetOf(line, column);
        return { from, to: Math.max(from, view.state.doc.lineAt(from).to), severity, message: says };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(line, column) {
      const anchor = offsetOf(line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    end: () => view.destroy(),
  };
}

/** The one stretch in which two texts differ, so that the rest of the editor stays as it is. */
function differenceOf(now: string, next: string): { from: number; to: number; insert: string } {
  const most = Math.min(now.length, next.length);
  let from = 0;
  while (from < most && now[from] === next[from]) from += 1;
  let end = 0;
  while (end < most - from && now[now.length - 1 - end] === next[next.length - 1 - end]) end += 1;
  return { from, to: now.length - end, insert: next.slice(from, next.length - end) };
}
