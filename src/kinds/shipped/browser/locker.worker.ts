import { expose } from 'comlink';
import { createLockerWork } from '#evidence/locker/browser/locker-work.ts';
import {
  type KeptExercise,
  type LockerFiles,
  lockerOfExercise,
} from '#kinds/preservation/use-cases/locker/locker-of-attempt.ts';
import { lockerOfRecipe } from '#kinds/preservation/use-cases/locker/locker-of-recipe.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';

/** The locker of an exercise. Only files can be sent to a worker, so that it puts the kinds in itself. */
const ofMaterial = ({ material, ...kept }: KeptExercise<LockerFiles>) =>
  lockerOfExercise({ ...kept, material: { ...material, kinds: { plays: KIND_PLAYS, tells: KIND_TELLS } } });

expose(createLockerWork({ ofMaterial, ofRecipe: lockerOfRecipe }));
