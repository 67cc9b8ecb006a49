import { ConfigError } from '../../platform/errors.ts';
import { readLand } from '../fetch-options.ts';
import { readOnly } from '../read-package-name.ts';
import type { AdviseOptions } from './advise.ts';

/** The options of `npm run advise` as they were typed. */
export interface TypedOptions {
  readonly only: string | undefined;
  readonly out: string | undefined;
  readonly apply: string | undefined;
  readonly commit: boolean;
  readonly push: boolean;
}

/** @throws ConfigError for options that contradict one another */
export function readAdviseOptions({ only, out, apply, commit, push }: TypedOptions) {
  const purl = readOnly('advise', only);
  const land = readLand('advise', { commit, push });
  if (out !== undefined && (commit || push || apply !== undefined)) {
    throw new ConfigError('advise: --out with --commit, --push or --apply', {
      remedy: 'write the answers first, then apply them in another run',
    });
  }
  if (apply !== undefined && only !== undefined) {
    throw new ConfigError('advise: --apply with --only', { remedy: 'name the package where you ask for it' });
  }
  return {
    out,
    land,
    only: purl === undefined ? undefined : new Set([purl]),
    ...(apply !== undefined && { apply }),
  } satisfies AdviseOptions & { out: string | undefined };
}
