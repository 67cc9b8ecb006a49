/**
 * Text of others as plain text of markdown. Where it is pasted into an issue it mentions nobody and refers to nothing: a comment between
 * the sign and the name is how GitHub and GitLab take neither for a reference.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>|~]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*\d*)([-+=.)])(?=\s)/, '$1\\$2')
    .replace(/([@#!])(?=\w)/g, '$1<!-- -->')
    .replace(/:\/\//g, ':<!-- -->//');
}
