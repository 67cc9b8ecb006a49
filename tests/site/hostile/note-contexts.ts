/** Where a text may stand in notes. What may swallow all that follows it comes last. */
export const NOTE_CONTEXTS: Readonly<Record<string, (vector: string) => string>> = {
  'notes: heading': (vector) => `# ${vector}\n\n## ${vector}`,
  'notes: list and task': (vector) => `- ${vector}\n- [ ] ${vector}`,
  'notes: table cell': (vector) => `| a |\n| - |\n| ${vector} |`,
  'notes: text of a link': (vector) => `[${vector}](https://a.example/)`,
  'notes: target of a link': (vector) => `[target](${vector})`,
  'notes: target in angle brackets': (vector) => `[target](<${vector}> "${vector}")`,
  'notes: reference': (vector) => `[target][r]\n\n[r]: ${vector} '${vector}'`,
  'notes: autolink': (vector) => `<${vector}> https://a.example/${vector}`,
  'notes: picture': (vector) => `![${vector}](${vector})`,
  'notes: inline code': (vector) => `\`${vector}\` **${vector}** ~~${vector}~~`,
  'notes: footnote': (vector) => `a[^1]\n\n[^1]: ${vector}`,
  'notes: mention and number': (vector) => `@${vector} #${vector} GH-${vector}`,
  'notes: alert': (vector) => `> [!TIP]\n> ${vector}`,
  'notes: info of a fence': (vector) => `\`\`\`${vector}\ncode\n\`\`\``,
  'notes: attribute': (vector) => `<a href="${vector}" title='${vector}'>x</a>`,
  'notes: details': (vector) =>
    `<details><summary>${vector}</summary>\n\n${vector}\n\n</details>\n\n<div>${vector}</div>`,
  'notes: block of code': (vector) => `\`\`\`\n${vector}\n\`\`\``,
  'notes: as they are': (vector) => vector,
};
