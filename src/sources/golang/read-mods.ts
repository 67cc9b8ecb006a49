import { decodeText } from '../../platform/http/parse-json.ts';
import { fingerprint } from '../memory.ts';
import type { Asking } from '../package-by-package.ts';
import { type GoMod, readGoMod } from './go-mod.ts';
import { highest } from './go-version.ts';
import type { Part } from './part.ts';
import { fileUrl, readEach, readFile } from './read-files.ts';
import type { VersionList } from './read-lists.ts';

/** The go.mod files that were read this time, by the path of their module. */
export interface Mods extends Part {
  readonly byModule: ReadonlyMap<string, GoMod>;
}

/** Reads the go.mod that speaks for each module whose list has changed: nothing else can retract a version. */
export async function readMods(asking: Asking, lists: readonly VersionList[]): Promise<Mods> {
  const byModule = new Map<string, GoMod>();
  const memory: Record<string, string> = {};
  let failed = 0;
  let isFinished = true;
  const changed: VersionList[] = [];
  for (const list of lists) {
    const { key, print } = remembered(list);
    if (asking.memory?.[key] === print) memory[key] = print;
    else changed.push(list);
  }
  for await (const [list, file] of readEach(changed, (list) => readModOf(asking, list))) {
    const { key, print } = remembered(list);
    if (file.status === 'read') byModule.set(list.module.path, file.value);
    else failed += 1;
    if (file.status === 'passing') isFinished = false;
    else memory[key] = print;
  }
  return { byModule, failed, isFinished, memory };
}

function readModOf(asking: Asking, { module, versions }: VersionList) {
  const url = fileUrl(asking, { module, version: highest(versions) ?? '' }, 'mod');
  return readFile(asking, url, (body) => readGoMod(decodeText(body, module.path)));
}

function remembered({ module, versions }: VersionList) {
  return { key: `mod ${module.path}`, print: fingerprint(versions) };
}
