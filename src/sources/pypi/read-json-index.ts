import { z } from 'zod';
import { toInstant } from '../../core/instant.ts';
import { FormatError } from '../../platform/errors.ts';
import { digestOf, type IndexFile, type Project } from './project.ts';

const Text = z.string().optional().catch(undefined);

const File = z
  .object({
    filename: z
      .string()
      .min(1)
      .max(1024)
      .refine((text) => text.isWellFormed()),
    url: Text,
    hashes: z.record(z.string(), z.string()).catch({}),
    size: z.int().nonnegative().optional().catch(undefined),
    'upload-time': z.unknown().optional(),
    yanked: z.union([z.boolean(), z.string()]).catch(false),
    provenance: Text,
  })
  .transform(
    ({ filename, url, hashes, size, 'upload-time': uploaded, yanked, provenance }): IndexFile => ({
      name: filename,
      url,
      size,
      digest: digestOf(hashes),
      uploadedAt: toInstant(uploaded),
      yanked: yanked === true ? '' : yanked || false,
      isAttested: (provenance ?? '') !== '',
    }),
  );

const Status = z.object({ status: z.string(), reason: z.string().nullish().catch(undefined) });

// https://packaging.python.org/en/latest/specifications/simple-repository-api/#json-serialization
const Page = z.object({
  files: z.array(z.unknown()),
  versions: z.array(z.unknown()).optional().catch(undefined),
  meta: z.object({ '_last-serial': z.union([z.string(), z.number()]).optional() }).catch({}),
  'project-status': Status.optional().catch(undefined),
});

/**
 * Reads a project’s page of an index in its JSON form. What is malformed is dropped and counted.
 * @throws FormatError for what is no such page
 */
export function readJsonIndex(json: unknown, subject: string): Project {
  const { data: page, error } = Page.safeParse(json);
  if (error) throw new FormatError(`${subject}: the reply is no page of an index`, { cause: error });
  const files = page.files.map((file) => File.safeParse(file).data).filter((file) => file !== undefined);
  const versions = page.versions?.filter(isVersion);
  const dropped = page.files.length - files.length + (page.versions?.length ?? 0) - (versions?.length ?? 0);
  if (dropped > 0 && files.length + (versions?.length ?? 0) === 0) {
    throw new FormatError(`${subject}: no file of the page can be read`);
  }
  const { status: marker = 'active', reason } = page['project-status'] ?? {};
  return {
    files,
    versions,
    serial: page.meta['_last-serial']?.toString(),
    status: { marker, reason: reason ?? '' },
    dropped,
  };
}

function isVersion(version: unknown): version is string {
  return typeof version === 'string' && /^\S{1,200}$/.test(version) && version.isWellFormed();
}
