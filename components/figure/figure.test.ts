import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { annotate } from './annotate';
import { fixed, fixedOrSmall, short } from './format';
import { decodeFragment, encodeFragment } from './fragment';
import { boundedNumber, rowsOfNumbers, wholeNumber } from './schema';
import { excerpt } from './source';

const schema = v.object({
  epsilon: boundedNumber(0, 10),
  step: wholeNumber(0, 50),
  mode: v.picklist(['one', 'two']),
  W: rowsOfNumbers(4, 100),
});
type State = v.InferOutput<typeof schema>;
const first: State = { epsilon: 0.1, step: 0, mode: 'one', W: [[1, 2]] };

const states: fc.Arbitrary<State> = fc.record({
  epsilon: fc.double({ min: 0, max: 10, noNaN: true }).map((x) => x + 0),
  step: fc.nat(50),
  mode: fc.constantFrom('one' as const, 'two' as const),
  W: fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, cols]) => {
      const row = fc.array(
        fc.double({ min: -100, max: 100, noNaN: true }).map((x) => x + 0),
        {
          minLength: cols,
          maxLength: cols,
        },
      );
      return fc.array(row, { minLength: rows, maxLength: rows });
    }),
});

describe('state in the address', () => {
  it('comes back to the last digit', () => {
    fc.assert(
      fc.property(states, (state) => {
        const fragment = encodeFragment('widget', state, first);
        expect(decodeURI(`#${fragment}`)).toMatch(/^#[\x20-\x7e]*$/);
        const back = decodeFragment(`#${fragment}`, 'widget', schema, first);
        expect(back).toEqual(fragment ? { kind: 'state', state } : { kind: 'none' });
      }),
      { numRuns: 500 },
    );
  });

  it('is that state or damaged, whatever is done to the fragment: 1,000 times', () => {
    fc.assert(
      fc.property(
        states,
        fc.nat(200),
        fc.nat(6),
        fc.string({ maxLength: 5, unit: 'binary' }),
        (state, at, cut, junk) => {
          const text = encodeFragment('widget', { ...state, step: 7 }, first);
          const place = 7 + (at % Math.max(1, text.length - 7));
          const decoded = decodeFragment(
            text.slice(0, place) + junk + text.slice(place + cut),
            'widget',
            schema,
            first,
          );
          if (decoded.kind === 'state') expect(v.is(schema, decoded.state)).toBe(true);
          else expect(decoded.kind).toBe('damaged');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each(['widget=', 'widget=%', 'widget=(', 'widget=null', 'widget=**__', "widget=('step'~99)"])(
    'refuses %s',
    (fragment) => {
      expect(decodeFragment(fragment, 'widget', schema, first).kind).toBe('damaged');
    },
  );

  it('leaves alone what belongs to others', () => {
    expect(decodeFragment('#a-hidden-layer', 'widget', schema, first).kind).toBe('none');
    expect(decodeFragment('#other=()', 'widget', schema, first).kind).toBe('none');
  });

  it('reads like what it says', () => {
    expect(encodeFragment('widget', { ...first, epsilon: 0.001 }, first)).toBe(
      "widget=('epsilon'~0.001)",
    );
  });
});

describe('numbers', () => {
  it.each([
    [-0.25, 2, '−0.25'],
    [-0.00001, 2, '0.00'],
    [Number.NaN, 2, '–'],
    [1 / 0, 2, '∞'],
  ])('fixed(%d, %d) is %s', (value, decimals, text) => {
    expect(fixed(value, decimals)).toBe(text);
  });

  it.each([
    [0, '0'],
    [0.5, '0.5'],
    [-1.23456, '−1.235'],
    [-1.5e-9, '−1.5×10⁻⁹'],
    [123456, '123456'],
    [2e6, '2×10⁶'],
  ])('short(%d) is %s', (value, text) => {
    expect(short(value)).toBe(text);
  });

  it.each([
    [0, '0.0000'],
    [-0.00004, '−4×10⁻⁵'],
    [0.0000061, '6.1×10⁻⁶'],
    [0.00006, '0.0001'],
    [-1.5, '−1.5000'],
  ])('fixedOrSmall(%d) is %s', (value, text) => {
    expect(fixedOrSmall(value)).toBe(text);
  });
});

describe('the code that is shown', () => {
  const source = (file: string) => readFileSync(`src/engine/${file}`, 'utf8');

  it('is a function with its comment', () => {
    const text = excerpt(source('gradcheck.ts'), 'finiteDifference');
    expect(text.startsWith('/**\n * The two-sided difference')).toBe(true);
    expect(text.endsWith('return (plus - minus) / (2 * epsilon);\n}')).toBe(true);
  });

  it('is a method without its class’s indent', () => {
    const text = excerpt(source('network.ts'), 'sgdStep');
    expect(text.startsWith('/** One step of gradient descent')).toBe(true);
    expect(text.endsWith('\n}')).toBe(true);
  });

  it('fails on a name that is not there', () => {
    expect(() => excerpt(source('network.ts'), 'nothing')).toThrow('No function “nothing”');
  });

  it('keeps every character, and marks identifiers but no words of comments', () => {
    const text = excerpt(source('network.ts'), 'sgdStep');
    expect(
      annotate(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    const marked = annotate("/** a b */ const z = W * a + b; // W\nlog('W', `b`); constructor();");
    expect(marked.flatMap(({ text, sym }) => (sym ? [`${text}:${sym}`] : []))).toEqual([
      'z:z',
      'W:W',
      'a:a',
      'b:b',
    ]);
  });
});
