const HEADING = /^\s{0,3}#{1,6}\s/;

/**
 * Notes in parts of at most so many characters, cut before headings where that goes, else between lines. Together they are the notes,
 * white space at the cuts aside.
 */
export function splitNotes(notes: string, most: number): readonly string[] {
  const parts: string[] = [];
  let open = '';
  for (const section of sectionsOf(notes)) {
    for (const piece of section.length > most ? linesOf(section, most) : [section]) {
      const joined = open === '' ? piece : `${open}\n${piece}`;
      if (joined.length <= most) open = joined;
      else {
        parts.push(open);
        open = piece;
      }
    }
  }
  return [...parts, open].map((part) => part.trim()).filter((part) => part !== '');
}

function sectionsOf(notes: string): string[] {
  const sections: string[][] = [[]];
  for (const line of notes.split('\n')) {
    if (HEADING.test(line) && sections.at(-1)?.length !== 0) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections.map((lines) => lines.join('\n'));
}

// A line that is too long by itself is cut anywhere, but not within a character.
function linesOf(section: string, most: number): string[] {
  return section.split('\n').flatMap((line) => {
    const pieces: string[] = [];
    let rest = line;
    while (rest.length > most) {
      const cut = rest.slice(0, most).replace(/[\ud800-\udbff]$/, '');
      pieces.push(cut);
      rest = rest.slice(cut.length);
    }
    return [...pieces, rest];
  });
}
