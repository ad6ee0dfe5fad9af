/** Thrown when a file of data or of a network isn't what it should be; the message says why. */
export class DataError extends Error {
  /** Always `DataError`. */
  override readonly name = 'DataError';
}
