import { describe, expect, it } from 'vitest';
import { addSceneBehind } from '#core/studio/commands/scene-commands.ts';
import { applyEdit, type FileValue } from '#core/studio/edit.ts';
import { STORY_FILE, type StudioCase, type StudioStory } from '#core/studio/studio-case.ts';
import { leadsOf } from '#core/studio/targets.ts';

const option = (id: string, next: FileValue) => ({ id, text: 'Ring.', minutes: 5, then: 'It rings.', next });
const STORY = {
  initial: 'call',
  stages: [{ id: 'reach', title: 'Reach' }],
  states: {
    call: {
      type: 'decision',
      stage: 'reach',
      options: [
        option('a', 'quiet'),
        option('b', 'later'),
        option('c', [{ when: 'kept', next: 'later' }, { next: 'quiet' }]),
      ],
    },
    later: { type: 'narrative', stage: 'reach', next: 'over' },
    over: { type: 'end', stage: 'reach' },
    quiet: { type: 'end', stage: 'reach' },
  },
} as unknown as StudioStory;
const CASE: StudioCase = { story: STORY, key: { decisions: {} } };

/** The story with a scene added, as it leads on from each scene. */
function withScene(type: 'narrative' | 'end', behind: string) {
  const { id, edits } = addSceneBehind(CASE, { type, title: 'A message', behind });
  const story = edits
    .filter(({ file }) => file === STORY_FILE)
    .reduce(applyEdit, STORY as unknown as FileValue) as unknown as StudioStory;
  const from = (scene: string) => leadsOf(story, scene).map(({ to }) => to);
  return { id, from };
}

describe('a scene that an author adds behind another one', () => {
  it('comes in between where all options go on to one scene, in conditions too; ends stay where they are', () => {
    const { id, from } = withScene('narrative', 'call');

    expect(from('call')).toEqual(['quiet', id, id, 'quiet']);
    expect(from(id)).toEqual(['later']);
  });

  it('comes in between a scene and the end that follows it', () => {
    const { id, from } = withScene('narrative', 'later');

    expect(from('later')).toEqual([id]);
    expect(from(id)).toEqual(['over']);
  });

  it('is led to by nothing where it is an end', () => {
    const { id, from } = withScene('end', 'call');

    expect(from('call')).toEqual(['quiet', 'later', 'later', 'quiet']);
    expect(from(id)).toEqual([]);
  });
});
