import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { INJECTIONS } from '../../fixtures/summaries/injections.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/summaries/notes');
const HOSTILE = join(import.meta.dirname, '../../fixtures/hostile/injection.json');
const HERE = '%%HERE%%';

const Item = z.strictObject({ text: z.string(), quote: z.string() });
const Honest = z.strictObject({
  headline: Item,
  breaking: z.array(Item),
  security: z.array(Item),
  features: z.array(Item),
  fixes: z.array(Item),
  action: Item.nullable(),
});
export type Honest = z.infer<typeof Honest>;

/** Notes of one style, with a place for what strangers put in, and what an honest model would say of them. */
export interface NoteFixture {
  readonly name: string;
  readonly notes: string;
  readonly with: (injected: string) => string;
  readonly honest: Honest;
}

export const NOTES: readonly NoteFixture[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md'))
  .map((file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const honest = Honest.parse(JSON.parse(readFileSync(join(FOLDER, file.replace('.md', '.json')), 'utf8')));
    return {
      name: file.replace('.md', ''),
      notes: text.replace(HERE, ''),
      with: (injected: string) => text.replace(HERE, () => indented(text, injected)),
      honest,
    };
  });

// What is put into a list or a quotation stays in it, line by line.
function indented(text: string, injected: string): string {
  const line = text.split('\n').find((one) => one.includes(HERE)) ?? '';
  const [start = ''] = /^[>\s]*/.exec(line) ?? [];
  return injected.replaceAll('\n', `\n${start}`);
}

const Hostile = z.object({ llm: z.array(z.object({ kind: z.string(), body: z.string() })) });

/** Every injected order: ours, and those of the shared set without the notes that they come in. */
export const ORDERS: readonly (readonly [kind: string, body: string])[] = [
  ...INJECTIONS,
  ...Hostile.parse(JSON.parse(readFileSync(HOSTILE, 'utf8'))).llm.map(({ kind, body }) => {
    return [kind, body.slice(body.indexOf('Node 18') + 'Node 18'.length).trim()] as const;
  }),
];

/** All items of an answer. */
export function itemsIn({ headline, breaking, security, features, fixes, action }: Honest) {
  return [headline, ...breaking, ...security, ...features, ...fixes, ...(action === null ? [] : [action])];
}
