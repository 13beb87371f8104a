import type { Kinds, SayingKinds } from '#case/exercise/model/kinds.ts';

/** The kinds as a portfolio tells of them: what is said of an attempt, and how much was handled in it. */
export type ToldKinds = SayingKinds & Pick<Kinds, 'aboutWords'>;
