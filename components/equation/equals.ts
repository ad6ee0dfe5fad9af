/** What is shown of a step of a trace. */
interface Shown {
  readonly operands: readonly { readonly value: number }[];
  readonly value: number;
}

/** `=` where so many significant digits show a step's numbers and its value whole, else `≈`. */
export const equals = ({ operands, value }: Shown, digits: number): '=' | '≈' =>
  [...operands.map((operand) => operand.value), value].every((number) => isWhole(number, digits))
    ? '='
    : '≈';

/** Up to what rounding in binary does to a number such as 0.1. */
const isWhole = (number: number, digits: number): boolean =>
  Math.abs(Number(number.toPrecision(digits)) - number) <= 1e-14 * Math.abs(number);
