import { copyFileSync, lstatSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { namingNow } from '../../platform/files.ts';

/** Puts files into a folder by their paths in it. Thousands in a row: waiting for each would take longer than writing it. */
export interface Put {
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** Takes the file out of another folder. */
  readonly move: (path: string, from: string) => void;
}

export function putInto(folder: string): Put {
  const made = new Set<string>();

  function put(path: string, act: (target: string) => void): void {
    const target = join(folder, path);
    namingNow(target, 'written', () => {
      try {
        makeFolder(dirname(target));
        act(target);
      } catch (error) {
        if (!isInTheWay(error)) throw error;
        clearWay(target);
        made.clear();
        makeFolder(dirname(target));
        act(target);
      }
    });
  }

  function makeFolder(parent: string): void {
    if (made.has(parent)) return;
    mkdirSync(parent, { recursive: true });
    made.add(parent);
  }

  // A file where a folder is needed, or the other way round: of an older site.
  function clearWay(target: string): void {
    let place = folder;
    for (const part of relative(folder, target).split(sep)) {
      place = join(place, part);
      const found = lstatSync(place, { throwIfNoEntry: false });
      if (found !== undefined && found.isDirectory() === (place === target))
        rmSync(place, { recursive: true });
    }
  }

  return {
    write: (path, content) => put(path, (target) => writeFileSync(target, content)),
    move: (path, from) => put(path, (target) => moveFile(join(from, path), target)),
  };
}

const IN_THE_WAY = new Set(['EEXIST', 'EISDIR', 'ENOTDIR', 'ENOTEMPTY', 'EPERM']);

function isInTheWay(error: unknown): boolean {
  return error instanceof Error && 'code' in error && IN_THE_WAY.has(String(error.code));
}

function moveFile(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    // The site may be written to another disk.
    copyFileSync(from, to);
  }
}
