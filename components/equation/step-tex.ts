import type { Operand, TraceStep } from '@engine';
import { equals } from './equals';

const digits = 6;

/** A number in TeX: six significant digits, trailing zeros dropped. */
const texNumber = (value: number): string => {
  const [mantissa = '', exponent] = String(Number(value.toPrecision(digits))).split('e');
  return exponent ? `${mantissa}\\cdot 10^{${Number(exponent)}}` : mantissa;
};

const bracketed = (value: number): string =>
  value < 0 ? `(${texNumber(value)})` : texNumber(value);

/** `p \cdot q + r \cdot s` over pairs of operands. */
const products = (operands: readonly Operand[]): string =>
  operands
    .map(({ value }, i) => `${i === 0 ? '' : i % 2 ? ' \\cdot ' : ' + '}${bracketed(value)}`)
    .join('');

const operandValue = (operands: readonly Operand[], symbol: Operand['symbol']): number => {
  const found = operands.find((operand) => operand.symbol === symbol);
  if (!found) throw new Error(`This step has no ${symbol}`);
  return found.value;
};

/**
 * One step of a trace as a line of TeX: its symbol, this step's numbers, its value. All digits come
 * from the engine. Sigmoid networks with squared error, as in the worked examples.
 */
export function stepTex(step: TraceStep): string {
  const { kind, layer, unit, from, operands, value } = step;
  const result = `${equals(step, digits) === '=' ? '=' : '\\approx'} ${texNumber(value)}`;
  switch (kind) {
    case 'z': {
      const bias = operands.at(-1)?.value ?? 0;
      return `\\zi{${layer}}{${unit}} = ${products(operands.slice(0, -1))} + ${bracketed(bias)} ${result}`;
    }
    case 'a':
      return `\\acti{${layer}}{${unit}} = \\sigma(${texNumber(operandValue(operands, 'z'))}) ${result}`;
    case 'loss': {
      const terms = operands
        .filter((_, i) => i % 2 === 0)
        .map(({ value: a }, j) => `(${texNumber(a)} - ${texNumber(operands[2 * j + 1]!.value)})^2`);
      return `\\loss = \\tfrac12\\bigl(${terms.join(' + ')}\\bigr) ${result}`;
    }
    case 'dLda':
      return `\\dds{\\loss}{\\acti{${layer}}{${unit}}} = ${
        operands[0]?.symbol === 'a'
          ? `${texNumber(operands[0].value)} - ${bracketed(operandValue(operands, 'y'))}`
          : products(operands)
      } ${result}`;
    case 'fprime':
      return `\\fp{${layer}}(\\zi{${layer}}{${unit}}) = \\sigma'(${texNumber(operandValue(operands, 'z'))}) ${result}`;
    case 'delta':
      return `\\delti{${layer}}{${unit}} = ${products(operands)} ${result}`;
    case 'dW':
      return `\\dds{\\loss}{\\Wi{${layer}}{${unit}${from}}} = ${products(operands)} ${result}`;
    case 'db':
      return `\\dds{\\loss}{\\biasi{${layer}}{${unit}}} = \\delti{${layer}}{${unit}} ${result}`;
    case 'W-new':
    case 'b-new': {
      const [old, rate, gradient] = operands;
      const symbol =
        kind === 'W-new' ? `\\Wi{${layer}}{${unit}${from}}` : `\\biasi{${layer}}{${unit}}`;
      return `${symbol} \\leftarrow ${texNumber(old!.value)} - ${texNumber(rate!.value)} \\cdot ${bracketed(gradient!.value)} ${result}`;
    }
  }
}
