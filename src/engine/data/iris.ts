import { type DataSet, dataSetOf, type Sample, targetOf } from './dataset';
import { DataError } from './errors';

/** The species in the order of the classes 0, 1, 2. */
export const irisSpecies = ['setosa', 'versicolor', 'virginica'] as const;

/**
 * Reads Fisher's iris data as CSV: on each line sepal length, sepal width, petal length, petal width
 * in centimetres, and the species (`setosa` or `Iris-setosa`). A first line of names and empty lines
 * are skipped; quotes around a field are taken off.
 *
 * @returns X 4×m, Y 3×m (one row a species), samples in the order of the file
 * @throws DataError that names the line and what is wrong with it
 */
export function readIris(csv: string): DataSet {
  // `trim` takes a byte order mark off as well.
  const lines = csv.split(/\r\n|\r|\n/);
  const samples = lines.flatMap((line, i): Sample[] => {
    const fields = line.split(',').map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
    if (line.trim() === '' || (i === 0 && isHeading(fields))) return [];
    return [sampleOf(fields, i + 1)];
  });
  if (samples.length === 0) throw new DataError('iris: the file has no sample');
  return dataSetOf(samples);
}

/** A line of names: five fields that begin with a letter. */
const isHeading = (fields: readonly string[]): boolean =>
  fields.length === 5 && fields.every((field) => /^[a-z]/i.test(field));

function sampleOf(fields: readonly string[], line: number): Sample {
  if (fields.length !== 5) {
    throw new DataError(`iris, line ${line}: 5 fields are needed, got ${fields.length}`);
  }
  const x = fields.slice(0, 4).map((field, k) => {
    // Lengths in centimetres: Number would take '' for 0, and 0x10 and 1e999 as well.
    if (!/^\d+(\.\d+)?$/.test(field) || !(Number(field) > 0 && Number(field) < 100)) {
      throw new DataError(
        `iris, line ${line}, field ${k + 1}: a length between 0 and 100 cm is needed, got “${field}”`,
      );
    }
    return Number(field);
  });
  const name = fields[4]!.toLowerCase().replace(/^iris-/, '');
  const species = (irisSpecies as readonly string[]).indexOf(name);
  if (species < 0) {
    throw new DataError(
      `iris, line ${line}: the species must be ${irisSpecies.join(', ')}, got “${fields[4]}”`,
    );
  }
  return { x, y: targetOf(species, 3) };
}
