import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../../platform/errors.ts';
import { readFileIfThere } from '../../platform/files.ts';

/** Where a copy comes from: `template` in package.json, which the template itself carries and every upgrade renews. */
export const Template = z.strictObject({
  /** An address that git can fetch from. */
  repository: z.string().min(1),
  /** The tag that the code of the copy stands at, such as `v0.1.0`. */
  version: z.string().regex(/^v\d/),
  /** The SHA-256 of the watchlists that the template ships; see hash-watchlists.ts. */
  watchlist: z.string().regex(/^sha256:[0-9a-f]{64}$/),
});
export type Template = z.infer<typeof Template>;

const Manifest = z.object({ template: Template });

/** @throws ConfigError if package.json does not say it */
export async function readTemplate(root: string): Promise<Template> {
  const path = join(root, 'package.json');
  try {
    return Manifest.parse(JSON.parse((await readFileIfThere(path)) ?? '')).template;
  } catch (cause) {
    throw new ConfigError(`${path} does not say which template this copy comes from`, {
      cause,
      remedy: 'restore its key “template” from git',
    });
  }
}
