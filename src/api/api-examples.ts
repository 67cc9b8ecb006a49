import { type ApiFile, apiFiles } from './api-files.ts';
import { ENDPOINTS, pathOf } from './endpoints.ts';
import type { Held, HeldProject, MeaningOf } from './held.ts';
import { metricsOf } from './metrics-of.ts';
import { exposition } from './open-metrics.ts';
import { changeMonths } from './to-change-months.ts';
import { toIndex } from './to-index.ts';
import { releaseMonths } from './to-release-months.ts';

/** A document of each endpoint that has one, cut down to be read by people: those of one project, and of the newest month. */
export function apiExamples(held: Held, site: string, meaningOf: MeaningOf): ReadonlyMap<string, ApiFile> {
  const shown = held.projects.find(isTelling) ?? held.projects[0];
  const projects = shown === undefined ? [] : [shown];
  const vulnerabilities = shown?.advisories.all.slice(0, 1) ?? [];
  // What counts everything is shown as it is, not as one project would make it.
  const whole = new Map([
    [pathOf('index'), JSON.stringify(toIndex(held, site, releaseMonths(held.projects), changeMonths(held)))],
    [pathOf('metrics'), exposition(metricsOf(held))],
  ]);
  const endpoints = Object.entries(ENDPOINTS).map(([id, { path }]) => ({ id, pattern: patternOf(path) }));
  const examples = new Map<string, ApiFile>();
  for (const file of apiFiles({ ...held, projects, vulnerabilities }, site, meaningOf)) {
    const found = endpoints.find(({ pattern }) => pattern.test(file.path));
    if (found === undefined) continue;
    const text = cut(file.path, whole.get(file.path) ?? file.text);
    examples.set(found.id, { path: file.path, text });
  }
  return examples;
}

// One that has something of everything.
function isTelling({ advisories, standing, entries }: HeldProject): boolean {
  return standing.latest !== undefined && (advisories.all.length > 0 || entries.length > 1);
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}

const MOST_LINES = 8;

function cut(path: string, text: string): string {
  if (path.endsWith('.json')) return JSON.stringify(shorten(JSON.parse(text)), undefined, 2);
  const lines = text.trimEnd().split('\n');
  return lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), '…', ...lines.slice(-1)].join('\n')
    : lines.join('\n');
}

const MOST_CHARACTERS = 100;

function shorten(value: unknown): unknown {
  if (typeof value === 'string' && value.length > MOST_CHARACTERS) {
    return `${value.slice(0, MOST_CHARACTERS).toWellFormed()}…`;
  }
  if (Array.isArray(value)) return value.slice(0, 1).map(shorten);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shorten(one)]));
}
