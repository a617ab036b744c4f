/**
 * The input without what the person has left empty, so that the server says "fill it in" and not that nothing is too
 * short. Only for fields that must be filled in; a text that may be empty is not named here.
 */
export function withoutBlanks<Input extends object>(input: Input, required: readonly (keyof Input)[]): Input {
  const entries = Object.entries(input).filter(
    ([name, value]) => !(value === '' && required.some((one) => one === name)),
  );
  return Object.fromEntries(entries) as Input; // incomplete only where the server is to refuse it
}
