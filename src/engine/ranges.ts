// What constants that a caller gives are held to. Messages name the constant and what it was.

/** @throws RangeError unless value is a finite number > 0 */
export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be above 0, got ${value}`);
  }
}

/** @throws RangeError unless value is a finite number ≥ 0 */
export function requireNotNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name} must be a number of at least 0, got ${value}`);
  }
}

/** @throws RangeError unless 0 ≤ value < 1: the share of the past that a running average keeps */
export function requireDecay(name: string, value: number): void {
  if (!(value >= 0 && value < 1)) {
    throw new RangeError(`${name} must be at least 0 and below 1, got ${value}`);
  }
}

/** @throws RangeError unless value is a whole number of at least `least` */
export function requireWhole(name: string, value: number, least = 1): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number of at least ${least}, got ${value}`);
  }
}
