import { expose } from 'comlink';
import { type KeptExercise, type LockerFiles, lockerOfExercise } from '#app/evidence/locker-of-attempt.ts';
import { lockerOfRecipe } from '#app/evidence/locker-of-recipe.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import { createLockerWork } from './locker-work.ts';

/** The locker of an exercise. Only files can be sent to a worker, so that it puts the kinds in itself. */
const ofMaterial = ({ material, ...kept }: KeptExercise<LockerFiles>) =>
  lockerOfExercise({ ...kept, material: { ...material, kinds: { plays: KIND_PLAYS } } });

expose(createLockerWork({ ofMaterial, ofRecipe: lockerOfRecipe }));
