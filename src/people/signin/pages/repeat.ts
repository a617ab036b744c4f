import type { FieldFault } from '../../../ui/client.ts';

/** A fault on the second field when the two passwords differ. */
export function repeatFault(password: string, repeated: string, message: string): readonly FieldFault[] {
  return password === repeated ? [] : [{ field: 'repeated', code: 'repeatDiffers', message }];
}
