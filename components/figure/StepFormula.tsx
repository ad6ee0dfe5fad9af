import type { SymbolName } from '@book/symbols';
import { equals } from '@components/equation/equals';
import type { ActivationName, Operand, TraceStep } from '@engine';
import { type ComponentChildren, Fragment } from 'preact';
import { Num, Partial, Sym } from './Formula';
import { short } from './format';

/** Significant digits of the numbers in a formula. */
const digits = 5;

/** What stands between a step's numbers and its value. */
export const stepEquals = (step: TraceStep) => equals(step, digits);

/** A step's formula three times: what is computed, with letters, with this step's numbers. */
export interface StepFormula {
  left: ComponentChildren;
  letters: ComponentChildren;
  numbers: ComponentChildren;
}

const role: Partial<Record<Operand['symbol'], SymbolName>> = { dLda: 'grad', fprime: 'f' };

/** The symbol of an operand; the activations of layer 0 are the inputs. */
function Letter({ operand }: { operand: Operand }) {
  const { symbol, layer, indices } = operand;
  const index = indices.join('');
  if (symbol === 'a' && layer === 0) return <Sym of="x" index={index} />;
  if (symbol === 'y') return <Sym of="y" index={index} />;
  if (symbol === 'dLda') return <Partial of="a" layer={layer} index={index} />;
  if (symbol === 'fprime') return <Slope layer={layer} index={index} />;
  return <Sym of={symbol as SymbolName} layer={layer} index={index} />;
}

const Slope = ({ layer, index }: { layer: number; index: string }) => (
  <>
    <Sym of="f" layer={layer} mark="′" />(<Sym of="z" layer={layer} index={index} />)
  </>
);

/** A number as an operand: in brackets where a minus sign would meet another sign. */
function Value({ operand, bare = false }: { operand: Operand; bare?: boolean }) {
  const text = short(operand.value, digits);
  const symbol =
    operand.symbol === 'a' && operand.layer === 0 ? 'x' : (role[operand.symbol] ?? operand.symbol);
  return <Num of={symbol as SymbolName}>{!bare && text.startsWith('−') ? `(${text})` : text}</Num>;
}

/** `p·q + r·s + …` over pairs of operands. */
const products = (pairs: readonly Operand[], Draw: typeof Letter | typeof Value) =>
  pairs.map((operand, i) => (
    <Fragment key={i}>
      {i > 0 && (i % 2 ? '·' : ' + ')}
      <Draw operand={operand} />
    </Fragment>
  ));

/** The activation function of an argument, written out. */
function applied(f: ActivationName, argument: ComponentChildren, all: ComponentChildren) {
  switch (f) {
    case 'sigmoid':
      return (
        <>
          1 / (1 + e<sup>−{argument}</sup>)
        </>
      );
    case 'tanh':
      return <>tanh({argument})</>;
    case 'relu':
      return <>max(0, {argument})</>;
    case 'softmax':
      return (
        <>
          e<sup>{argument}</sup> / ({all})
        </>
      );
    default:
      return argument;
  }
}

/** Formula of a step. @param a the unit's own activation, known when f′ is asked for */
export function formulaOf(step: TraceStep, f: ActivationName, a: number | undefined): StepFormula {
  const { kind, layer, unit, from, operands } = step;
  const unitIndex = String(unit);
  const symbol = (of: SymbolName) => <Sym of={of} layer={layer} index={unitIndex} />;
  switch (kind) {
    case 'z': {
      const [bias] = operands.slice(-1);
      const rest = operands.slice(0, -1);
      return {
        left: symbol('z'),
        letters: (
          <>
            {products(rest, Letter)} + <Letter operand={bias!} />
          </>
        ),
        numbers: (
          <>
            {products(rest, Value)} + <Value operand={bias!} />
          </>
        ),
      };
    }
    case 'a': {
      const own = operands.find(({ indices }) => indices[0] === unit) ?? operands[0]!;
      const sum = (Draw: typeof Letter | typeof Value) =>
        operands.map((operand, i) => (
          <Fragment key={i}>
            {i > 0 && ' + '}e
            <sup>
              <Draw operand={operand} />
            </sup>
          </Fragment>
        ));
      return {
        left: symbol('a'),
        letters: applied(f, <Letter operand={own} />, sum(Letter)),
        numbers: applied(f, <Value operand={own} />, sum(Value)),
      };
    }
    case 'loss':
      return { left: <Sym of="L" />, ...lossFormula(step) };
    case 'dLda':
      return { left: <Partial of="a" layer={layer} index={unitIndex} />, ...slopeByOutput(step) };
    case 'fprime':
      return {
        left: <Slope layer={layer} index={unitIndex} />,
        ...slopeOf(f, symbol('a'), operands[0]!, a),
      };
    case 'delta':
      return { left: symbol('delta'), ...deltaFormula(step) };
    case 'dW':
      return {
        left: <Partial of="W" layer={layer} index={`${unit}${from}`} />,
        letters: products(operands, Letter),
        numbers: products(operands, Value),
      };
    default:
      return {
        left: <Partial of="b" layer={layer} index={unitIndex} />,
        letters: <Letter operand={operands[0]!} />,
        numbers: <Value operand={operands[0]!} bare />,
      };
  }
}

