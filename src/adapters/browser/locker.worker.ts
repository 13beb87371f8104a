import { expose } from 'comlink';
import { lockerOfExercise } from '#app/evidence/locker-of-attempt.ts';
import { lockerOfRecipe } from '#app/evidence/locker-of-recipe.ts';
import { createLockerWork } from './locker-work.ts';

expose(createLockerWork({ ofMaterial: lockerOfExercise, ofRecipe: lockerOfRecipe }));
