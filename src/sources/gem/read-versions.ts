import { z } from 'zod';
import { type Instant, toInstant } from '../../core/instant.ts';
import { FormatError } from '../../platform/errors.ts';
import { CHECKSUM, type GemFile, NUMBER, PLATFORM } from './gem-file.ts';

const Version = z.object({
  number: z.string().max(200).regex(NUMBER),
  created_at: z.unknown().optional(),
});

// https://guides.rubygems.org/rubygems-org-api/#gem-version-methods
const File = z
  .object({
    number: z.string(),
    platform: z.string().regex(PLATFORM).default('ruby'),
    sha: z.string().regex(CHECKSUM).nullish(),
    prerelease: z.boolean(),
    created_at: z.unknown().optional(),
  })
  .transform(
    ({ number, platform, sha, prerelease, created_at }): GemFile => ({
      number,
      platform,
      checksum: sha ?? undefined,
      about: { publishedAt: toInstant(created_at), isPrerelease: prerelease },
    }),
  );

interface Versions {
  readonly files: readonly GemFile[];
  /** Numbers with a file that could not be read, and its date: they are there, but not all of their files are known. */
  readonly broken: ReadonlyMap<string, Instant | undefined>;
  readonly dropped: number;
}

/**
 * Reads the reply of `/api/v1/versions/<gem>.json`, an element for each version and platform.
 * @throws FormatError where it is no list, or nothing in it can be read
 */
export function readVersions(json: unknown, subject: string): Versions {
  const { data: elements, error } = z.array(z.unknown()).safeParse(json);
  if (error) throw new FormatError(`${subject}: the reply is no list of versions`, { cause: error });
  const files: GemFile[] = [];
  const broken = new Map<string, Instant | undefined>();
  for (const element of elements) {
    const version = Version.safeParse(element).data;
    const file = File.safeParse(element).data;
    if (version !== undefined && file !== undefined) files.push(file);
    else if (version !== undefined) broken.set(version.number, toInstant(version.created_at));
  }
  const dropped = elements.length - files.length;
  if (dropped > 0 && files.length + broken.size === 0) {
    throw new FormatError(`${subject}: no version in the reply can be read`);
  }
  return { files, broken, dropped };
}
