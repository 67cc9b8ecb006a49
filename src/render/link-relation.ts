/** The `rel` of every link in upstream text: no credit for spam, no way back to our window, no address handed on. */
export const LINK_RELATION = 'nofollow ugc noopener noreferrer';
