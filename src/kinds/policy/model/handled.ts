import type { ExerciseHandled } from '#case/exercise/model/handled.ts';
import { DIVIDED_VIEWS } from './divided-views.ts';
import type { PolicyResponse } from './play.ts';
import { SEATS } from './seats.ts';

/** Seats that were heard, chosen measures, answered objections and views. */
export const POLICY_HANDLED: ExerciseHandled = {
  handledIn(response) {
    const { heard, plan, replies, views } = response as PolicyResponse;
    return [
      { id: 'policy.seats', n: new Set(heard.map(({ seat }) => seat)).size, of: SEATS.length },
      { id: 'policy.measures', n: plan.length },
      { id: 'policy.replies', n: replies.length },
      { id: 'policy.views', n: Object.keys(views).length, of: DIVIDED_VIEWS.length },
    ];
  },
};
