import { RULES } from '../../derive/meaning/rules.ts';
import { code, table } from './markdown.ts';
import { putBetween } from './put-between.ts';

const BEGIN = '<!-- Rules: npm run docs writes from here … -->';
const END = '<!-- … to here: rules. -->';

/** docs/meaning.md with every rule that gives an item its kind. Undefined where the page has no place for them. */
export function withMeaningRules(page: string): string | undefined {
  const rows = Object.entries(RULES).map(([rule, says]) => [code(rule), says]);
  return putBetween(page, BEGIN, END, table(['rule', 'what a reader is told'], rows).trimEnd());
}
