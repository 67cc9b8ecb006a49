import { oci } from '../../../src/sources/oci/oci.ts';
import type { LookUp } from '../../../src/sources/source.ts';
import { listingsOf, playScene, type Scene, type Setting } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import {
  type HubOptions,
  type HubRepositories,
  type HubTagData,
  hubHandler,
} from '../../upstream/docker-hub.ts';
import { hold } from './oci-setting.ts';

export const TOOL = 'pkg:docker/acme/tool';
const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
export const LIST =
  'GET /v2/namespaces/acme/repositories/tool/tags?page_size=100&ordering=last_updated&page=';
export const ABOUT = 'GET /v2/namespaces/acme/repositories/tool';

type Held = NonNullable<LookUp['held']>;

export function aTag(id: number, more: Partial<HubTagData> = {}): HubTagData {
  const digest = `sha256:${id.toString(16).padStart(64, '0')}`;
  return { id, name: `1.0.${id}`, digest, pushedAt: START + id * DAY, ...more };
}

/** So many tags, one a day, the last of them newest. */
export function someTags(count: number): HubTagData[] {
  return Array.from({ length: count }, (_, index) => aTag(index));
}

export function pushAgain(tags: HubTagData[], name: string, id: number): void {
  const at = tags.findIndex((tag) => tag.name === name);
  const { id: kept = 0 } = tags[at] ?? {};
  tags[at] = { ...aTag(id), id: kept, name };
}

export function remove(tags: HubTagData[], ...names: readonly string[]): void {
  tags.splice(0, tags.length, ...tags.filter(({ name }) => !names.includes(name)));
}

export interface HubScene extends Scene {
  readonly tags: HubTagData[];
}

export function play(
  tags: HubTagData[],
  act: (scene: HubScene) => Promise<void>,
  options: HubOptions = {},
  more: Partial<Setting> = {},
) {
  const repositories: HubRepositories = new Map([['acme/tool', tags]]);
  const world: Setting['world'] = (upstream) =>
    worldAt(upstream, { homes: { 'https://hub.docker.com': '' } });
  const handlers = [hubHandler(repositories, options)];
  return playScene({ source: oci, handlers, world, ...more }, (scene) => act({ ...scene, tags }));
}

/** Looks up, and holds what it gave. */
export async function lookUpAndHold({ lookUp }: Scene, held?: Held, more: Partial<LookUp> = {}) {
  const { fetched, asked } = await lookUp(TOOL, { held, ...more });
  const listings = listingsOf(fetched);
  return { listings, asked, held: hold(listings, held, undefined, more.since) };
}

export const pages = (asked: readonly string[]) => asked.filter((one) => one.startsWith(LIST)).length;
export const versions = (releases: readonly { version: string }[]) =>
  releases.map(({ version }) => version).sort();
