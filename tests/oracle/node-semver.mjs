// node-semver, the implementation that npm uses.
import { createInterface } from 'node:readline';
import { compare, valid } from 'semver';

for await (const line of createInterface({ input: process.stdin })) {
  const [a, b] = line.split('\t');
  console.log(valid(a) && valid(b) ? compare(a, b) : 'ERR');
}
