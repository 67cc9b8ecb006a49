import type { Handler } from '../upstream/upstream.ts';
import type { Chance } from './chance.ts';
import { emulate } from './emulate-model.ts';
import { createModel, type EditKind, type Model } from './model.ts';
import { hash, trueRelease } from './true-release.ts';

/** GitHub and npm, in which now and then something is published or changed. */
export interface RacingUpstream {
  readonly model: Model;
  readonly handlers: readonly Handler[];
  readonly purls: readonly string[];
  /** Publishes something, or changes a release that was there from the beginning, in a way in which it was not changed before. */
  readonly act: () => void;
}

const RELEASES = 8;
// Of a repository GitHub is asked for the newest five; what happens to others is found on its day of the sweep.
const WATCHED = 5;
const KINDS: readonly EditKind[] = ['notes-edited', 'retitled', 'tag-moved', 'asset-replaced', 'promoted'];
const VALUES: Partial<Record<EditKind, (number: number) => string>> = {
  'tag-moved': (number) => hash(`moved ${number}`).slice(0, 40),
  'asset-replaced': (number) => `sha256:${hash(`replaced ${number}`)}`,
};

interface Target {
  readonly purl: string;
  readonly version: string;
  readonly kind: EditKind;
}

/** So many repositories and so many packages of npm. */
export function aRacingUpstream(count: number, chance: Chance): RacingUpstream {
  const model = createModel();
  const names = Array.from({ length: count }, (_, number) => `p${number}`);
  for (const name of names) model.found(githubOf(name), firstReleases(githubOf(name)));
  const { handlers, serve, publishNpm } = emulate(model, names, RELEASES);
  const targets = chance.shuffle(targetsIn(model));

  function act(): void {
    const name = names[chance.below(names.length)] ?? '';
    const target = chance.happens(0.6) ? takeTarget(targets, model) : undefined;
    if (target !== undefined) {
      const { purl, version, kind } = target;
      const number = model.lines.length;
      model.edit(purl, version, kind, VALUES[kind]?.(number) ?? `Another text ${number}`);
    } else if (chance.happens(0.5)) {
      model.publish(githubOf(name), trueRelease(githubOf(name), model.listOf(githubOf(name)).size));
    } else {
      model.publish(`pkg:npm/${name}`, publishNpm(name));
    }
    serve(target);
  }
  return { model, handlers, purls: [...model.packages.keys()], act };
}

function githubOf(name: string): string {
  return `pkg:github/acme/${name}`;
}

function firstReleases(purl: string) {
  const numbers = Array.from({ length: RELEASES }, (_, number) => number);
  return numbers.map((number) => trueRelease(purl, number, { isPrerelease: number % 2 === 1 }));
}

function targetsIn({ packages }: Model): Target[] {
  return [...packages].flatMap(([purl, list]) =>
    [...list.values()].flatMap(({ version, isPrerelease }): Target[] => {
      if (purl.startsWith('pkg:npm/')) return [{ purl, version, kind: 'deprecated' }];
      const kinds = KINDS.filter((kind) => kind !== 'promoted' || isPrerelease === true);
      return kinds.map((kind) => ({ purl, version, kind }));
    }),
  );
}

function takeTarget(targets: Target[], { listOf }: Model): Target | undefined {
  const index = targets.findIndex(({ purl, version }) => {
    const newest = [...listOf(purl).keys()].slice(-WATCHED);
    return purl.startsWith('pkg:npm/') || newest.includes(version);
  });
  return index < 0 ? undefined : targets.splice(index, 1)[0];
}
