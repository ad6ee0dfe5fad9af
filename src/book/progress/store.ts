import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import {
  type Attempt,
  attemptSchema,
  type Draft,
  draftSchema,
  merge,
  nothing,
  type Progress,
} from './record';

/** Why progress is kept for this visit only. */
export type Trouble = 'blocked' | 'full' | 'newer-version';

/**
 * What the reader did, kept in this browser. Every method works whatever the browser allows: when
 * storage is blocked, full or broken, the rest of the visit lives in memory and `trouble` says why.
 */
export interface ProgressStore {
  /** Set when something could not be stored. */
  readonly trouble: Trouble | undefined;
  /** Entries found unreadable at the last `read`: left where they are, never used. */
  readonly damaged: number;
  read(): Promise<Progress>;
  addAttempt(attempt: Attempt): Promise<void>;
  saveDraft(draft: Draft): Promise<void>;
  /** Adds what an imported file holds to what is here, all of it or nothing. */
  addAll(progress: Progress): Promise<void>;
  erase(): Promise<void>;
  /** Calls back after any change, in this tab or another. @returns a function that stops it */
  watch(changed: () => void): () => void;
}

interface Schema extends DBSchema {
  attempts: { key: string; value: unknown };
  drafts: { key: string; value: unknown };
}

const databaseName = 'forward-and-back';
const databaseVersion = 1;

/** Opens the store. Never rejects. */
export async function openProgress(name = databaseName): Promise<ProgressStore> {
  try {
    return new Store(await open(name), name);
  } catch (error) {
    return new Store(undefined, name, troubleOf(error));
  }
}

const open = (name: string): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(name, databaseVersion, {
    upgrade(database) {
      database.createObjectStore('attempts', { keyPath: 'key' });
      database.createObjectStore('drafts', { keyPath: 'exercise' });
    },
    // Another tab wants a newer version: let it, this one goes on in memory.
    blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
  });

class Store implements ProgressStore {
  damaged = 0;
  /** What could not be written, and everything when there is no database. */
  private memory: Progress = nothing;
  private readonly channel: BroadcastChannel | undefined;
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly database: IDBPDatabase<Schema> | undefined,
    name: string,
    public trouble: Trouble | undefined = undefined,
  ) {
    if (typeof BroadcastChannel !== 'undefined') this.channel = new BroadcastChannel(name);
    this.channel?.addEventListener('message', () => this.tell());
  }

  async read(): Promise<Progress> {
    const stored = await this.tryTo(async (database) => {
      const transaction = database.transaction(['attempts', 'drafts']);
      return Promise.all([
        transaction.objectStore('attempts').getAll(),
        transaction.objectStore('drafts').getAll(),
      ]);
    });
    if (!stored) return this.memory;
    const [attempts, badAttempts] = readable(attemptSchema, stored[0]);
    const [drafts, badDrafts] = readable(draftSchema, stored[1]);
    this.damaged = badAttempts + badDrafts;
    return merge({ attempts, drafts }, this.memory);
  }

  addAttempt(attempt: Attempt): Promise<void> {
    return this.addAll({ attempts: [attempt], drafts: [] });
  }

  saveDraft(draft: Draft): Promise<void> {
    return this.addAll({ attempts: [], drafts: [draft] });
  }

  async addAll(added: Progress): Promise<void> {
    const written = await this.tryTo(async (database) => {
      const transaction = database.transaction(['attempts', 'drafts'], 'readwrite');
      const drafts = transaction.objectStore('drafts');
      const puts = added.attempts.map((attempt) =>
        transaction.objectStore('attempts').put(attempt),
      );
      for (const draft of added.drafts) {
        const known = v.safeParse(draftSchema, await drafts.get(draft.exercise));
        if (!known.success || known.output.at <= draft.at) puts.push(drafts.put(draft));
      }
      await Promise.all([...puts, transaction.done]);
      return true;
    });
    if (!written) this.memory = merge(this.memory, added);
    this.changed();
  }

  async erase(): Promise<void> {
    this.memory = nothing;
    await this.tryTo(async (database) => {
      const transaction = database.transaction(['attempts', 'drafts'], 'readwrite');
      await Promise.all([
        transaction.objectStore('attempts').clear(),
        transaction.objectStore('drafts').clear(),
        transaction.done,
      ]);
    });
    this.changed();
  }

  watch(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  /** Runs a piece of work on the database; undefined, with `trouble` set, if it fails. */
  private async tryTo<T>(
    work: (database: IDBPDatabase<Schema>) => Promise<T>,
  ): Promise<T | undefined> {
    if (!this.database) return undefined;
    try {
      return await work(this.database);
    } catch (error) {
      this.trouble = troubleOf(error);
      return undefined;
    }
  }

  private changed(): void {
    this.tell();
    this.channel?.postMessage('changed');
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher();
  }
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer-version' : 'blocked';
}

/** The entries that fit their schema, and how many did not. */
function readable<S extends v.GenericSchema>(
  schema: S,
  entries: readonly unknown[],
): [v.InferOutput<S>[], number] {
  const good = entries.flatMap((entry) => {
    const result = v.safeParse(schema, entry);
    return result.success ? [result.output] : [];
  });
  return [good, entries.length - good.length];
}
