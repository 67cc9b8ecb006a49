import { z } from 'zod';
import { type Instant, toInstant } from '../../core/instant.ts';

/** What the API says of one version. */
interface AboutVersion {
  readonly publishedAt: Instant | undefined;
  readonly yankMessage: string | undefined;
  readonly license: string | undefined;
}

// Nearly all may be null: https://github.com/renovatebot/renovate/pull/44227
const Text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((text) => text ?? undefined);

const Crate = z.object({ description: Text, homepage: Text, repository: Text });

const Version = z
  .object({ num: z.string().min(1), created_at: z.unknown().optional(), yank_message: Text, license: Text })
  .transform(({ num, created_at, yank_message, license }): [string, AboutVersion] => [
    num,
    { publishedAt: toInstant(created_at), yankMessage: yank_message?.trim() || undefined, license },
  ]);

/** The reply of `/api/v1/crates/<name>`. A version that is malformed is left out: it only adds to the index. */
export const AboutCrate = z
  .object({ crate: Crate, versions: z.array(z.unknown()).catch([]) })
  .transform(({ crate, versions }) => {
    const read = versions.map((version) => Version.safeParse(version).data);
    return { crate, versions: new Map(read.filter((version) => version !== undefined)) };
  });
export type AboutCrate = z.infer<typeof AboutCrate>;
