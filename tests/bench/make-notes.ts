/** Gives numbers from 0 to below 1, always the same for the same seed: a linear congruence. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const WORDS =
  'fix add support for the parser when option is missing handle error in stream avoid crash on empty input update types of public method cache result by key improve speed of build remove deprecated flag allow custom headers with retry after timeout respect base path'.split(
    ' ',
  );
const HEADINGS = ['Features', 'Bug fixes', 'Breaking changes', 'Documentation', 'Internal'];

// Measured over real registries: a mean of 1.5 kB, one in twenty empty, a few above 20 kB.
const LOG_MEAN = 6.5;
const LOG_DEVIATION = 1.2;
const LONGEST = 60_000;

/** Release notes as markdown: headings, lists with links and references, code, tables. Lengths are log-normal. */
export function makeNotes(random: () => number): string {
  if (random() < 0.05) return '';
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const length = Math.min(LONGEST, Math.exp(LOG_MEAN + LOG_DEVIATION * normal));
  const blocks: string[] = [];
  let written = 0;
  while (written < length) {
    const block = makeBlock(random);
    blocks.push(block);
    written += block.length + 2;
  }
  return blocks.join('\n\n');
}

function makeBlock(random: () => number): string {
  const kind = random();
  if (kind < 0.15) return `## ${pick(HEADINGS, random)}`;
  if (kind < 0.25)
    return `\`\`\`js\nconst value = await ${pick(WORDS, random)}(${words(3, random)});\n\`\`\``;
  if (kind < 0.3)
    return `| option | does |\n| --- | --- |\n| \`${pick(WORDS, random)}\` | ${words(6, random)} |`;
  if (kind < 0.45)
    return `${words(24, random)}, see [the guide](https://docs.example.com/${pick(WORDS, random)}).`;
  const items = Array.from({ length: 1 + Math.floor(random() * 5) }, () => makeItem(random));
  return items.join('\n');
}

function makeItem(random: () => number): string {
  const number = 1 + Math.floor(random() * 9000);
  return `- **${pick(WORDS, random)}:** ${words(9, random)} \`${pick(WORDS, random)}\` (#${number}) by @dev-${number % 40}`;
}

function words(count: number, random: () => number): string {
  return Array.from({ length: count }, () => pick(WORDS, random)).join(' ');
}

function pick(from: readonly string[], random: () => number): string {
  return from[Math.floor(random() * from.length)] ?? '';
}
