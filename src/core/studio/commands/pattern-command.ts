import { isToWrite } from '#core/checking/to-write.ts';
import type { Edit } from '../edit.ts';
import type { Pattern } from '../schemas.ts';
import {
  decisionKey,
  KEY_FILE,
  listAt,
  optionsOf,
  STORY_FILE,
  type StudioCase,
  scenePath,
  textAt,
} from '../studio-case.ts';
import { keyEntry } from './scene-commands.ts';

/**
 * The edits that let a scene decide on an entry of the catalogue, with its principle and sources where the key has none yet;
 * without a pattern the scene only chooses what comes next. Its key stays.
 */
export function choosePattern(edited: StudioCase, scene: string, pattern: Pattern | undefined): readonly Edit[] {
  const state = edited.story.states[scene];
  const at = [...scenePath(edited.story, scene), 'decision'];
  if (!pattern) return state?.decision === undefined ? [] : [{ do: 'remove', file: STORY_FILE, at }];
  const { decision, principle, sources } = pattern;
  const edits: Edit[] = [{ do: 'set', file: STORY_FILE, at, value: decision, after: ['type'] }];
  const key = decisionKey(edited, scene);
  const entry = ['decisions', scene];
  if (Object.keys(key).length === 0) {
    const letters = optionsOf(state ?? { type: '' }).map(({ id }) => id);
    edits.push(...keyEntry(edited.key, scene, letters));
  }
  const written = textAt(key, 'principle');
  if (written === '' || isToWrite(written))
    edits.push({ do: 'set', file: KEY_FILE, at: [...entry, 'principle'], value: principle });
  if (listAt(key, 'sources').length === 0) {
    const value = sources.map(({ code, mark, says }) => ({ code, mark, says }));
    edits.push({ do: 'set', file: KEY_FILE, at: [...entry, 'sources'], value, after: ['principle'] });
  }
  return edits;
}
