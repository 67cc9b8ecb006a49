import type { z } from 'zod';
import { ApiAdvisoryList } from './shapes/advisory-list.ts';
import { ApiIndex } from './shapes/api-index.ts';
import { ApiChangeMonth } from './shapes/change-month.ts';
import { ApiLatest } from './shapes/latest.ts';
import { ApiProject } from './shapes/project.ts';
import { ApiProjectList } from './shapes/project-list.ts';
import { ApiProjectPage } from './shapes/project-page.ts';
import { ApiRelease } from './shapes/release.ts';
import { ApiReleaseMonth } from './shapes/release-month.ts';

/** Every shape that has a JSON Schema, by the name of its file. */
export const SHAPES = {
  index: ApiIndex,
  projects: ApiProjectList,
  project: ApiProject,
  'project-page': ApiProjectPage,
  release: ApiRelease,
  releases: ApiReleaseMonth,
  changes: ApiChangeMonth,
  latest: ApiLatest,
  advisories: ApiAdvisoryList,
} as const satisfies Record<string, z.ZodType>;

export type ShapeId = keyof typeof SHAPES;

export function isShapeId(id: string): id is ShapeId {
  return Object.hasOwn(SHAPES, id);
}
