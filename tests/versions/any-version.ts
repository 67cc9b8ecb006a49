import fc from 'fast-check';
import '../arbitrary.ts';

const number = fc.oneof(
  fc.nat(3),
  fc.nat(3000),
  fc.constantFrom('9007199254740993', '9007199254740992', '007'),
);
const words = ['rc', 'RC', 'alpha', 'a', 'beta', 'lts', 'post', 'constructor', 'dev', 'é', 'v'];
const piece = fc.oneof(number.map(String), fc.constantFrom('.', '-', '+', '_', ' ', ...words));

/** Texts that look like versions, most of them close to one another. */
const versionLike = fc.oneof(
  fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2)).map((numbers) => numbers.join('.')),
  fc
    .tuple(fc.constantFrom('', 'v'), fc.array(piece, { minLength: 1, maxLength: 6 }))
    .map(([v, parts]) => v + parts.join('')),
  fc
    .tuple(
      fc.nat(1),
      fc.constantFrom('-', '+', '-rc.', '+b.'),
      fc.array(number, { minLength: 1, maxLength: 3 }),
    )
    .map(([major, mark, parts]) => `${major}.0.0${mark}${parts.join('.')}`),
);

/** Version-like texts, and any text at all. */
export const anyVersion = fc.oneof(
  { weight: 4, arbitrary: versionLike },
  fc.string({ unit: 'binary', maxLength: 12 }),
);
