import type { TextsLike } from "../../kernel/texts.ts";
import type { signinTextsSv } from "./signin.texts.sv.ts";
export const signinTextsEn: TextsLike<typeof signinTextsSv> = { name: "Sign-in", refusals: {}, fields: {}, events: {} };
