import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readFileIfThere, removeFile, writeFileAtomic } from '../../platform/files.ts';

/** A file as it was left: its path, its size, and when it was written, in milliseconds. */
const LeftFile = z.tuple([z.string(), z.number(), z.number()]);
export type LeftFile = z.infer<typeof LeftFile>;

/** Files that are made together, and the hash of what they were made of. */
const Unit = z.strictObject({ key: z.string(), files: z.array(LeftFile) });
type Unit = z.infer<typeof Unit>;

/** What the last build left in its folder. */
const Manifest = z.strictObject({
  format: z.literal(1),
  /** The folder of the site. */
  folder: z.string(),
  /** The hash of what all pages have around them. */
  shell: z.string(),
  /** By the ids of projects, with what their notes say: see site/marks.ts. */
  projects: z.record(z.string(), Unit.extend({ marks: z.string() })),
  /** The index of the notes, and of how many releases. */
  search: Unit.extend({ notes: z.number() }).optional(),
});
export type Manifest = z.infer<typeof Manifest>;

/** Undefined if there is none, or if it is damaged or of another version or folder: then nothing is kept. */
export async function readManifest(path: string, folder: string): Promise<Manifest | undefined> {
  const text = (await readFileIfThere(path)) ?? '';
  const [seal, body] = [text.slice(0, 64), text.slice(65)];
  if (seal !== hash('sha256', body)) return undefined;
  const { data } = Manifest.safeParse(JSON.parse(body));
  return data?.folder === folder ? data : undefined;
}

export async function writeManifest(path: string, manifest: Manifest): Promise<void> {
  const body = JSON.stringify(manifest);
  await writeFileAtomic(path, `${hash('sha256', body)}\n${body}`);
}

/** From here on the folder is in the making: a build that is ended before its end leaves nothing to keep. */
export async function dropManifest(path: string): Promise<void> {
  await removeFile(path);
}

/** Whether every file still lies there as it was left. */
export function isIntact({ files }: Unit, folder: string): boolean {
  return files.every(([path, size, at]) => {
    const found = statSync(join(folder, path), { throwIfNoEntry: false });
    return found?.isFile() === true && found.size === size && found.mtimeMs === at;
  });
}

/** Files as they lie there now. */
export function leftFiles(paths: Iterable<string>, folder: string): LeftFile[] {
  return [...paths].map((path) => {
    const { size, mtimeMs } = statSync(join(folder, path));
    return [path, size, mtimeMs];
  });
}
