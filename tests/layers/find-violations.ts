import { posix } from 'node:path';
import { readModule } from './read-module.ts';
import type { Rules } from './rules.ts';

/** Source texts by path from the project folder, such as `src/core/release.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** Every import and every global name that the rules forbid, a line each: `path: what, and why`. */
export function findViolations(sources: Sources, rules: Rules): string[] {
  const violations: string[] = [];
  for (const [path, text] of sources) {
    const { imports, globals } = readModule(path, text);
    const problems = [
      ...imports.map((name) => judgeImport(path, name, rules)),
      ...globals.map((name) => judgePlace(path, name, rules.outside[name])),
    ];
    violations.push(
      ...problems.filter((problem) => problem !== undefined).map((problem) => `${path}: ${problem}`),
    );
  }
  return violations;
}

function judgeImport(path: string, written: string, rules: Rules): string | undefined {
  const name = written.replace(/\?.*$/, '');
  if (name.startsWith('.')) return judgeOurs(path, posix.join(posix.dirname(path), name), rules);
  if (name.startsWith('node:')) {
    const module = name.split('/')[0] ?? name;
    return module in rules.outside ? judgePlace(path, module, rules.outside[module]) : undefined;
  }
  const home = Object.keys(rules.homes).find(
    (pkg) => name === pkg || name.startsWith(`${pkg}/`) || name.startsWith(`${pkg}:`),
  );
  if (home === undefined) return `imports ${name}, which has no home in tests/layers/rules.ts`;
  return judgePlace(path, home, rules.homes[home]);
}

function judgePlace(path: string, name: string, places: readonly string[] = []): string | undefined {
  const isHome = places.some((place) => path.startsWith(place));
  return isHome ? undefined : `uses ${name}, which belongs in ${places.join(', ') || 'no place'}`;
}

function judgeOurs(path: string, target: string, rules: Rules): string | undefined {
  const from = layerOf(path);
  const to = layerOf(target);
  const allowed = rules.layers[from];
  if (allowed === undefined) return `is in no layer (${from})`;
  if (from === to) return judgeSiblings(path, target, rules);
  return allowed.includes(to)
    ? undefined
    : `imports ${target}: ${from} may import ${allowed.join(', ') || 'nothing of ours'}`;
}

function judgeSiblings(path: string, target: string, { siblings }: Rules): string | undefined {
  const rule = siblings.find(({ folder }) => path.startsWith(`${folder}/`));
  if (rule === undefined || !target.startsWith(`${rule.folder}/`)) return undefined;
  const from = memberOf(path, rule.folder);
  const to = memberOf(target, rule.folder);
  if (from === to || from === rule.registry || rule.shared.includes(to)) return undefined;
  return `imports ${target}: the parts of ${rule.folder} never import one another`;
}

/** `src/core/release.ts` → `core`, `src/outputs.ts` → `outputs`, `scripts/fetch.ts` → `scripts`, `astro.config.mjs` → `astro.config`. */
function layerOf(path: string): string {
  const [first = '', second] = path.split('/');
  return withoutEnding(first === 'src' && second !== undefined ? second : first);
}

function memberOf(path: string, folder: string): string {
  return withoutEnding(path.slice(folder.length + 1).split('/')[0] ?? '');
}

function withoutEnding(name: string): string {
  return name.replace(/\.(ts|mjs|astro)$/, '');
}