function lossFormula({ equation, operands }: TraceStep) {
  const draw = (Draw: typeof Letter | typeof Value) => {
    const terms = operands
      .filter((_, i) => i % 2 === 0)
      .map((output, j) => {
        const target = operands[2 * j + 1]!;
        return equation === 'fb-loss-se' ? (
          <Fragment key={j}>
            {j > 0 && ' + '}(<Draw operand={output} /> − <Draw operand={target} />
            )²
          </Fragment>
        ) : (
          <Fragment key={j}>
            {j > 0 && ' + '}
            <Draw operand={target} />
            ·log <Draw operand={output} />
          </Fragment>
        );
      });
    return equation === 'fb-loss-se' ? <>½ [{terms}]</> : <>−({terms})</>;
  };
  return { letters: draw(Letter), numbers: draw(Value) };
}

function slopeByOutput({ equation, operands }: TraceStep) {
  if (equation === 'fb-delta-output-scalar') return difference(operands);
  return { letters: products(operands, Letter), numbers: products(operands, Value) };
}

const difference = ([output, target]: readonly Operand[]) => ({
  letters: (
    <>
      <Letter operand={output!} /> − <Letter operand={target!} />
    </>
  ),
  numbers: (
    <>
      <Value operand={output!} bare /> − <Value operand={target!} />
    </>
  ),
});

function deltaFormula({ equation, unit, operands }: TraceStep) {
  if (equation === 'fb-delta-softmax-ce') return difference(operands);
  if (equation !== 'fb-delta-softmax-jacobian') {
    return { letters: products(operands, Letter), numbers: products(operands, Value) };
  }
  const pairs = operands.flatMap((g, i) => (i % 2 ? [] : [{ g, a: operands[i + 1]! }]));
  const own = pairs[unit - 1]!;
  const draw = (Draw: typeof Letter | typeof Value) => (
    <>
      <Draw operand={own.a} />
      ·(
      <Draw operand={own.g} /> − (
      {products(
        pairs.flatMap(({ g, a }) => [a, g]),
        Draw,
      )}
      ))
    </>
  );
  return { letters: draw(Letter), numbers: draw(Value) };
}

/** f′(z), through the activation where that is how it is computed. */
function slopeOf(f: ActivationName, aLetter: ComponentChildren, z: Operand, a: number | undefined) {
  const value = <Num of="a">{short(a ?? Number.NaN, digits)}</Num>;
  const bracketed = a !== undefined && a < 0 ? <>({value})</> : value;
  switch (f) {
    case 'sigmoid':
      return {
        letters: (
          <>
            {aLetter}·(1 − {aLetter})
          </>
        ),
        numbers: (
          <>
            {value}·(1 − {value})
          </>
        ),
      };
    case 'tanh':
      return { letters: <>1 − {aLetter}²</>, numbers: <>1 − {bracketed}²</> };
    case 'relu':
      return {
        letters: (
          <>
            1 (<Letter operand={z} /> &gt; 0), 0 (<Letter operand={z} /> ≤ 0)
          </>
        ),
        numbers: (
          <>
            1 (<Value operand={z} bare /> &gt; 0), 0 (<Value operand={z} bare /> ≤ 0)
          </>
        ),
      };
    default:
      return { letters: '1', numbers: '1' };
  }
}
