const PLACEHOLDERS =
  /^(?:tbd|tba|todo|wip|n\/?a|none|draft|placeholder|to be (?:done|added|announced|determined|written)|(?:coming|more) soon|work in progress|(?:release )?notes (?:to follow|coming soon|to come|will follow|tbd)|(?:release )?notes will be (?:added|published|available)(?: (?:here|later|soon|shortly))*)$/;

const LONGEST = 80;

/** Whether notes, as lines, say nothing yet: they are blank, or stand in for what is still to be written. */
export function isPlaceholder(notes: readonly string[]): boolean {
  const lines = notes.map((line) => line.trim()).filter((line) => line !== '');
  const [first = '', ...others] = lines;
  if (others.length > 0 || first.length > LONGEST) return first === '';
  const words = first.toLowerCase().replace(/^[#>*_~`\s([-]+|[*_~`\s)\].…!:-]+$/g, '');
  return words === '' || PLACEHOLDERS.test(words);
}
