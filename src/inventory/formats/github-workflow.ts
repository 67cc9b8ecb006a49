import { field, fieldsOf, itemsOf, textOf } from '../fields.ts';
import { createGathering, type Gathering } from '../gathering.ts';
import { addImage, BUILT_HERE } from '../image.ts';
import { ALL_DIRECT, type InventoryFormat, NOT_TOLD } from '../inventory-format.ts';
import { purlText } from '../purl-text.ts';

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
export const githubWorkflow: InventoryFormat = {
  id: 'github-workflow',
  title: 'GitHub workflow or action',
  names: ['action.yml', 'action.yaml', 'workflow*.yml', 'ci.yml'],
  tells: { direct: ALL_DIRECT, dev: NOT_TOLD },
  looksLike: (text) =>
    /^(?:jobs|runs):/m.test(text) &&
    /^[ \t]+(?:- )?["']?(?:uses|runs-on|using|container|image)["']?:/m.test(text),
  read: async (text) => {
    const { parseYaml } = await import('../parse/yaml.ts');
    const gathering = createGathering();
    const comments = commentsBeside(text);
    const [workflow] = parseYaml(text);
    const jobs = fieldsOf(field(workflow, 'jobs')).map(([, job]) => job);
    for (const job of jobs) {
      const services = fieldsOf(field(job, 'services')).map(([, service]) => service);
      for (const place of [field(job, 'container'), ...services]) {
        const image = textOf(place) ?? textOf(field(place, 'image'));
        if (image?.includes('${{') === true) gathering.skip(image, 'is named by an expression');
        else if (image !== undefined) addImage(gathering, image);
      }
    }
    const image = textOf(field(workflow, 'runs', 'image'));
    if (image !== undefined) readRuns(image, gathering);
    for (const part of [...jobs, field(workflow, 'runs')]) {
      for (const step of [part, ...itemsOf(field(part, 'steps'))]) {
        const uses = textOf(field(step, 'uses'));
        if (uses !== undefined) readUses(uses, comments.get(uses) ?? '', gathering);
      }
    }
    return gathering.done();
  },
};

const IMAGE = 'docker://';

// An action in a container has an image, or a Dockerfile beside it.
function readRuns(image: string, gathering: Gathering): void {
  if (image.startsWith(IMAGE)) addImage(gathering, image.slice(IMAGE.length));
  else gathering.skip(image, BUILT_HERE);
}

function readUses(uses: string, comment: string, gathering: Gathering): void {
  if (uses.startsWith('./')) gathering.skip(uses, 'is an action of the same repository');
  else if (uses.startsWith(IMAGE)) addImage(gathering, uses.slice(IMAGE.length));
  else readAction(uses, comment, gathering);
}

function readAction(uses: string, comment: string, gathering: Gathering): void {
  // Behind the repository may stand a folder of it, or a workflow.
  const [, owner, name, ref = ''] = /^([^/@\s]+)\/([^/@\s]+)(?:\/[^@\s]*)?@(\S+)$/.exec(uses) ?? [];
  // A commit is no version, and neither is a branch; what people write beside it, as in `# v4.1.0`, is.
  const version = /^[\da-f]{40}$/i.test(ref)
    ? /^\s*(?:tag=|ratchet:\S+@)?(v?\d[\w.+-]*)/.exec(comment)?.[1]
    : ref;
  const isTagged = version !== undefined && /\d/.test(version);
  if (owner === undefined) gathering.skip(uses, 'is no action of a repository');
  else
    gathering.add(purlText('github', `${owner}/${name}`), {
      version: isTagged ? version : undefined,
      isDirect: true,
    });
}

/** What a parser of YAML leaves out: the comment behind a value, by the value. */
function commentsBeside(text: string): ReadonlyMap<string, string> {
  const lines = text.matchAll(/^[ \t-]*["']?uses["']?:[ \t]*["']?([^\s"'#]+)["']?[ \t]+#[ \t]*(.*)$/gm);
  return new Map([...lines].map(([, uses = '', comment = '']) => [uses, comment]));
}
