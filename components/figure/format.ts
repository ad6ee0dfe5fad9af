/** A number with a fixed count of decimals and a real minus sign; a zero has no sign. */
export function fixed(value: number, decimals = 4): string {
  if (!Number.isFinite(value)) return infinite(value);
  const text = value.toFixed(decimals);
  return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '−');
}

/**
 * A number with as many digits as mean something: `digits` significant ones, an exponent where
 * plain writing would be long (`3.2×10⁻⁹`), a real minus sign.
 */
export function short(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return infinite(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e6 || size < 1e-4) {
    const [mantissa = '', exponent = ''] = value.toExponential(digits - 1).split('e');
    return `${trim(mantissa)}×10${superscript(Number(exponent))}`.replace('-', '−');
  }
  // Whole digits are never rounded away: 123456 stays.
  const decimals = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  return trim(value.toFixed(decimals)).replace('-', '−');
}

/** As `fixed`; where that would show a number as 0 that is not, two digits with a power of ten. */
export const fixedOrSmall = (value: number, decimals = 4): string =>
  value !== 0 && Number(value.toFixed(decimals)) === 0 ? short(value, 2) : fixed(value, decimals);

/** A number exactly as JavaScript holds it, with a real minus sign: for fields and scripts to read. */
export const exact = (value: number): string => String(value).replace('-', '−');

const infinite = (value: number): string => (Number.isNaN(value) ? '–' : value > 0 ? '∞' : '−∞');

const trim = (text: string): string =>
  text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text;

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const superscript = (n: number): string =>
  String(n)
    .replace(/\d/g, (d) => digits[Number(d)] ?? '')
    .replace('-', '⁻');
