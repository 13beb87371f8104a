import { sayHourHere } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { ControlAction, ControlView } from '#room/model/protocol.ts';
import messages from '#words/room/control.json' with { type: 'json' };

const t = translator(messages);

/** What is said after an action that can be taken back, and the action that does so. `room` is how it was before. */
export function undoOf(
  action: ControlAction,
  { opened, parts, timer }: ControlView['room'],
): { readonly text: string; readonly undo: ControlAction } | undefined {
  const titleOf = (part: string) => opened.parts.find(({ id }) => id === part)?.title ?? '';
  const plannedFor = (part: string) => parts.find(({ id }) => id === part)?.planned?.opensAt;
  switch (action.type) {
    case 'part.released':
      return {
        text: t('undo.released', { part: titleOf(action.part) }),
        undo: { type: 'release.taken-back', part: action.part },
      };
    case 'release.scheduled': {
      const { part, opensAt } = action;
      const former = plannedFor(part);
      return {
        text: t('undo.planned', { part: titleOf(part), hour: sayHourHere(opensAt) }),
        undo:
          former === undefined
            ? { type: 'release.taken-back', part }
            : { type: 'release.scheduled', part, opensAt: former },
      };
    }
    case 'release.taken-back': {
      const { part } = action;
      const opensAt = plannedFor(part);
      if (opensAt === undefined) return undefined;
      return {
        text: t('undo.unplanned', { part: titleOf(part) }),
        undo: { type: 'release.scheduled', part, opensAt },
      };
    }
    case 'room.held':
      return { text: t('undo.held'), undo: { type: 'room.let-go' } };
    case 'door.closed':
      return { text: t('undo.door'), undo: { type: 'door.opened' } };
    case 'timer.stopped':
      return timer && { text: t('undo.timer'), undo: { type: 'timer.set', until: timer.until } };
    default:
      return undefined;
  }
}
