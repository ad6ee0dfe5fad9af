import { execFileSync } from 'node:child_process';
import manifest from '../../package.json' with { type: 'json' };

/** The day of the last commit, or of the build where there is no git (a source archive). */
function dateOfSource(): string {
  try {
    const format = ['log', '-1', '--format=%cs'];
    return execFileSync('git', format, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return new Date().toISOString().slice(0, 10);
  }
}

/** Which edition of the book this is; `site.edition` has it, in the reader's browser too. */
export const edition = { version: manifest.version, date: dateOfSource() };
