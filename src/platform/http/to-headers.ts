/** Headers as undici gives them. A character that no header may hold becomes `?`: `append` would throw a TypeError at the host's whim. */
export function toHeaders(raw: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(raw)) {
    for (const value of [values].flat()) headers.append(name, value.replace(/[^\t\x20-\xff]/g, '?'));
  }
  return headers;
}
