import { invalid } from './invalid-inventory.ts';

/** @throws InvalidInventory for a text of more characters than this */
export function checkLength(text: string, longest: number): void {
  if (text.length <= longest) return;
  const limit = `${Math.floor(longest / 1_000_000)} million characters`;
  throw invalid(`larger than ${limit}`, 'give the lock file of one project, or a smaller part of the list');
}
