import type { Entry } from '../derive/entry.ts';
import { marksOf } from '../derive/meaning/marks.ts';
import type { MeaningOf } from './held.ts';
import type { ApiRelease } from './shapes/release.ts';

/** The marks of a release, as the site sets them: by its notes, else by its number or by what it fixes. */
export function toMarks(
  entry: Entry,
  fixesSome: boolean,
  meaningOf: MeaningOf,
): Pick<ApiRelease, 'breaking' | 'security'> {
  const { breaking, security } = marksOf(meaningOf(entry));
  const breaks = breaking ?? (entry.step.breaking ? { rule: 'version' } : undefined);
  const secures = security ?? (fixesSome ? { rule: 'advisory-fixed' } : undefined);
  return { ...(breaks && { breaking: breaks }), ...(secures && { security: secures }) };
}
