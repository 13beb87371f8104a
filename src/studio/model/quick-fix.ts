import type { Issue } from '#kernel/model/issue.ts';
import { removeFact } from './commands/case-commands.ts';
import { writeModel } from './commands/model-command.ts';
import { setInOptionKey } from './commands/option-commands.ts';
import { keyEntry, removeScene } from './commands/scene-commands.ts';
import type { Edit } from './edit.ts';
import {
  decisionKey,
  fieldsAt,
  KEY_FILE,
  optionsOf,
  STORY_FILE,
  type StudioCase,
  scenePath,
  textAt,
} from './studio-case.ts';

/** An automatic fix of a finding: the edits, and the label of its button. */
export interface QuickFix {
  readonly id: 'lead-near' | 'remove-scene' | 'rate' | 'remove-key' | 'write-model' | 'remove-fact' | 'raise-level';
  readonly edits: readonly Edit[];
  readonly params: Readonly<Record<string, string | number>>;
}

type Fix = (edited: StudioCase, issue: Issue) => QuickFix | undefined;

const fix = (id: QuickFix['id'], edits: readonly Edit[], params: QuickFix['params'] = {}): QuickFix | undefined =>
  edits.length > 0 ? { id, edits, params } : undefined;

const LEAD_NEAR: Fix = ({ story }, { path, params }) => {
  const to = String(params.suggestion);
  const title = textAt(story.states[to] ?? { type: '' }, 'title');
  return fix('lead-near', [{ do: 'set', file: STORY_FILE, at: path, value: to }], { title });
};

const REMOVE_SCENE: Fix = (edited, { params }) => fix('remove-scene', removeScene(edited, String(params.state)));

const RATE: Fix = (edited, { params }) => {
  const scene = String(params.state);
  const state = edited.story.states[scene];
  if (!state) return undefined;
  const letters = optionsOf(state).map(({ id }) => id);
  if (Object.keys(decisionKey(edited, scene)).length === 0) return fix('rate', keyEntry(edited.key, scene, letters));
  return fix('rate', setInOptionKey(edited, scene, String(params.option), 'rating', 'acceptable'));
};

const REMOVE_KEY: Fix = (edited, { params }) => {
  const scene = String(params.state ?? params.named);
  if (!Object.hasOwn(fieldsAt(edited.key, 'decisions'), scene)) return undefined;
  if (params.option === undefined)
    return fix('remove-key', [{ do: 'remove', file: KEY_FILE, at: ['decisions', scene] }]);
  const at = ['decisions', scene, 'options', String(params.option)];
  return fix('remove-key', [{ do: 'remove', file: KEY_FILE, at }]);
};

const WRITE_MODEL: Fix = (edited) => fix('write-model', writeModel(edited));

const REMOVE_FACT: Fix = (edited, { params }) => {
  const name = String(params.variable);
  const isThere = Object.hasOwn(fieldsAt(edited.story, 'variables'), name);
  return isThere ? fix('remove-fact', removeFact(edited, name)) : undefined;
};

const RAISE_LEVEL: Fix = ({ story }, { params }) =>
  fix(
    'raise-level',
    [
      {
        do: 'set',
        file: STORY_FILE,
        at: [...scenePath(story, String(params.state)), 'contentLevel'],
        value: Number(params.level),
        after: ['title', 'stage'],
      },
    ],
    { level: Number(params.level) },
  );

const FIXES: Readonly<Record<string, Fix>> = {
  'scenario.missing-target-near': LEAD_NEAR,
  'scenario.unreachable-state': REMOVE_SCENE,
  'key.decision-without-key': RATE,
  'key.option-without-rating': RATE,
  'key.unknown-decision': REMOVE_KEY,
  'key.unknown-option': REMOVE_KEY,
  'key.decision-not-rated': REMOVE_KEY,
  'key.model-not-playable': WRITE_MODEL,
  'scenario.unused-variable': REMOVE_FACT,
  'scenario.level-too-low': RAISE_LEVEL,
};

/** The automatic fix of a finding; undefined if it needs judgement. */
export const quickFix = (edited: StudioCase, issue: Issue): QuickFix | undefined =>
  Object.hasOwn(FIXES, issue.code) ? FIXES[issue.code]?.(edited, issue) : undefined;
