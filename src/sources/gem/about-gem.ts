import { z } from 'zod';

const Text = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((text) => text || undefined);

/** The reply of `/api/v1/gems/<gem>.json`. https://guides.rubygems.org/rubygems-org-api/#gem-methods */
export const AboutGem = z
  .object({
    name: z.string(),
    info: Text,
    licenses: z.array(z.string()).nullish().catch(undefined),
    homepage_uri: Text,
    source_code_uri: Text,
  })
  .transform(({ info, licenses, homepage_uri, source_code_uri }) => ({
    description: info,
    // The specification of gems does not tell whether one of several may be chosen.
    license: licenses?.join(', '),
    homepage: homepage_uri,
    repository: source_code_uri,
  }));
