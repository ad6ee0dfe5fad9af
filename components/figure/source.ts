/** Lines that belong to a comment. */
const comment = /^\s*(\/\*\*|\*|\/\/)/;

/**
 * Cuts a function, method or constant out of a source text by its name, with the comment that
 * precedes it: “show the code” shows the source itself.
 *
 * @param source the whole file
 * @param name   as declared: `matmul`, or `backward` for a method
 * @throws Error if the file declares nothing of that name: the build fails then
 */
export function excerpt(source: string, name: string): string {
  const lines = source.split('\n');
  const declaration = new RegExp(
    `^\\s*(export |private |protected |static |override |async )*` +
      `((function |class )${name}\\b|const ${name}\\b|${name}(<.*>)?\\(.*[{(,]$)`,
  );
  const start = lines.findIndex((line) => declaration.test(line));
  if (start < 0) throw new Error(`No function “${name}” in the source`);
  let first = start;
  while (comment.test(lines[first - 1] ?? '')) first -= 1;
  const indent = /^\s*/.exec(lines[start] ?? '')?.[0] ?? '';
  return lines
    .slice(first, endOf(lines, start) + 1)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
}

/** The line on which every bracket that was opened since `start` is closed again. */
function endOf(lines: readonly string[], start: number): number {
  let open = 0;
  return lines.findIndex((line, i) => {
    if (i < start) return false;
    const code = line.replace(/'[^']*'|`[^`]*`|\/\/.*$/g, '').trimEnd();
    open += (code.match(/[({[]/g) ?? []).length - (code.match(/[)}\]]/g) ?? []).length;
    return open === 0 && /[;}]$/.test(code);
  });
}
