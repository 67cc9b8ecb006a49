import type { ShapeId } from './shapes.ts';

/** One kind of document, and where it lies. */
export interface Endpoint {
  /** Below the site; what is in braces is one of the parameters. */
  readonly path: string;
  /** One sentence of markdown, without a full stop. */
  readonly summary: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Its shape, or the type of what has none. */
  readonly gives: ShapeId | 'text' | 'metrics' | 'json';
}

const ID = { id: 'the id of a project, as in `projects.json`' };
const MONTH =
  'a month such as `2026-11`; its documents after the first are `2026-11.2`, `2026-11.3` …, as `index.json` names them';

/** Every document of the API. The OpenAPI document, the docs and the page at /api/ are made from this list. */
export const ENDPOINTS = {
  index: {
    path: 'api/v1/index.json',
    summary: 'What there is: counts, lists, months, and the newest moment that is known',
    parameters: {},
    gives: 'index',
  },
  projects: {
    path: 'api/v1/projects.json',
    summary: 'All projects, with the latest version of each',
    parameters: {},
    gives: 'projects',
  },
  project: {
    path: 'api/v1/projects/{id}.json',
    summary: 'A project: where it stands, its lines, its newest releases with their marks and advisories',
    parameters: ID,
    gives: 'project',
  },
  projectPage: {
    path: 'api/v1/projects/{id}/{number}.json',
    summary: 'A hundred older releases of a project, where it has two hundred or more',
    parameters: { ...ID, number: 'counted from the oldest; the `older` of another document names it' },
    gives: 'project-page',
  },
  releases: {
    path: 'api/v1/releases/{month}.json',
    summary: 'The releases of all projects in a month, in short',
    parameters: { month: MONTH },
    gives: 'releases',
  },
  changes: {
    path: 'api/v1/changes/{month}.json',
    summary: 'The ledger: what happened to releases after they came out, by month',
    parameters: { month: MONTH },
    gives: 'changes',
  },
  latest: {
    path: 'api/v1/latest.json',
    summary: 'The version to use of each project',
    parameters: {},
    gives: 'latest',
  },
  latestText: {
    path: 'api/v1/latest/{id}.txt',
    summary: 'The version to use of a project, as one line of plain text',
    parameters: ID,
    gives: 'text',
  },
  advisories: {
    path: 'api/v1/advisories.json',
    summary: 'Known vulnerabilities of what is followed, and which releases fix them',
    parameters: {},
    gives: 'advisories',
  },
  metrics: {
    path: 'metrics.txt',
    summary: 'Figures about all of it in the text format of OpenMetrics, for Prometheus',
    parameters: {},
    gives: 'metrics',
  },
  schema: {
    path: 'api/schemas/v1/{name}.json',
    summary: 'The JSON Schema of a document',
    parameters: { name: 'as in the `$schema` of a document' },
    gives: 'json',
  },
  openapi: {
    path: 'api/openapi.json',
    summary: 'All of this as an OpenAPI 3.1 document',
    parameters: {},
    gives: 'json',
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointId = keyof typeof ENDPOINTS;

/** The path of one document, below the site. */
export function pathOf(endpoint: EndpointId, values: Readonly<Record<string, string | number>> = {}): string {
  return ENDPOINTS[endpoint].path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`${endpoint} has no address without its ${name}`);
    return String(value);
  });
}
