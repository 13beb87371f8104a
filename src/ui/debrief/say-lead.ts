import type { ScoreReport } from '#core/scoring/score-report.ts';
import type messages from '#i18n/messages/en/debrief.json';
import type { MessageParams } from '#i18n/translator.ts';

/** A sentence of the opening paragraph: which message, with which values. */
export interface Saying {
  readonly key: keyof typeof messages & `lead.${string}`;
  readonly params?: MessageParams;
}

/** The attempt in a few sentences, what weighs most for the person first. */
export function sayLead(report: ScoreReport): Saying[] {
  return [...safety(report), ...order(report), ...people(report)];
}

function safety({ redLine, path }: ScoreReport): Saying[] {
  const red = path.find(({ rating }) => rating === 'red');
  const harmful = path.filter(({ rating }) => rating === 'harmful');
  const [first] = harmful;
  const said: Saying[] = [];
  if (red) said.push({ key: 'lead.red', params: { step: red.title } });
  else if (redLine) said.push({ key: 'lead.red.unnamed' });
  if (first) {
    const key = harmful.length === 1 ? 'lead.harm.one' : 'lead.harm.many';
    said.push({ key, params: { count: harmful.length, step: first.title } });
  }
  const wasRated = path.some(({ rating }) => rating !== undefined);
  return said.length === 0 && wasRated ? [{ key: 'lead.safe' }] : said;
}

function order({ criteria, path }: ScoreReport): Saying[] {
  const criterion = criteria.find(({ id }) => id === 'preservation.order');
  if (!criterion) return [];
  if (criterion.scaled === 1) return [{ key: 'lead.order.best' }];
  const acts = path.flatMap(({ act }) => (act ? [act] : []));
  const place = (act: (typeof acts)[number]) => {
    const found = acts.indexOf(act);
    return found < 0 ? Number.POSITIVE_INFINITY : found;
  };
  const alarm = Math.min(place('contact'), place('notify'));
  if (alarm < place('preserve')) {
    return [{ key: place('contact') === alarm ? 'lead.order.contact' : 'lead.order.notify' }];
  }
  if (alarm < place('request')) return [{ key: 'lead.order.request' }];
  if (acts.includes('contact') && place('notify') < place('contact')) return [{ key: 'lead.order.report' }];
  return [{ key: 'lead.order.open' }];
}

function people({ figures }: ScoreReport): Saying[] {
  const countOf = (id: string) => figures.find((figure) => figure.id === id)?.count;
  const left = countOf('specificity');
  const seen = countOf('sensitivity');
  const said: Saying[] = [];
  if (countOf('flagged')?.[0] === 0) return [{ key: 'lead.flagged.none' }];
  if (left) {
    const count = left[1] - left[0];
    const key = count === 0 ? 'lead.left.none' : count === 1 ? 'lead.left.one' : 'lead.left.many';
    said.push({ key, params: { count } });
  }
  if (seen) said.push({ key: 'lead.seen', params: { seen: seen[0], of: seen[1] } });
  return said;
}
