// Longer than any of them with its decoration: what is longer says something.
const LONGEST = 120;

const SUBJECT = '(?:the )?(?:full |complete )?(?:release |version )?(?:notes?|changelog|details|description)';
const PROMISE = [
  'tb[acd]',
  'todo',
  'wip',
  'n/?a',
  '(?:coming|available|to follow|follow) (?:soon|later|shortly)',
  'to (?:follow|come)',
  'to be (?:added|announced|completed|confirmed|decided|defined|determined|done|written)',
  '(?:work )?in progress',
  'placeholder',
].join('|');
const PLACEHOLDER = new RegExp(`^(?:${SUBJECT}(?: is| are| will(?: be)?)?:? )?(?:${PROMISE})$`);

/** Whether notes say nothing yet: they are absent, blank, or stand in for what is still to be written, such as `_TBD_`. */
export function isPlaceholder(notes: string | readonly string[] | undefined): boolean {
  if (notes === undefined) return true;
  const text = (typeof notes === 'string' ? notes : notes.join('\n')).trim();
  if (text === '') return true;
  if (text.length > LONGEST) return false;
  const plain = text
    .toLowerCase()
    .replace(/[*_~`#>[\]()<!.…]+/g, ' ')
    .replace(/[-–—:\s]+$|^[-–—+:\s]+/g, '')
    .replace(/\s+/g, ' ');
  return PLACEHOLDER.test(plain);
}
