import { addUserVerb } from './add-user.ts'
import { importCommercemlVerb } from './import-commerceml-verb.ts'
import type { Verb } from './verb.ts'

/** What can be asked of `npm run cli`, in the order in which help shows it. */
export const verbs: readonly Verb[] = [importCommercemlVerb, addUserVerb]
