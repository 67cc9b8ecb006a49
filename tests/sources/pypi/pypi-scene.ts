import { pypi } from '../../../src/sources/pypi/pypi.ts';
import { playScene, type Scene } from '../../contract/scene.ts';
import { worldAt } from '../../contract/world-at.ts';
import { makeProject, PYPI_HOMES, type PypiProject, pypiHandler } from '../../upstream/pypi.ts';
import type { Asked, Fault } from '../../upstream/upstream.ts';

interface Setting {
  readonly fault?: (asked: Asked, nth: number) => Fault | undefined;
  readonly project?: Partial<PypiProject>;
  readonly options?: Parameters<typeof pypiHandler>[1];
}

export const PURL = 'pkg:pypi/tool';
export const PAGE = 'GET /simple/tool/';
export const ABOUT = 'GET /pypi/tool/json';
export const sourceOf = (version: string) => `GET /files/packages/tool-${version}.tar.gz`;

/** The project `tool` on an emulated PyPI. Another object in `projects` is what upstream has from then on. */
export function play(
  { fault, project, options = {} }: Setting,
  act: (scene: Scene & { projects: PypiProject[] }) => Promise<void>,
): Promise<void> {
  const projects = [{ ...makeProject('tool'), ...project }];
  return playScene(
    {
      source: pypi,
      handlers: [pypiHandler(projects, options)],
      world: (upstream) => worldAt(upstream, { homes: PYPI_HOMES }),
      ...(fault && { fault }),
    },
    (scene) => act({ ...scene, projects }),
  );
}
