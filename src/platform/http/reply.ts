/** The head of an answer; `url` is the address that gave it, after redirects. */
export interface Head {
  readonly status: number;
  readonly url: string;
  readonly headers: Headers;
}

/** An answer with its whole body, decoded. */
export interface Reply extends Head {
  readonly body: Uint8Array;
}

/** An answer whose body was JSON; `json` is undefined for a status that is no 2xx. */
export interface JsonReply extends Head {
  readonly json: unknown;
}
