import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from '../../../src/platform/files.ts';
import { writeFiles } from '../../write-files.ts';
import { buildProject, layProject } from '../build-project.ts';
import { serveFolder } from '../serve-folder.ts';
import { type HostileData, makeHostileData } from './make-data.ts';
import { readVectors } from './vectors.ts';

const BASE = 'tidings';

/** A built site that says nothing but hostile texts, and is being served. */
export interface HostileSite extends HostileData {
  readonly vectors: readonly string[];
  readonly url: string;
  /** What the build said. */
  readonly said: string;
  /** All files of the site. */
  readonly paths: readonly string[];
  readonly read: (path: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

export async function buildHostileSite(): Promise<HostileSite> {
  const vectors = await readVectors(process.env['TIDINGS_VECTORS']);
  const data = makeHostileData(vectors);
  const root = await mkdtemp(join(tmpdir(), 'tidings-hostile-'));
  await writeFiles(join(root, 'data'), data.files);
  await layProject(root);
  const dist = join(root, 'dist');
  const { port, close } = await serveFolder(dist, BASE);
  const url = `http://localhost:${port}/${BASE}/`;
  const said = await buildProject(root, url);
  return {
    ...data,
    vectors,
    url,
    said,
    paths: await listFiles(dist),
    read: (path) => readFile(join(dist, path), 'utf8'),
    close: async () => {
      await close();
      await rm(root, { recursive: true });
    },
  };
}
