import type { ExerciseAction, ExercisePlay } from '#core/exercise/exercise-kind.ts';

/** What a trainee writes down of one site; everything but its id may be left open. */
export interface RegisteredSite {
  readonly site: string;
  /** A name for whoever runs it: sites under one name are taken to have one owner. */
  readonly owner?: string;
  /** The site whose ads it copies. */
  readonly mirrorOf?: string;
  /** How many ads stand there, by the trainee's estimate, and how many were looked at for it. */
  readonly volume?: number;
  readonly sample?: number;
}

/** A site to act on, and why. */
export interface RankedSite {
  readonly site: string;
  readonly reason: string;
}

export interface MappingResponse {
  readonly register: readonly RegisteredSite[];
  /** Ads that only copy another one. */
  readonly duplicates: readonly string[];
  /** Sites to act on, the first one first. */
  readonly ranking: readonly RankedSite[];
}

/** The acts of the kind, as the log keeps them. An act about a site that is not registered changes nothing. */
export type MappingAction =
  | { readonly type: 'site.registered'; readonly site: string }
  | { readonly type: 'site.removed'; readonly site: string }
  /** An empty name takes the owner back; so does an empty site a mirror. */
  | { readonly type: 'owner.linked'; readonly site: string; readonly owner: string }
  | { readonly type: 'mirror.noted'; readonly site: string; readonly of: string }
  | { readonly type: 'volume.estimated'; readonly site: string; readonly volume: number; readonly sample: number }
  | { readonly type: 'duplicate.marked'; readonly ad: string }
  | { readonly type: 'duplicate.unmarked'; readonly ad: string }
  /** Puts a site at a place of the ranking, counted from 0, or moves it there. */
  | { readonly type: 'site.ranked'; readonly site: string; readonly place: number; readonly reason: string }
  | { readonly type: 'site.unranked'; readonly site: string };

export const playMapping: ExercisePlay<MappingResponse> = {
  kind: 'mapping',
  empty: { register: [], duplicates: [], ranking: [] },
  minutesPerAction: 1,
  reduce: (response, action) => reduce(response, action as ExerciseAction & MappingAction),
};

function reduce(response: MappingResponse, action: MappingAction): MappingResponse {
  switch (action.type) {
    case 'site.registered': {
      const { site } = action;
      const known = response.register.some((entry) => entry.site === site);
      return known ? response : { ...response, register: [...response.register, { site }] };
    }
    case 'site.removed':
      return {
        ...response,
        register: response.register.filter(({ site }) => site !== action.site),
        ranking: response.ranking.filter(({ site }) => site !== action.site),
      };
    case 'owner.linked':
      return change(response, action.site, ({ owner: _, ...rest }) =>
        action.owner === '' ? rest : { ...rest, owner: action.owner },
      );
    case 'mirror.noted':
      return change(response, action.site, ({ mirrorOf: _, ...rest }) =>
        action.of === '' || action.of === action.site ? rest : { ...rest, mirrorOf: action.of },
      );
    case 'volume.estimated':
      return change(response, action.site, (entry) => ({ ...entry, volume: action.volume, sample: action.sample }));
    case 'duplicate.marked':
      return response.duplicates.includes(action.ad)
        ? response
        : { ...response, duplicates: [...response.duplicates, action.ad] };
    case 'duplicate.unmarked':
      return { ...response, duplicates: response.duplicates.filter((ad) => ad !== action.ad) };
    case 'site.ranked': {
      const { site, place, reason } = action;
      if (!response.register.some((entry) => entry.site === site)) return response;
      const others = response.ranking.filter((entry) => entry.site !== site);
      return { ...response, ranking: others.toSpliced(Math.max(0, place), 0, { site, reason }) };
    }
    case 'site.unranked':
      return { ...response, ranking: response.ranking.filter(({ site }) => site !== action.site) };
    default:
      return response;
  }
}

function change(
  response: MappingResponse,
  site: string,
  to: (entry: RegisteredSite) => RegisteredSite,
): MappingResponse {
  return { ...response, register: response.register.map((entry) => (entry.site === site ? to(entry) : entry)) };
}
