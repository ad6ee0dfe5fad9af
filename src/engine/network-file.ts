import { activationNames } from './activations';
import { DataError } from './data/errors';
import { float64Kernel, type Kernel } from './kernel';
import { type LossName, losses } from './losses';
import { Network, type NetworkSpec, requireValidSpec } from './network';
import {
  type Check,
  listOf,
  numberThat,
  objectOf,
  oneOf,
  orNull,
  recordOf,
} from './network-file-checks';
import { restoreNetwork, saveNetwork } from './network-state';

const FORMAT = 'forward-and-back/network';
/** Goes up when an older engine could not read what a newer one writes. */
const VERSION = 1;

/** Made when a file is read: whoever reads none then has none of this in the bundle. */
const numbers = () => ({
  any: numberThat(() => true, 'a number'),
  notNegative: numberThat((x) => x >= 0, 'a number of at least 0'),
});

function specCheck(): Check<NetworkSpec> {
  const { any, notNegative } = numbers();
  const size = numberThat((n) => Number.isInteger(n) && n > 0, 'a whole number of at least 1');
  const share = numberThat((x) => x >= 0 && x <= 1, 'a number from 0 to 1');
  const rate = numberThat((p) => p >= 0 && p < 1, 'a number from 0 to below 1');
  const norm = objectOf(
    { kind: oneOf(['batch', 'layer']) },
    { place: oneOf(['before', 'after']), epsilon: notNegative, momentum: share },
  );
  const dropout = objectOf({ rate }, { form: oneOf(['inverted', 'classic']) });
  const activationOptions = objectOf(
    {},
    { reluAtZero: oneOf([0, 1]), leakySlope: any, eluAlpha: any },
  );
  return objectOf(
    {
      sizes: listOf(size),
      activations: listOf(oneOf(activationNames)),
      loss: oneOf(Object.keys(losses) as LossName[]),
    },
    { activationOptions, extras: listOf(orNull(objectOf({}, { norm, dropout }))) },
  );
}

/**
 * A network as a JSON text: format, version, spec, every learned number, and a checksum. What
 * `readNetwork` makes of it gives the same outputs, to the last bit; only −0 becomes 0.
 * @throws RangeError if a parameter is infinite or no number, which JSON cannot say
 */
export function writeNetwork(network: Network): string {
  const state = Object.entries(saveNetwork(network));
  for (const [name, entries] of state) {
    const wrong = entries.find((entry) => !Number.isFinite(entry));
    if (wrong !== undefined) throw new RangeError(`writeNetwork: ${name} holds ${wrong}`);
  }
  const { spec } = network;
  const learned = Object.fromEntries(state.map(([name, entries]) => [name, Array.from(entries)]));
  const checksum = checksumOf(spec, learned);
  return JSON.stringify({ format: FORMAT, version: VERSION, spec, learned, checksum });
}

/**
 * The network of a text that `writeNetwork` made. A text made by other means may leave the checksum
 * out.
 * @throws DataError that says what is wrong: no JSON, another format or version, a field that is
 *   missing, unknown or out of its range, numbers that don't fit the sizes, a wrong checksum
 */
export function readNetwork(text: string, kernel: Kernel = float64Kernel): Network {
  const file = recordOf(parse(text), '');
  if (file.format !== FORMAT) {
    throw new DataError(`network file: its format is not “${FORMAT}”`);
  }
  if (file.version !== VERSION) {
    throw new DataError(
      `network file: it has version ${JSON.stringify(file.version)}, this engine reads ${VERSION}`,
    );
  }
  const { spec, learned, checksum } = objectOf(
    { format: oneOf([FORMAT]), version: oneOf([VERSION]), spec: specCheck(), learned: recordOf },
    { checksum: numbers().any },
  )(file, '');
  const state = learnedCheck(spec)(learned, 'learned');
  if (checksum !== undefined && checksum !== checksumOf(file.spec, learned)) {
    throw new DataError('network file: a number or a name has changed since it was saved');
  }
  const network = new Network(spec, kernel);
  restoreNetwork(network, state);
  return network;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DataError(`network file: it is not JSON: ${(error as Error).message}`);
  }
}

/** All that a network of this spec has learned; sizes are checked before any array is made. */
function learnedCheck(spec: NetworkSpec): Check<Readonly<Record<string, readonly number[]>>> {
  try {
    requireValidSpec(spec);
  } catch (error) {
    throw new DataError(`network file: ${(error as Error).message}`);
  }
  const { sizes, extras = [] } = spec;
  const { any, notNegative } = numbers();
  const fields: Record<string, Check<readonly number[]>> = {};
  for (let l = 1; l < sizes.length; l++) {
    const units = sizes[l]!;
    const norm = extras[l - 1]?.norm?.kind;
    fields[`W${l}`] = numbersOf(units * sizes[l - 1]!, any);
    fields[`b${l}`] = numbersOf(units, any);
    if (norm) fields[`gamma${l}`] = numbersOf(units, any);
    if (norm) fields[`beta${l}`] = numbersOf(units, any);
    if (norm === 'batch') fields[`runningMean${l}`] = numbersOf(units, any);
    if (norm === 'batch') fields[`runningVariance${l}`] = numbersOf(units, notNegative);
  }
  return objectOf(fields, {});
}

function numbersOf(length: number, check: Check<number>): Check<readonly number[]> {
  return (value, path) => {
    const entries = listOf(check)(value, path);
    if (entries.length === length) return entries;
    throw new DataError(`network file: ${path} needs ${length} numbers, got ${entries.length}`);
  };
}

/** FNV-1a over the JSON of both: any one changed character changes it. */
function checksumOf(spec: unknown, learned: unknown): number {
  const text = JSON.stringify([spec, learned]);
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
