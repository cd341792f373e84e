import type { ActivityWorld } from '#activities/shared/world.ts'

/** All deeds of all processes, by name; the worker hands them to the engine. */
export const createActivities = (world: ActivityWorld) => ({ world })
