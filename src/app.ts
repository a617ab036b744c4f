import { informationRegister } from './registers/information/register.ts';

/** Every slice of the server, in the order the documents show them. A slice that is not here does not exist. */
export const registers = [informationRegister] as const;
