import { z } from 'zod';
import { type Instant, toInstant } from '../../core/instant.ts';
import { FormatError } from '../../platform/errors.ts';
import { parseJson } from '../../platform/http/parse-json.ts';

/** What a proxy knows of one version. `Time` is the commit's. https://go.dev/ref/mod#goproxy-protocol */
export interface Info {
  readonly publishedAt: Instant;
  readonly commit: string | undefined;
  readonly repository: string | undefined;
}

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

// Versions that were cached before 2022 have no origin.
const Origin = z.object({
  URL: z.string().optional().catch(undefined),
  Hash: z.string().regex(COMMIT).optional().catch(undefined),
});
const Reply = z.object({ Time: z.unknown(), Origin: Origin.optional().catch(undefined) });

/** @throws FormatError for what says no date */
export function readInfo(body: Uint8Array, subject: string): Info {
  const { data, error } = Reply.safeParse(parseJson(body, subject));
  const publishedAt = toInstant(data?.Time);
  if (publishedAt === undefined) throw new FormatError(`${subject}: the reply has no date`, { cause: error });
  return { publishedAt, commit: data?.Origin?.Hash, repository: data?.Origin?.URL };
}
