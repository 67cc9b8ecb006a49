import { createGathering, type Gathering } from '../gathering.ts';
import { addImage } from '../image.ts';
import { interpolate } from '../interpolate.ts';
import { ALL_DIRECT, type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';

/** https://docs.docker.com/reference/dockerfile/ */
export const dockerfile: InventoryFormat = {
  id: 'dockerfile',
  title: 'Dockerfile',
  names: ['Dockerfile', 'Containerfile', 'Dockerfile.*', '*.Dockerfile', 'Dockerfile-*'],
  tells: { direct: ALL_DIRECT, dev: NOT_TOLD },
  looksLike: (text) =>
    /^[ \t]*FROM[ \t]+\S+/im.test(text.slice(0, 60_000)) &&
    /^[ \t]*(?:RUN|COPY|CMD|ENTRYPOINT|WORKDIR|ARG|ADD|ENV)\s/im.test(text),
  read: (text) => {
    const gathering = createGathering();
    const values = new Map<string, string>(PLATFORM);
    const stages = new Set<string>();
    let isBeforeFirst = true;
    for (const { verb, rest } of instructionsIn(text)) {
      // Only what stands before the first FROM is known to any of them.
      if (verb === 'ARG' && isBeforeFirst) readArguments(rest, values);
      if (verb === 'FROM') {
        isBeforeFirst = false;
        const [image = '', as, name] = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
        addBase(image, interpolate(image, values), stages, gathering);
        if (as?.toUpperCase() === 'AS' && name !== undefined) stages.add(name.toLowerCase());
      }
      if (verb === 'COPY' || verb === 'RUN') {
        for (const image of sourcesIn(rest)) addBase(image, image, stages, gathering);
      }
    }
    return gathering.done();
  },
};

// https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
const PLATFORM = ['TARGETPLATFORM', 'TARGETOS', 'TARGETARCH', 'BUILDPLATFORM', 'BUILDOS', 'BUILDARCH'].map(
  (name) => [name, name.endsWith('OS') ? 'linux' : 'amd64'] as const,
);

function addBase(written: string, image: string, stages: ReadonlySet<string>, gathering: Gathering): void {
  // Earlier stages, by name or number, are parts of the same file.
  if (image === 'scratch' || stages.has(image.toLowerCase()) || /^\d+$/.test(image)) return;
  addImage(gathering, image, written);
}

/** Where COPY --from=… and RUN --mount=…,from=… take files. */
function sourcesIn(rest: string): string[] {
  const options = rest.split(/\s+/).filter((word) => /^--(?:from|mount)=/.test(word));
  return options.flatMap((option) => /(?:^--|[,=])from=([^,]+)/.exec(option)?.[1] ?? []);
}

function readArguments(rest: string, values: Map<string, string>): void {
  for (const [, name = '', value] of rest.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g)) {
    if (value !== undefined) values.set(name, interpolate(value.replace(/^(["'])(.*)\1$/, '$2'), values));
  }
}

interface Instruction {
  readonly verb: string;
  readonly rest: string;
}

// A word of its own: `<<<` and `1<<n` are the shell’s. https://docs.docker.com/reference/dockerfile/#here-documents
const HERE = /(?<!\S)\d*<<-?(["']?)([A-Za-z_]\w*)\1(?!\S)/g;

/** Instructions with the lines that continue them; comments and the bodies of here-documents are left out. */
function instructionsIn(text: string): Instruction[] {
  const instructions: Instruction[] = [];
  const continuation = /^\s*#\s*escape\s*=\s*`/im.test(text.slice(0, 500)) ? '`' : '\\';
  const ends: string[] = [];
  let begun = '';
  for (const line of text.split(/\r?\n/)) {
    if (ends.length > 0) {
      if (line.trim() === ends[0]) ends.shift();
      continue;
    }
    const content = line.trim();
    if (content === '' || content.startsWith('#')) continue;
    if (content.endsWith(continuation)) {
      begun += `${content.slice(0, -1)} `;
      continue;
    }
    const whole = `${begun}${content}`;
    begun = '';
    const [, verb = '', rest = ''] = /^(\w+)\s+(.*)$/s.exec(whole) ?? [];
    instructions.push({ verb: verb.toUpperCase(), rest });
    if (/^(?:RUN|COPY|ADD)$/i.test(verb)) for (const [, , end = ''] of rest.matchAll(HERE)) ends.push(end);
  }
  return instructions;
}
