/** Lines of JSON in, lines of JSON out, one for each: what streaming engines speak. */

/** The lines of a stream, without their ends; a last line without an end counts. Never holds more than one line and one chunk. */
export async function* linesIn(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: false });
  let rest: string[] = [];
  for await (const chunk of stream) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      rest.push(text.slice(from, at));
      yield rest.join('').replace(/\r$/, '');
      rest = [];
      from = at + 1;
    }
    rest.push(text.slice(from));
  }
  rest.push(decoder.decode());
  const last = rest.join('');
  if (last !== '') yield last;
}

/** The object on a line; `undefined` when there is none. */
export function objectOn(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
