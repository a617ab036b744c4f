/** A log to verify: an export's folder, or a database. Each stream can be begun again. */
export interface LogSource {
  /**
   * The leaves in the order of the tree, one a line. Each piece has one byte to spare and then whole lines, the last one
   * ended with a newline; the reader may write in it. A line without content is a leaf that is not there.
   */
  events(): AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Signed notes, in order of size. */
  checkpoints(): AsyncIterable<string>;
  /** Versions of register rows, in the order of their events' leaves; rows without a leaf last. */
  rows(): AsyncIterable<string>;
  /** Hashes of leaves as the log itself has stored them, 32 bytes each: only used to find where a fault is. */
  hashes(): AsyncIterable<Uint8Array>;
  /** Verifier keys, one a line. */
  keys(): Promise<readonly string[]>;
}

/** The lines of a stream of bytes. The last one may lack its newline. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of bytes) {
    rest += decoder.decode(piece, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
