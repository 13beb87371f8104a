import type { KindTells } from '#case/exercise/model/kind-tells.ts';
import { DIVIDED_VIEWS } from './divided-views.ts';
import type { PolicyKind } from './kind.ts';
import { SEATS } from './seats.ts';

/** Seats that were heard, chosen measures, answered objections and views. */
export const POLICY_TELLS: KindTells<PolicyKind> = {
  tell: ({ heard, plan, replies, views }) => ({
    handled: () => [
      { id: 'policy.seats', n: new Set(heard.map(({ seat }) => seat)).size, of: SEATS.length },
      { id: 'policy.measures', n: plan.length },
      { id: 'policy.replies', n: replies.length },
      { id: 'policy.views', n: Object.keys(views).length, of: DIVIDED_VIEWS.length },
    ],
  }),
};
