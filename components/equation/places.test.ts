import { expect, it } from 'vitest';
import { usesIn } from './places';

const mdx = `See <EqRef id="z" />.

## 前向传播 [#the-forward-pass]

<Equation id="z" />

### A \`layer\`

By <EqRef id="a" />, <EqRef id="z" />.
`;

it('finds where an equation stands and is named, with the section and its anchor', () => {
  expect(usesIn(mdx, 'z')).toEqual([
    { section: '', anchor: 'ref-z-1' },
    { section: '前向传播', anchor: 'eq-z' },
    { section: 'A layer', anchor: 'ref-z-2' },
  ]);
  expect(usesIn(mdx, 'b')).toEqual([]);
});
