import { field, fieldsOf, oneOrMore, textOf } from '../fields.ts';
import { createGathering, type Gathering } from '../gathering.ts';
import { interpolate, UNKNOWN } from '../interpolate.ts';
import { invalid } from '../invalid-inventory.ts';
import type { InventoryFormat } from '../inventory-format.ts';
import { purlText } from '../purl-text.ts';

/** A dependency with its variables filled in. */
interface Coordinates {
  readonly path: string;
  /** Its name as it stands in the file. */
  readonly written: string;
  readonly version: string | undefined;
  readonly isTest: boolean;
  readonly isBom: boolean;
}

/** https://maven.apache.org/pom.html */
export const pomXml: InventoryFormat = {
  id: 'maven',
  title: 'Maven: pom.xml',
  names: ['pom.xml', '*.pom'],
  tells: { direct: 'told; what is only managed is not direct', dev: 'told: the scope test, and plugins' },
  looksLike: (text) => /<project[\s>]/.test(text.slice(0, 10_000)) && /<modelVersion>/.test(text),
  read: async (text) => {
    const { parseXml } = await import('../parse/xml.ts');
    const project = field(parseXml(text), 'project');
    if (project === undefined)
      throw invalid('XML that is no project of Maven', 'give the pom.xml of a project');
    const gathering = createGathering();
    const fill = filler(project);
    // A profile has all that a project has.
    const parts = [project, ...oneOrMore(field(project, 'profiles', 'profile'))];
    const managed = parts.flatMap((part) => below(part, ['dependencyManagement', 'dependencies'], fill));
    const versions = new Map(managed.map(({ path, version }) => [path, version]));
    const direct = parts.flatMap((part) => below(part, ['dependencies'], fill));
    const plugins = parts.flatMap((part) => pluginsOf(part, fill));
    for (const one of oneOrMore(field(project, 'parent')))
      add(coordinates(one, fill), true, versions, gathering);
    for (const one of direct) add(one, true, versions, gathering);
    for (const one of plugins) add({ ...one, isTest: true }, true, new Map(), gathering);
    const asked = new Set(direct.map(({ path }) => path));
    for (const one of managed) if (!asked.has(one.path)) add(one, one.isBom, versions, gathering);
    return gathering.done();
  },
};

function add(
  one: Coordinates,
  isDirect: boolean,
  managed: ReadonlyMap<string, string | undefined>,
  gathering: Gathering,
): void {
  if (one.path.includes(UNKNOWN))
    gathering.skip(one.written, 'has no name, or one by a property that the file does not tell');
  else
    gathering.add(purlText('maven', one.path), {
      version: one.version ?? managed.get(one.path),
      isDirect,
      isDev: one.isTest,
    });
}

type Fill = (text: string) => string;

/** Properties as this file tells them: its own, its version and group, those of its parent. */
function filler(project: unknown): Fill {
  const values = new Map<string, string>();
  const set = (name: string, value: unknown) => {
    const text = textOf(value);
    if (text !== undefined)
      values.set(
        encodeName(name),
        text.replaceAll(PROPERTY, (_, inner: string) => `\${${encodeName(inner)}}`),
      );
  };
  for (const key of ['groupId', 'version']) {
    const own = field(project, key) ?? field(project, 'parent', key);
    for (const prefix of ['project.', 'pom.', '']) set(`${prefix}${key}`, own);
    set(`project.parent.${key}`, field(project, 'parent', key));
  }
  for (const [name, value] of fieldsOf(field(project, 'properties'))) set(name, value);
  return (text) =>
    interpolate(
      text.replaceAll(PROPERTY, (_, name: string) => `\${${encodeName(name)}}`),
      values,
    );
}

const PROPERTY = /\$\{([^${}]*)\}/g;

// A property may have dots and dashes in its name, a variable may not: `spring-boot.version`.
function encodeName(name: string): string {
  return `p${name.replace(/\W/g, (character) => `_${character.codePointAt(0)}_`)}`;
}

function below(part: unknown, path: readonly string[], fill: Fill): Coordinates[] {
  return oneOrMore(field(part, ...path, 'dependency')).map((one) => coordinates(one, fill));
}

function pluginsOf(part: unknown, fill: Fill): Coordinates[] {
  return oneOrMore(field(part, 'build', 'plugins', 'plugin')).map((one) => {
    const group = textOf(field(one, 'groupId')) ?? 'org.apache.maven.plugins';
    const artifact = { artifactId: field(one, 'artifactId'), version: field(one, 'version') };
    return coordinates({ groupId: group, ...artifact }, fill);
  });
}

function coordinates(entry: unknown, fill: Fill): Coordinates {
  const group = textOf(field(entry, 'groupId'));
  const artifact = textOf(field(entry, 'artifactId'));
  const version = fill(textOf(field(entry, 'version')) ?? '');
  // `[1.2]` is 1.2 and nothing else; any other bracket is a range.
  const exact = /^\[([^,[\]]+)\]$/.exec(version)?.[1] ?? version;
  return {
    path: `${fill(group ?? UNKNOWN)}/${fill(artifact ?? UNKNOWN)}`,
    written: `${group ?? ''}:${artifact ?? ''}`,
    version: exact === '' || /[[\](),]/.test(exact) || exact.includes(UNKNOWN) ? undefined : exact,
    isTest: field(entry, 'scope') === 'test',
    isBom: field(entry, 'scope') === 'import',
  };
}
