import { type ComposerPackage, makePackage } from '../../upstream/composer.ts';
import { HOUR, MINUTE, NOW, play, type Stage } from './composer-scene.ts';

export const NAMES = ['acme/a', 'acme/b', 'acme/c'];
export const LIST = '/metadata/changes.json';
export const SINCE = `${LIST}?since=${NOW - 10 * MINUTE}`;
export const fileOf = (name: string) => `/p2/${name}.json`;
export const FILES = NAMES.map(fileOf);

export const three = () => NAMES.map((name) => makePackage(name, ['1.0.0']));

/** An hour passes. */
export function later({ changes }: Stage, hours = 1): void {
  changes.timestamp += hours * HOUR;
  changes.from += hours * HOUR;
}

/** Another version comes out, and the list tells of it. */
export function release(packages: ComposerPackage[], { changes }: Stage, name: string): void {
  const index = packages.findIndex((pkg) => pkg.name === name);
  const seconds = Math.floor(changes.timestamp / 10_000);
  const modified = new Date(seconds * 1_000).toUTCString();
  packages.splice(index, 1, { ...makePackage(name, ['1.0.0', '1.1.0']), modified });
  changes.actions.push({ type: 'update', package: name, time: seconds });
}

/** All three are held, and an hour has passed. */
export function held(
  act: (stage: Stage, packages: ComposerPackage[]) => Promise<void>,
  fault?: Parameters<typeof play>[1],
) {
  const packages = three();
  return play(packages, fault, async (stage) => {
    await stage.run(NAMES, { held: undefined });
    later(stage);
    await act(stage, packages);
  });
}

export const statusOf = (...status: string[]) =>
  Object.fromEntries(NAMES.map((name, index) => [name, status[index]]));
export const UNCHANGED = statusOf('unchanged', 'unchanged', 'unchanged');
